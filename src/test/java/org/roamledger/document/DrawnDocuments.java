package org.roamledger.document;

import org.roamledger.report.DataAge;
import org.roamledger.report.DocumentNumber;
import org.roamledger.report.DocumentTerms;
import org.roamledger.report.Letterhead;
import org.roamledger.report.ReportFilter;
import org.roamledger.report.ReportFixture;
import org.roamledger.report.ReportView;
import org.roamledger.report.Rounding;
import org.roamledger.report.RoundingRules;
import org.roamledger.report.Settlement;
import org.roamledger.report.SortOrder;
import org.roamledger.session.ReportColumn;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

/// Makes documents in a folder, to be looked at: the first argument.
final class DrawnDocuments {

    private DrawnDocuments() {}

    private static final Letterhead LETTERHEAD =
            new Letterhead(
                    "Nordvolt Laddnät AB",
                    "Ångströmsvägen 12\n411 03 Göteborg\nSverige",
                    "SE556677889901",
                    logo());
    private static final RoundingRules ROUNDING =
            RoundingRules.NONE
                    .with(null, new Rounding(Rounding.Mode.HALF_UP, Rounding.Each.GROUP))
                    .with("DE*008", new Rounding(Rounding.Mode.UP, Rounding.Each.ROW));

    public static void main(String[] args) throws IOException {
        var folder = Path.of(args[0]);
        Files.createDirectories(folder);
        var report = ReportFixture.random(20_000, ZoneId.of("Europe/Stockholm"), 1);
        var all = ReportView.of(report, ReportFilter.NONE, SortOrder.STANDARD);
        var languages = List.of(Locale.ENGLISH, Locale.of("sv", "SE"), Locale.of("fi", "FI"));
        var forty =
                IntStream.range(0, 40).mapToObj("DE*%03d"::formatted).collect(Collectors.toSet());
        for (var language : languages) {
            var name = language.getLanguage();
            draw(folder, name + "-all", all, Settlement.STANDARD, language, false);
            var some =
                    ReportView.of(
                            report,
                            ReportFilter.NONE.with(ReportColumn.PROVIDER_ID, forty),
                            SortOrder.STANDARD);
            draw(folder, name + "-forty", some, Settlement.STANDARD, language, true);
            var one =
                    ReportView.of(
                            report,
                            ReportFilter.NONE
                                    .with(ReportColumn.PROVIDER_ID, Set.of("DE*008"))
                                    .with(ReportColumn.NETWORK, Set.of("Hubject"))
                                    .with(ReportColumn.CURRENCY, Set.of("EUR")),
                            SortOrder.STANDARD);
            draw(folder, name + "-line", one, Settlement.STANDARD, language, true);
        }
        draw(folder, "fr-wide", all, Settlement.POSSIBLE, Locale.FRANCE, false);
        draw(folder, "de-sessions", all, List.of(), Locale.GERMANY, true);
    }

    private static byte[] logo() {
        var image = new BufferedImage(360, 120, BufferedImage.TYPE_INT_ARGB);
        var drawing = image.createGraphics();
        drawing.setColor(new Color(0x0B6E4F));
        drawing.fillRoundRect(0, 0, 360, 120, 40, 40);
        drawing.setColor(Color.WHITE);
        drawing.fillPolygon(
                new int[] {60, 100, 90, 130, 70, 82}, new int[] {70, 15, 55, 55, 110, 70}, 6);
        drawing.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void draw(
            Path folder,
            String name,
            ReportView view,
            List<ReportColumn> levels,
            Locale language,
            boolean sessions)
            throws IOException {
        var ages =
                List.of(
                        new DataAge("Nordvolt back office", Instant.parse("2026-11-02T06:30:00Z")),
                        new DataAge("Łódź Жи “hub” ß é", null));
        var begin = System.nanoTime();
        var pdf =
                SettlementDocument.pdf(
                        new SettlementRequest(
                                Settlement.of(view, levels),
                                ages,
                                new DocumentTerms(LETTERHEAD, ROUNDING),
                                new DocumentOptions(language, sessions),
                                new DocumentNumber(2026, 42, Instant.parse("2026-11-02T08:15:00Z")),
                                Instant.parse("2026-11-02T08:15:00Z")));
        var millis = (System.nanoTime() - begin) / 1_000_000;
        Files.write(folder.resolve(name + ".pdf"), pdf);
        try (var paper = new Paper(pdf)) {
            System.out.println(
                    name
                            + ": "
                            + paper.pages()
                            + " pages, "
                            + pdf.length
                            + " bytes, "
                            + millis
                            + " ms");
        }
    }
}
