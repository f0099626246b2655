package org.roamledger.document;

import org.roamledger.report.DataAge;
import org.roamledger.report.ReportFilter;
import org.roamledger.report.ReportFixture;
import org.roamledger.report.ReportView;
import org.roamledger.report.Settlement;
import org.roamledger.report.SortOrder;
import org.roamledger.session.ReportColumn;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import javax.imageio.ImageIO;

/// Draws documents into a folder, to be looked at: the first argument.
final class DrawnDocuments {

    private DrawnDocuments() {}

    public static void main(String[] args) throws IOException {
        var folder = Path.of(args[0]);
        Files.createDirectories(folder);
        var report = ReportFixture.random(20_000, ZoneId.of("Europe/Stockholm"), 1);
        var all = ReportView.of(report, ReportFilter.NONE, SortOrder.STANDARD);
        draw(folder, "english", all, Settlement.STANDARD, Locale.ENGLISH);
        var one =
                ReportView.of(
                        report,
                        ReportFilter.NONE
                                .with(ReportColumn.PROVIDER_ID, Set.of("DE*008"))
                                .with(ReportColumn.CURRENCY, Set.of("EUR")),
                        SortOrder.STANDARD);
        draw(folder, "finnish", one, Settlement.STANDARD, Locale.of("fi", "FI"));
        draw(
                folder,
                "german",
                one,
                List.of(ReportColumn.PROVIDER_ID, ReportColumn.ORGANISATION),
                Locale.GERMANY);
        draw(folder, "wide", all, Settlement.POSSIBLE, Locale.FRANCE);
    }

    private static void draw(
            Path folder, String name, ReportView view, List<ReportColumn> levels, Locale language)
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
                                language,
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
            for (var page : new TreeSet<>(List.of(0, paper.pages() / 2, paper.pages() - 1))) {
                var drawn = paper.draw(page, 1.6);
                var image =
                        new BufferedImage(
                                drawn.width(), drawn.height(), BufferedImage.TYPE_INT_RGB);
                image.setRGB(0, 0, drawn.width(), drawn.height(), drawn.argb(), 0, drawn.width());
                ImageIO.write(
                        image, "png", folder.resolve(name + "-" + (page + 1) + ".png").toFile());
            }
        }
    }
}
