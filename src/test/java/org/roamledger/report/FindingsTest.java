package org.roamledger.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamledger.session.ReportColumn.*;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.roamledger.report.ReportFixture.Row;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class FindingsTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    /// A session in which nothing is to be found.
    static Row sound(String cdrId) {
        return new Row(cdrId)
                .transaction("T-" + cdrId)
                .at("2026-10-05T08:00:00Z")
                .until("2026-10-05T09:00:00Z")
                .energy(11_000)
                .meter("1000", "12000")
                .price("5.95")
                .vat("0.95", "19")
                .with(NETWORK, "Hubject")
                .with(EVSE_ID, "DE*AB7*E840*6487")
                .with(OPERATOR_ID, "DE*AB7")
                .with(PROVIDER_ID, "DE-8EO")
                .with(ORGANISATION, "Roam GmbH")
                .with(CURRENCY, "EUR")
                .with(FREE_USAGE, "no")
                .with(PLUG_TYPE, "AC");
    }

    static Set<Check> found(Row... rows) {
        return found(ReportFixture.report(ZONE, rows), 0);
    }

    static Set<Check> found(Report report, int row) {
        return Check.of(report.coded(FINDINGS).text(row));
    }

    @Test
    void nothingIsFoundInASoundSession() {
        assertThat(found(sound("A"))).isEmpty();
        assertThat(ReportFixture.report(ZONE, sound("A")).column(FINDINGS).isMissing(0)).isTrue();
    }

    record Case(String name, Check wanted, UnaryOperator<Row> change) {
        @Override
        public String toString() {
            return wanted + ", " + name;
        }
    }

    private static Case found(Check wanted, String name, UnaryOperator<Row> change) {
        return new Case(name, wanted, change);
    }

    static Stream<Case> alone() {
        return Stream.of(
                found(
                        Check.DATE,
                        "the last second of 2016",
                        row -> row.at("2016-12-31T23:59:59Z").until("2017-01-01T01:00:00Z")),
                found(
                        Check.NEG_DUR,
                        "a second before the start",
                        row -> row.until("2026-10-05T07:59:59Z")),
                found(Check.ZERO_DUR, "at the start", row -> row.until("2026-10-05T08:00:00Z")),
                found(Check.METER_BACK, "lower at the stop", row -> row.meter("12000", "11999.9")),
                found(Check.ZERO_PRICED, "a start fee", row -> row.energy(0).meter("1000", "1000")),
                found(Check.NO_PRICE, "zero", row -> row.price("0").vat("0", "19")),
                found(Check.NO_PRICE, "below zero", row -> row.price("-5.95").vat("-0.95", "19")),
                found(Check.NO_PROVIDER, "missing", row -> row.with(PROVIDER_ID, "")),
                found(Check.LONG, "a second too long", row -> row.until("2026-10-06T08:00:01Z")),
                found(
                        Check.POWER,
                        "one watt-hour too much for AC",
                        row -> row.energy(47_301).meter("0", "47301")),
                found(
                        Check.POWER,
                        "one watt-hour too much for any",
                        row -> row.with(PLUG_TYPE, "unknown").energy(440_001).meter("0", "440001")),
                found(
                        Check.METER_DIFF,
                        "more than a percent too much",
                        row -> row.meter("1000", "12110.1")),
                found(
                        Check.METER_DIFF,
                        "more than a percent too little",
                        row -> row.meter("1000", "11889.9")),
                found(
                        Check.ZERO_ENERGY,
                        "without a price",
                        row -> row.energy(0).meter("1000", "1000").price("0").vat("0", "19")),
                found(Check.NO_EVSE_ID, "missing", row -> row.with(EVSE_ID, "")),
                found(Check.NO_TRANSACTION_ID, "missing", row -> row.transaction("")),
                found(Check.ID_FORMAT, "of an EVSE", row -> row.with(EVSE_ID, "Göteborg 7")),
                found(Check.ID_FORMAT, "of an operator", row -> row.with(OPERATOR_ID, "Roam GmbH")),
                found(Check.ID_FORMAT, "of a provider", row -> row.with(PROVIDER_ID, "EON")),
                found(Check.VAT_SUM, "too much by two cents", row -> row.vat("0.9707", "19")),
                found(Check.VAT_SUM, "VAT on the gross", row -> row.vat("1.1305", "19")),
                found(
                        Check.LOW_DUR,
                        "119 seconds",
                        row -> row.until("2026-10-05T08:01:59Z").energy(600).meter("1000", "1600")),
                found(
                        Check.LOW_ENERGY,
                        "499 watt-hours",
                        row -> row.energy(499).meter("1000", "1499")),
                found(Check.FREE_PRICED, "free now", row -> row.with(FREE_USAGE, "yes")));
    }

    @ParameterizedTest
    @MethodSource("alone")
    void whatARowItselfShowsIsFound(Case of) {
        assertThat(found(of.change().apply(sound("A")))).containsExactly(of.wanted());
    }

    static Stream<Case> nothing() {
        return Stream.of(
                found(
                        Check.DATE,
                        "the first second of 2017",
                        row -> row.at("2017-01-01T00:00:00Z").until("2017-01-01T01:00:00Z")),
                found(Check.NEG_DUR, "no stop", ReportFixture.Row::withoutStop),
                found(Check.LONG, "a whole day", row -> row.until("2026-10-06T08:00:00Z")),
                found(
                        Check.LOW_DUR,
                        "two minutes",
                        row ->
                                row.until("2026-10-05T08:02:00Z")
                                        .energy(1_500)
                                        .meter("1000", "2500")),
                found(Check.LOW_ENERGY, "500 Wh", row -> row.energy(500).meter("1000", "1500")),
                found(
                        Check.POWER,
                        "all that AC can give and a tenth",
                        row -> row.energy(47_300).meter("0", "47300")),
                found(
                        Check.POWER,
                        "all that DC can give and a tenth",
                        row -> row.with(PLUG_TYPE, "DC").energy(440_000).meter("0", "440000")),
                found(Check.METER_DIFF, "one percent", row -> row.meter("1000", "12110")),
                found(
                        Check.METER_DIFF,
                        "ten watt-hours",
                        row -> row.energy(600).meter("1000", "1610")),
                found(Check.METER_DIFF, "no reading at the stop", row -> row.meter("1000", null)),
                found(Check.METER_DIFF, "no energy", ReportFixture.Row::withoutEnergy),
                found(
                        Check.NO_PRICE,
                        "free to use",
                        row -> row.price("0").vat("0", "19").with(FREE_USAGE, "yes")),
                found(Check.VAT_SUM, "a cent", row -> row.vat("0.9600", "19")),
                found(Check.VAT_SUM, "no VAT", row -> row.vat("0", "0")),
                found(
                        Check.VAT_SUM,
                        "a mixed rate of two decimals",
                        row ->
                                row.price("612.37")
                                        .vat("60.2249", "10.91")
                                        .energy(40_000)
                                        .meter(null, null)),
                found(
                        Check.VAT_SUM,
                        "whole yen",
                        row -> row.with(CURRENCY, "JPY").price("100").vat("10", "10")),
                found(
                        Check.ID_FORMAT,
                        "the DIN form",
                        row ->
                                row.with(EVSE_ID, "+49*810*000*438")
                                        .with(OPERATOR_ID, "+49*810")
                                        .with(PROVIDER_ID, "de*8eo")),
                found(
                        Check.ID_FORMAT,
                        "without separators",
                        row ->
                                row.with(EVSE_ID, "DEAB7E8406487")
                                        .with(OPERATOR_ID, "DEAB7")
                                        .with(PROVIDER_ID, "DE8EO")),
                found(Check.ID_FORMAT, "no operator", row -> row.with(OPERATOR_ID, "")));
    }

    @ParameterizedTest
    @MethodSource("nothing")
    void whatIsMissingOrJustWithinALimitIsNotFound(Case of) {
        assertThat(found(of.change().apply(sound("A")))).isEmpty();
    }

    @Test
    void aPriceThatIsMissingIsNoPrice() {
        var row = sound("A");
        row.price = null;
        row.vat = null;
        row.vatRate = null;
        assertThat(found(row)).containsExactly(Check.NO_PRICE);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-06T08:05:00Z, false",
        "2026-10-06T08:05:01Z, true",
    })
    void aSessionThatReachesBeyondTheTimeItWasStoredIsOfTheFuture(String stop, boolean wanted) {
        // The fixture stores a session a day after its start.
        var row = sound("A").until(stop);
        assertThat(found(row).contains(Check.DATE)).isEqualTo(wanted);
    }

    @Test
    void figuresThatNoSessionHasDoNotOverflow() {
        var row = sound("A").meter("-9000000000000000", "9000000000000000");
        row.energyWh = Long.MAX_VALUE / 1_000;
        row.price = new BigDecimal("900000000000000");
        row.vat = new BigDecimal("-900000000000000");
        assertThat(found(row)).containsExactly(Check.POWER, Check.METER_DIFF, Check.VAT_SUM);
    }

    @Test
    void severalAreNamedTheGravestFirst() {
        var report =
                ReportFixture.report(ZONE, sound("A").transaction("").energy(0).meter(null, null));
        assertThat(report.coded(FINDINGS).text(0)).isEqualTo("ZERO_PRICED NO_TRANSACTION_ID");
    }

    // Credits

    static Row credit(String cdrId, TakenBack what) {
        return sound(cdrId).energy(-11_000).price("-5.95").vat("-0.95", "19").takesBack(what);
    }

    private static TakenBack.Original original(long gross, String currency) {
        return new TakenBack.Original(77, gross, currency);
    }

    @Test
    void aCreditThatFitsItsSessionIsSoundWhereverThatStands() {
        assertThat(found(credit("C", new TakenBack("A", original(59_500, "EUR"), 1)))).isEmpty();
    }

    @Test
    void aCreditThatDoesNotSayWhatItTakesBackIsNotChecked() {
        assertThat(found(sound("C").energy(-11_000).price("-5.95").vat("-0.95", "19").credit()))
                .isEmpty();
    }

    @Test
    void anAmountThatIsNotKnownIsNotUnequal() {
        var unknown = original(Column.Numbers.MISSING, "");
        assertThat(found(credit("C", new TakenBack("A", unknown, 1)))).isEmpty();
    }

    static Stream<TakenBack> strange() {
        return Stream.of(
                new TakenBack("A", null, 1),
                new TakenBack("A", original(59_400, "EUR"), 1),
                new TakenBack("A", original(-59_500, "EUR"), 1),
                new TakenBack("A", original(59_500, "SEK"), 1),
                new TakenBack("A", original(59_500, "EUR"), 2));
    }

    @ParameterizedTest
    @MethodSource("strange")
    void aCreditThatDoesNotFitIsFound(TakenBack what) {
        assertThat(found(credit("C", what))).containsExactly(Check.CREDIT);
    }

    @Test
    void whatACreditRepeatsIsNotFoundTwice() {
        var credit =
                credit("C", new TakenBack("A", original(59_500, "EUR"), 1))
                        .transaction("")
                        .until("2026-10-05T08:00:00Z")
                        .with(EVSE_ID, "?");
        assertThat(found(credit)).isEmpty();
    }

    // The column

    private static Report some() {
        return ReportFixture.report(
                ZONE,
                sound("A"),
                sound("B").at("2026-10-05T10:00:00Z").until("2026-10-05T10:00:00Z").transaction(""),
                sound("C").at("2026-10-05T12:00:00Z").until("2026-10-05T13:00:00Z").transaction(""),
                sound("D")
                        .at("2026-10-05T14:00:00Z")
                        .until("2026-10-05T15:00:00Z")
                        .with(FREE_USAGE, "yes"));
    }

    @Test
    void aFilterShowsRowsThatHaveAnyOfItsFindings() {
        assertThat(rows(Set.of("NO_TRANSACTION_ID"))).containsExactly(1, 2);
        assertThat(rows(Set.of("ZERO_DUR", "FREE_PRICED"))).containsExactly(1, 3);
        assertThat(rows(Set.of("", "FREE_PRICED"))).containsExactly(0, 3);
        assertThat(rows(Set.of("DUR"))).isEmpty();
    }

    private static int[] rows(Set<String> texts) {
        return ReportView.of(some(), ReportFilter.NONE.with(FINDINGS, texts), SortOrder.STANDARD)
                .rows();
    }

    @Test
    void aRowCountsForEachOfItsFindings() {
        assertThat(Sieve.of(some(), ReportFilter.NONE).facet(FINDINGS).values())
                .containsExactly(
                        new Facet.Value("ZERO_DUR", 1),
                        new Facet.Value("NO_TRANSACTION_ID", 2),
                        new Facet.Value("FREE_PRICED", 1),
                        new Facet.Value("", 1));
    }

    @Test
    void theGravestFindingsComeFirstAndNoneLast() {
        var order = new SortOrder(List.of(new SortOrder.Key(FINDINGS, false)));
        assertThat(ReportView.of(some(), ReportFilter.NONE, order).rows())
                .containsExactly(1, 2, 3, 0);
        var back = new SortOrder(List.of(new SortOrder.Key(FINDINGS, true)));
        assertThat(ReportView.of(some(), ReportFilter.NONE, back).rows())
                .containsExactly(3, 2, 1, 0);
    }

    @Test
    void errorsAndWarningsCountAndHintsDoNot() {
        var report = some();
        assertThat(IntStream.range(0, 4).mapToObj(report::hasFindings))
                .containsExactly(false, true, true, false);
    }

    @ParameterizedTest
    @EnumSource(Check.class)
    void everyCheckIsFoundAgainInItsText(Check check) {
        assertThat(Check.of(Check.text(check.bit()))).containsExactly(check);
    }

    @Test
    void checksStandInTheOrderOfTheirGravity() {
        assertThat(Check.values()).isSortedAccordingTo(Comparator.comparing(Check::severity));
    }
}
