package org.roamledger.wire.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.session.ReportColumn;
import org.roamledger.wire.mapping.TableMapping.Layout;
import org.roamledger.wire.mapping.TableMapping.Question;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

class MappingJsonTest {

    private static Problem.MappingUnusable refused(String json) {
        var thrown =
                assertThrows(ProblemException.class, () -> MappingJson.read(json, "list.json"));
        return (Problem.MappingUnusable) thrown.problem();
    }

    private static String mapping(String more) {
        return "{\"roamledger_mapping\": 1, " + more + "}";
    }

    private static String column(String more) {
        return mapping("\"columns\": [{\"header\": \"A\", \"column\": \"cdr_id\"}, " + more + "]");
    }

    @Test
    void aWrittenMappingIsReadBackAsItWas() {
        var mapping =
                new TableMapping(
                        "Partner \"x\"",
                        List.of(
                                new MappedColumn("Id", ReportColumn.CDR_ID, null, null, null),
                                new MappedColumn(
                                        "Début (UTC)",
                                        ReportColumn.START_TIME,
                                        null,
                                        ZoneId.of("UTC"),
                                        null),
                                new MappedColumn(
                                        "kWh", ReportColumn.ENERGY_WH, EnergyUnit.KWH, null, null),
                                new MappedColumn(
                                        "Price (SEK)", ReportColumn.PRICE, null, null, "SEK"),
                                MappedColumn.ignored("EV User ID")),
                        EnergyUnit.WH,
                        TaxBasis.NET,
                        ZoneId.of("Europe/Berlin"),
                        DecimalSign.COMMA,
                        new DateForm.Pattern("dd.MM.yy HH:mm"),
                        Map.of(ReportColumn.NETWORK, "Hubject"),
                        new Layout('|', 3));
        assertEquals(mapping, MappingJson.read(MappingJson.write(mapping), "list.json"));
    }

    @Test
    void whatIsNotAnsweredStaysOpen() {
        var mapping = MappingGuess.of(List.of("CDR ID", "Start time", "Energy", "Amount"), "x");
        var read = MappingJson.read(MappingJson.write(mapping), "list.json");
        assertEquals(List.of(Question.ENERGY_UNIT, Question.TAX_BASIS), read.openQuestions());
    }

    @Test
    void keysThatAreNotKnownAreIgnored() {
        var read = MappingJson.read(column("{\"header\": \"B\", \"colour\": 7}"), "list.json");
        assertEquals(2, read.columns().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"header\": 1}|columns[1].header",
                "{\"column\": \"price\"}|columns[1].header",
                "{\"header\": \"B\", \"column\": \"colour\"}|columns[1].column",
                "{\"header\": \"B\", \"column\": \"cdr_id\"}|columns[1].column",
                "{\"header\": \"EV User ID\", \"column\": \"price\"}|columns[1].column",
                "{\"header\": \"B\", \"column\": \"price\", \"zone\":"
                        + " \"Mars/One\"}|columns[1].zone",
                "{\"header\": \"B\", \"column\": \"energy_wh\", \"unit\": \"J\"}|columns[1].unit"
            })
    void aFaultInAColumnIsNamedByItsPlace(String more, String place) {
        assertEquals(place, refused(column(more)).place());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"columns\": []|columns",
                "\"columns\": [{\"header\": \"A\"}], \"tax_basis\": \"maybe\"|tax_basis",
                "\"columns\": [{\"header\": \"A\"}], \"separator\": \";;\"|separator",
                "\"columns\": [{\"header\": \"A\"}], \"header_row\": 0|header_row",
                "\"columns\": [{\"header\": \"A\"}], \"date_form\": \"bb\"|date_form"
            })
    void aFaultElsewhereIsNamedByItsPlace(String more, String place) {
        assertEquals(place, refused(mapping(more)).place());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "3", "{\"roamledger_mapping\": 2}"})
    void whatIsNoMappingOfThisVersionIsRefused(String json) {
        assertEquals("roamledger_mapping", refused(json).place());
    }

    @Test
    void whatIsNoJsonIsRefusedWithItsLine() {
        assertTrue(refused("{\n\"name\": }").place().contains("2"));
    }
}
