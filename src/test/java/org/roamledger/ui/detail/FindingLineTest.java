package org.roamledger.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamledger.session.ReportColumn.*;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.roamledger.report.Check;
import org.roamledger.report.Finding;
import org.roamledger.report.Report;
import org.roamledger.report.ReportFixture;
import org.roamledger.report.ReportFixture.Row;
import org.roamledger.report.TakenBack;
import org.roamledger.ui.base.Words;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/// What was found in a session, in words.
class FindingLineTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final Words ENGLISH = new Words(Locale.ENGLISH);

    private static Row row(String cdrId) {
        return new Row(cdrId)
                .transaction("T")
                .until("2026-10-05T09:00:00Z")
                .energy(11_000)
                .price("5.95")
                .with(NETWORK, "Hubject")
                .with(EVSE_ID, "DE*AB7*E1")
                .with(PROVIDER_ID, "DE*8EO")
                .with(OPERATOR_ID, "DE*AB7")
                .with(PLUG_TYPE, "AC")
                .with(SOURCE, "hub")
                .with(CURRENCY, "EUR");
    }

    private static List<FindingLine> lines(Report report, int row, Words words) {
        return FindingLine.of(report, row, Finding.of(report, row), words);
    }

    private static String only(Row... rows) {
        var lines = lines(ReportFixture.report(STOCKHOLM, rows), 0, ENGLISH);
        assertThat(lines).hasSize(1);
        return lines.getFirst().sentence();
    }

    @Test
    void aFindingSaysHowGraveItIsWhatItIsAndWhatToDo() {
        var report = ReportFixture.report(STOCKHOLM, row("A").price("0"));
        assertThat(lines(report, 0, ENGLISH))
                .containsExactly(
                        new FindingLine(
                                Check.NO_PRICE,
                                "Error",
                                "No price",
                                "11,000 Wh were charged, and the price is 0.00 EUR.",
                                "Import the rated statement of the network, or ask for the price."
                                        + " If charging is free there, say so under Organisations"
                                        + " and stations."));
    }

    @Test
    void sentencesHaveTheFiguresOfTheRow() {
        assertThat(only(row("A").until("2026-10-05T07:00:00Z")))
                .isEqualTo(
                        "It stopped at 2026-10-05 09:00:00, before it started at"
                                + " 2026-10-05 10:00:00.");
        assertThat(only(row("A").energy(60_000)))
                .isEqualTo("On average it had 60 kW; a plug of this kind (AC) gives up to 43 kW.");
        assertThat(only(row("A").vat("1.00", "19")))
                .isEqualTo(
                        "With a VAT rate of 19\u00a0%, the price 5.95 contains 0.95 of VAT; the VAT"
                                + " amount is 1.00 EUR.");
        assertThat(only(row("A").with(EVSE_ID, "Stop 7")))
                .isEqualTo("Not in the usual form: EVSE-ID “Stop 7”.");
        assertThat(only(row("A").at("2016-10-05T08:00:00Z").until("2016-10-05T09:00:00Z")))
                .isEqualTo("It started at 2016-10-05 10:00:00, before 2017.");
        assertThat(only(row("A").until("2026-10-06T08:05:00Z"))).isEqualTo("It took 24:05:00.");
    }

    @Test
    void sentencesNameTheOtherRow() {
        assertThat(only(row("A"), row("B").at("2026-10-05T08:30:00Z")))
                .isEqualTo("B used the same EVSE from 2026-10-05 10:30:00 to 2026-10-05 11:00:00.");
        var twice = row("a").at("2026-10-07T08:00:00Z").until("2026-10-07T09:00:00Z");
        assertThat(only(row("A"), twice.with(OPERATOR_ID, "")))
                .isEqualTo(
                        "Hubject has this CDR ID twice: the other one started at"
                                + " 2026-10-07 10:00:00 and came from hub.");
    }

    @Test
    void sentencesOfCreditsSayWhatIsWrong() {
        var original = new TakenBack.Original(7, 59_000, "EUR");
        var credit = row("C").price("-5.95").energy(-11_000);
        assertThat(only(credit.takesBack(new TakenBack("A", null, 1))))
                .isEqualTo("It takes back A, which is not in the store.");
        assertThat(only(credit.takesBack(new TakenBack("A", original, 2))))
                .isEqualTo("It takes back A, which cost 5.90 EUR; the credit is over -5.95 EUR.");
        var equal = new TakenBack.Original(7, 59_500, "EUR");
        assertThat(only(credit.takesBack(new TakenBack("A", equal, 2))))
                .isEqualTo("A is taken back by 2 credits.");
    }

    /// Sessions in which every check finds something.
    private static Report everything() {
        var rows = new ArrayList<Row>();
        for (var i = 0; i < 20; i++) {
            rows.add(row("L" + i).with(EVSE_ID, "DE*AB7*E1" + i));
        }
        rows.add(row("dup").price("59.50").with(EVSE_ID, "DE*AB7*E1"));
        rows.add(row("DUP").with(OPERATOR_ID, "").with(CURRENCY, "SEK"));
        rows.add(row("C").takesBack(new TakenBack("none", null, 1)));
        rows.add(row("D").until("2026-10-07T09:00:00Z").with(FREE_USAGE, "yes"));
        rows.add(row("E").until("2026-10-05T07:00:00Z").meter("5", "4"));
        rows.add(row("F").until("2026-10-05T08:00:00Z").meter("5", "9"));
        rows.add(row("G").energy(0).with(PROVIDER_ID, "").with(EVSE_ID, "").transaction(""));
        rows.add(row("H").energy(0).price("0").with(EVSE_ID, "?"));
        rows.add(row("I").energy(499).price("0").vat("1", "19"));
        rows.add(row("J").until("2026-10-05T08:01:00Z").energy(90_000));
        return ReportFixture.report(ReportFixture.october(STOCKHOLM), rows);
    }

    static List<Locale> languages() {
        return Words.LANGUAGES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyFindingIsToldInEveryLanguage(Locale language) {
        var words = new Words(language);
        var report = everything();
        var told = EnumSet.noneOf(Check.class);
        for (var row = 0; row < report.size(); row++) {
            for (var line : lines(report, row, words)) {
                told.add(line.check());
                assertThat(line.title()).isNotEqualTo(line.check().name());
                assertThat(line.sentence()).doesNotContain("{", "}").doesNotContain("  ");
                assertThat(line.advice()).isNotBlank().doesNotContain("{", "}");
            }
        }
        assertThat(told).containsExactly(Check.values());
    }
}
