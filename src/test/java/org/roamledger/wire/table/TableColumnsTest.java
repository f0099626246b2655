package org.roamledger.wire.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.session.ReportColumn;

import java.time.ZoneId;
import java.util.List;

class TableColumnsTest {

    private static TableColumn only(ReportColumn column, String header) {
        var found = TableColumns.of(List.of("Driver", header)).find(column);
        assertNotNull(found, header);
        return found;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EVSE-ID|EVSE_ID",
                "evse id|EVSE_ID",
                "EvseID|EVSE_ID",
                "EVSE_ID|EVSE_ID",
                "START TIME|START_TIME",
                "Starttid|START_TIME",
                "Session ID|CDR_ID",
                "cdr_id|CDR_ID",
                "  CDR\u00a0ID |CDR_ID",
                "\ufeffCDR ID|CDR_ID",
                "EMSP|PROVIDER_ID",
                "VAT P|VAT_RATE",
                "VAT %|VAT_RATE",
                "VAT (%)|VAT_RATE",
                "VAT|VAT_AMOUNT",
                "Sum Taxes|VAT_AMOUNT",
                "Price (VAT included)|PRICE",
                "Price (incl. VAT)|PRICE",
                "Public / private|ACCESS",
                "Operatör|OPERATOR_ID",
                "OPERATOR|OPERATOR_ID",
                "Duration (h:mm:ss)|DURATION"
            })
    void headersAreRecognisedInEverySpelling(String header, ReportColumn column) {
        assertEquals(1, only(column, header).position());
    }

    @ParameterizedTest
    @CsvSource({
        "Energy (Wh),ENERGY_WH,0",
        "Energy (kWh),ENERGY_WH,3",
        "Energy [KWH],ENERGY_WH,3",
        "energy_kwh,ENERGY_WH,3",
        "Energy (MWh),ENERGY_WH,6",
        "Meter start (kWh),METER_START_WH,3",
        "Meter stop (Wh),METER_STOP_WH,0"
    })
    void theUnitOfEnergyComesFromTheHeader(String header, ReportColumn column, int shift) {
        assertEquals(shift, only(column, header).wattHourShift());
    }

    @Test
    void energyInAnUnknownUnitIsNotRead() {
        assertNull(TableColumns.of(List.of("Energy (MJ)")).find(ReportColumn.ENERGY_WH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Price (excl. VAT)", "Price (net)", "Price without VAT"})
    void aNetPriceIsNeverTakenForThePrice(String header) {
        assertNull(TableColumns.of(List.of(header)).find(ReportColumn.PRICE));
    }

    @Test
    void theHeaderNamesTheZoneOfItsTimes() {
        assertEquals(
                ZoneId.of("Europe/Stockholm"),
                only(ReportColumn.START_TIME, "Start time (Europe/Stockholm)").zone());
        assertEquals(ZoneId.of("UTC"), only(ReportColumn.STOP_TIME, "Stop time (UTC)").zone());
        assertNull(only(ReportColumn.START_TIME, "Start time (local)").zone());
    }

    @Test
    void aZoneThatIsNoneIsAProblem() {
        var thrown =
                assertThrows(
                        ProblemException.class,
                        () -> TableColumns.of(List.of("Start time (Europe/Stokholm)")));
        assertEquals(new Problem.BadZone("Europe/Stokholm"), thrown.problem());
    }

    @Test
    void theHeaderNamesTheCurrency() {
        assertEquals("SEK", only(ReportColumn.PRICE, "Price (SEK)").currency());
    }

    @Test
    void ofTwoColumnsThatFitTheOneWithTheOwnNameIsTaken() {
        var columns = TableColumns.of(List.of("Session ID", "CDR ID", "Start", "Start time"));
        assertEquals(1, columns.all().findFirst().orElseThrow().position());
        var start = columns.find(ReportColumn.START_TIME);
        assertNotNull(start);
        assertEquals(3, start.position());
    }

    @Test
    void whatIsMissingIsTold() {
        assertEquals(List.of("Start time"), TableColumns.of(List.of("CDR ID", "Price")).missing());
    }
}
