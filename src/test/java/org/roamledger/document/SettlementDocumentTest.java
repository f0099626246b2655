package org.roamledger.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.report.DataAge;
import org.roamledger.report.DocumentTerms;
import org.roamledger.report.ReportFilter;
import org.roamledger.report.ReportFixture;
import org.roamledger.report.ReportFixture.Row;
import org.roamledger.report.ReportView;
import org.roamledger.report.RoundingRules;
import org.roamledger.report.Settlement;
import org.roamledger.report.SettlementChecksum;
import org.roamledger.report.SortOrder;
import org.roamledger.session.Amount;
import org.roamledger.session.ReportColumn;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

class SettlementDocumentTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final Instant NOW = Instant.parse("2026-11-02T08:15:00Z");
    private static final Locale FINNISH = Locale.of("fi", "FI");

    private static byte[] pdf(ReportView view, List<ReportColumn> levels, Locale language) {
        var ages = List.of(new DataAge("Łódź & Жуков “hub” ß é å ö", NOW.minusSeconds(3_600)));
        return SettlementDocument.pdf(
                new SettlementRequest(
                        Settlement.of(view, levels),
                        ages,
                        DocumentTerms.NONE,
                        new DocumentOptions(language, false),
                        null,
                        NOW));
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }

    private static ReportView view(int rows, long seed, ReportFilter filter) {
        return ReportView.of(ReportFixture.random(rows, ZONE, seed), filter, SortOrder.STANDARD);
    }

    @Test
    void theTextReadsBackWithEveryLetter() throws IOException {
        var text = text(pdf(view(10, 1, ReportFilter.NONE), Settlement.STANDARD, FINNISH));
        assertThat(text)
                .contains("Łódź & Жуков “hub” ß é å ö: 2026-11-02 08:15")
                .contains("Roaming-lataustapahtumien tilitys")
                .contains("Europe/Stockholm")
                .contains("Sivu 1/");
    }

    @Test
    void aLetterThatTheFontDoesNotHaveIsAQuestionMarkAndNoFault() throws IOException {
        var row =
                new Row("1")
                        .with(ReportColumn.ORGANISATION, "充电 AB")
                        .with(ReportColumn.CURRENCY, "EUR")
                        .price("1");
        var view = ReportFixture.view(ReportFixture.report(ZONE, row));
        assertThat(text(pdf(view, List.of(ReportColumn.ORGANISATION), Locale.ENGLISH)))
                .contains("?? AB");
    }

    @Test
    void whatIsMissingIsADashAndNeverAZero() throws IOException {
        var row = new Row("1").with(ReportColumn.CURRENCY, "EUR").energy(1_500);
        var view = ReportFixture.view(ReportFixture.report(ZONE, row));
        assertThat(text(pdf(view, List.of(), Locale.ENGLISH)))
                .contains("Total EUR 1 0 1.500 – – – – – 1 0")
                .contains("EUR: 1 sessions have no price");
    }

    @Test
    void itSaysHowManySessionsWereSelected() throws IOException {
        var all = view(2_000, 3, ReportFilter.NONE);
        assertThat(text(pdf(all, List.of(), Locale.ENGLISH))).doesNotContain("Selection");
        var places = new BitSet();
        places.set(0, 1_200);
        var chosen = all.chosen(places);
        assertThat(text(pdf(chosen, List.of(), Locale.ENGLISH)))
                .contains("Selection 1,200 of 2,000 sessions and credits, selected by hand");
        assertThat(text(pdf(chosen, List.of(), FINNISH)).replace('\u00a0', ' '))
                .contains("Valinta käsin valitut lataustapahtumat ja hyvitykset: 1 200 / 2 000");
        // One settlement has one number, however its rows were found.
        places.set(0, 2_000);
        assertThat(SettlementChecksum.ofSettlement(all.chosen(places), RoundingRules.NONE))
                .isEqualTo(SettlementChecksum.ofSettlement(all, RoundingRules.NONE));
    }

    @Test
    void theSameRequestMakesTheSameBytes() {
        var view = view(300, 4, ReportFilter.NONE);
        assertThat(pdf(view, Settlement.STANDARD, FINNISH))
                .isEqualTo(pdf(view, Settlement.STANDARD, FINNISH));
    }

    @Test
    void itIsTaggedWithATitleAndALanguageAndSaysThatItIsForTheArchive() throws IOException {
        var pdf = pdf(view(10, 1, ReportFilter.NONE), Settlement.STANDARD, Locale.GERMANY);
        try (var document = Loader.loadPDF(pdf)) {
            var catalog = document.getDocumentCatalog();
            assertThat(document.getDocumentInformation().getTitle())
                    .startsWith("Abrechnung von Roaming-Ladevorgängen (Entwurf), 2026-10-01");
            assertThat(catalog.getLanguage()).isEqualTo("de");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getOutputIntents()).hasSize(1);
            assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("<pdfaid:part>2</pdfaid:part>");
            var top = catalog.getStructureTreeRoot().getCOSObject().getCOSDictionary(COSName.K);
            assertThat(top.getCOSArray(COSName.K)).isNotEmpty();
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void aPageIsDrawnInTheSizeThatIsAskedFor() {
        try (var paper = new Paper(pdf(view(10, 1, ReportFilter.NONE), List.of(), FINNISH))) {
            var drawn = paper.draw(0, 1);
            assertThat(List.of(drawn.width(), drawn.height())).containsExactly(841, 595);
            assertThat(Arrays.stream(drawn.argb()).distinct().count()).isGreaterThan(1);
        }
    }

    /// Random rows and filters: what stands behind "Total EUR" is what the footer of the table
    /// says.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theSumsThatAreReadBackAreThoseOfTheFooter(long seed) throws IOException {
        var random = new Random(seed);
        for (var round = 0; round < 4; round++) {
            var filter =
                    random.nextBoolean()
                            ? ReportFilter.NONE
                            : ReportFilter.NONE.with(
                                    ReportColumn.NETWORK, Set.of("Hubject", "OCPI"));
            var view = view(random.nextInt(1, 600), random.nextLong(), filter);
            var levels = List.of(ReportColumn.NETWORK, ReportColumn.PLUG_TYPE);
            var text = text(pdf(view, levels, Locale.ENGLISH));
            for (var of : view.totals().byCurrency()) {
                assertThat(amounts(text, "Total " + of.currency()))
                        .containsSequence(figure(of.net()), figure(of.vat()), figure(of.gross()));
            }
        }
    }

    private static BigDecimal figure(Amount amount) {
        return amount.toDecimal();
    }

    private static List<BigDecimal> amounts(String text, String begin) {
        var line =
                Pattern.compile(Pattern.quote(begin) + " (.*)")
                        .matcher(text)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .group(1);
        var amounts = new ArrayList<BigDecimal>();
        for (var figure : line.split(" ", -1)) {
            amounts.add(new BigDecimal(figure.replace(",", "")).setScale(4));
        }
        return amounts;
    }
}
