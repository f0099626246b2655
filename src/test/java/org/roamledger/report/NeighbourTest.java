package org.roamledger.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.roamledger.report.ReportFixture.Row;
import org.roamledger.session.ReportColumn;

import java.time.ZoneOffset;
import java.util.List;

class NeighbourTest {

    private static Row at(String id, String evse, String start, String stop) {
        return new Row(id)
                .at("2026-10-05T" + start + ":00Z")
                .until("2026-10-05T" + stop + ":00Z")
                .with(ReportColumn.EVSE_ID, evse);
    }

    private static List<String> of(int each, String id, Row... rows) {
        var report = ReportFixture.report(ZoneOffset.UTC, rows);
        var ids = (Column.Ids) report.column(ReportColumn.CDR_ID);
        var row = 0;
        while (!ids.text(row).equals(id)) {
            row++;
        }
        return Neighbour.of(report, row, each).stream()
                .map(
                        now ->
                                (now.isItself() ? "*" : "")
                                        + ids.text(now.row())
                                        + (now.overlaps() ? "!" : ""))
                .toList();
    }

    @Test
    void theFewBeforeAndAfterAtTheSameEvseAreFound() {
        assertThat(
                        of(
                                2,
                                "d",
                                at("a", "E1", "01:00", "01:30"),
                                at("b", "E1", "02:00", "02:30"),
                                at("x", "E2", "02:10", "05:00"),
                                at("c", "E1", "03:00", "03:30"),
                                at("d", "E1", "04:00", "04:30"),
                                at("e", "E1", "05:00", "05:30")))
                .containsExactly("b", "c", "*d", "e");
    }

    @Test
    void sessionsThatClaimTheEvseAtTheSameTimeAreMarked() {
        assertThat(
                        of(
                                3,
                                "b",
                                at("a", "E1", "01:00", "02:10"),
                                at("b", "E1", "02:00", "03:00"),
                                at("c", "E1", "03:00", "04:00")))
                .containsExactly("a!", "*b", "c");
    }

    @Test
    void aCreditRepeatsTheTimesOfAnotherAndIsNoOverlap() {
        assertThat(
                        of(
                                3,
                                "a",
                                at("a", "E1", "01:00", "02:00"),
                                at("a-credit", "E1", "01:00", "02:00").credit()))
                .containsExactly("*a", "a-credit");
    }

    @Test
    void withoutAnEvseThereAreNoNeighbours() {
        assertThat(of(3, "a", new Row("a"), new Row("b"))).isEmpty();
    }
}
