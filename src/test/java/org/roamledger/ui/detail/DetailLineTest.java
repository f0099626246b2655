package org.roamledger.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.roamledger.report.ReportFixture;
import org.roamledger.report.SessionVersion;
import org.roamledger.session.Provenance;
import org.roamledger.session.RawMessage;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.Words;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The words for values and where they come from.
class DetailLineTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final Words ENGLISH = new Words(Locale.ENGLISH);

    private static SessionVersion version(
            ReportFixture.Row row, Map<ReportColumn, Provenance> provenance) {
        return new SessionVersion(
                1,
                "demo",
                Instant.parse("2026-11-01T08:00:00Z"),
                new RawMessage(RawMessage.Form.OCPI_CDR, new byte[0]),
                ReportFixture.report(STOCKHOLM, row),
                provenance);
    }

    private static ReportFixture.Row row() {
        return new ReportFixture.Row("C-1")
                .price("12.5")
                .with(ReportColumn.CURRENCY, "SEK")
                .with(ReportColumn.CHARGE_METHOD, "unknown");
    }

    private static DetailLine line(ReportColumn column, Map<ReportColumn, Provenance> provenance) {
        return DetailLine.of(version(row(), provenance), DetailLine.COLUMNS, ENGLISH).stream()
                .filter(line -> line.column() == column)
                .findFirst()
                .orElseThrow();
    }

    private static String origin(ReportColumn column, Provenance from) {
        return line(column, Map.of(column, from)).origin();
    }

    @Test
    void allColumnsOfTheContractAreToldAndTheOwner() {
        var told = DetailLine.of(version(row(), Map.of()), DetailLine.COLUMNS, ENGLISH);
        assertThat(told).extracting(DetailLine::column).containsAll(ReportColumn.STANDARD);
        assertThat(told.getLast().column()).isEqualTo(ReportColumn.ORGANISATION);
    }

    @Test
    void aValueIsToldAsInTheTable() {
        assertThat(line(ReportColumn.PRICE, Map.of()))
                .isEqualTo(
                        new DetailLine(ReportColumn.PRICE, "Price", "12.50", "As in the record"));
    }

    @Test
    void whatNobodySaidIsNotInTheRecord() {
        assertThat(line(ReportColumn.STOP_TIME, Map.of()).origin()).isEqualTo("Not in the record");
        assertThat(line(ReportColumn.CHARGE_METHOD, Map.of()).origin())
                .isEqualTo("Not in the record");
    }

    @Test
    void eachOriginHasItsWordsAndTheRuleAsItIs() {
        assertThat(origin(ReportColumn.PRICE, Provenance.reported("total_cost.incl_vat")))
                .isEqualTo("Reported: total_cost.incl_vat");
        assertThat(origin(ReportColumn.MONTH, Provenance.computed("station zone Europe/Paris")))
                .isEqualTo("Computed: station zone Europe/Paris");
        assertThat(origin(ReportColumn.VAT_RATE, Provenance.missing("no column")))
                .isEqualTo("Missing: no column");
    }

    @Test
    void aSettingOfTheStationNamesWhenItWasReadInTheZoneOfTheReport() {
        var read = Instant.parse("2026-11-01T08:00:00Z");
        assertThat(origin(ReportColumn.ACCESS, Provenance.reported("station list", read)))
                .isEqualTo("Reported: station list, as of 2026-11-01 09:00");
    }

    @Test
    void versionsAreComparedColumnByColumn() {
        var before = version(row(), Map.of());
        var now = version(row().price("13").energy(5), Map.of());
        var lines = ComparedLine.of(before, now, ENGLISH);
        assertThat(lines).hasSize(DetailLine.COLUMNS.size());
        assertThat(lines.stream().filter(ComparedLine::differs))
                .isEqualTo(
                        List.of(
                                new ComparedLine(ReportColumn.ENERGY_WH, "Energy (Wh)", "", "5"),
                                new ComparedLine(ReportColumn.PRICE, "Price", "12.50", "13.00")));
    }
}
