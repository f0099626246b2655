package org.roamledger.wire.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.session.ReportColumn;
import org.roamledger.wire.mapping.TableMapping.Question;

import java.util.ArrayList;
import java.util.List;

class MappingGuessTest {

    private static TableMapping report(String... more) {
        var headers = new ArrayList<>(List.of("CDR ID", "Start time"));
        headers.addAll(List.of(more));
        return MappingGuess.byAliases(headers);
    }

    private static @Nullable ReportColumn guessed(String header) {
        return MappingGuess.of(List.of(header, "other"), "x").columns().getFirst().column();
    }

    @ParameterizedTest
    @CsvSource({
        "Ladebeginn,START_TIME",
        "Date de début,START_TIME",
        "Strommenge [kWh],ENERGY_WH",
        "kWh,ENERGY_WH",
        "Betrag (brutto),PRICE",
        "Montant TTC,PRICE",
        "Amount (EUR),PRICE",
        "Netto,NET_PRICE",
        "MwSt.,VAT_AMOUNT",
        "USt-Satz,VAT_RATE",
        "Währung,CURRENCY",
        "eMSP ID,PROVIDER_ID"
    })
    void namesOfPartnersAreGuessed(String header, ReportColumn column) {
        assertEquals(column, guessed(header));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EV User ID",
                "EvcoID",
                "Contract ID",
                "Token UID",
                "RFID",
                "Kartennummer",
                "Kennzeichen",
                "Driver name"
            })
    void driversDataIsNeverGuessed(String header) {
        assertTrue(PrivateHeader.is(header));
        assertNull(guessed(header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CDR ID", "Provider ID", "Charge method", "EVSE-ID", "Invoice Number"})
    void otherColumnsAreNotTakenForDrivers(String header) {
        assertFalse(PrivateHeader.is(header));
    }

    @Test
    void aSureAmountGoesBeforeAnUnsureOneWhereverItStands() {
        var mapping = MappingGuess.of(List.of("Total", "Netto", "Brutto"), "x");
        assertNull(mapping.columns().getFirst().column());
        assertEquals(ReportColumn.NET_PRICE, mapping.columns().get(1).column());
        assertEquals(ReportColumn.PRICE, mapping.columns().getLast().column());
        assertEquals(TaxBasis.GROSS, mapping.taxBasis());
    }

    @ParameterizedTest
    @CsvSource({
        "Energy,ENERGY_UNIT",
        "Energi,ENERGY_UNIT",
        "Energy consumed,ENERGY_UNIT",
        "Verbrauch,ENERGY_UNIT",
        "Amount,TAX_BASIS",
        "Betrag,TAX_BASIS"
    })
    void aHeaderThatDoesNotSayEnoughOpensAQuestion(String header, Question question) {
        assertEquals(List.of(question), report(header).openQuestions());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Energy (Wh)",
                "energy_wh",
                "Energi (kWh)",
                "Meter start",
                "Price",
                "Total price",
                "Net price",
                "Gross amount",
                "Station"
            })
    void aHeaderThatSaysEnoughOpensNone(String header) {
        assertEquals(List.of(), report(header).openQuestions());
    }

    @Test
    void anAmountBesideAPriceIsNoQuestion() {
        assertEquals(List.of(), report("Price", "Amount").openQuestions());
    }

    @Test
    void theReportWithItsMonthsIsInWattHoursWithVat() {
        assertEquals(List.of(), report("Month", "Energy", "Amount").openQuestions());
    }

    @Test
    void aLayoutIsKnownAgainInAnyOrderAndSpelling() {
        assertEquals(
                HeaderFingerprint.of(List.of("CDR ID", "Start-time")),
                HeaderFingerprint.of(List.of("START TIME", "Cdr_Id", " ")));
        assertNotEquals(
                HeaderFingerprint.of(List.of("CDR ID", "Start time")),
                HeaderFingerprint.of(List.of("CDR ID", "Start time", "Price")));
    }
}
