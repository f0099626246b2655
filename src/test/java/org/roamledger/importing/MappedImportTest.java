package org.roamledger.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.problem.Problem;
import org.roamledger.problem.Progress;
import org.roamledger.session.Amount;
import org.roamledger.session.Energy;
import org.roamledger.session.Moment;
import org.roamledger.session.Network;
import org.roamledger.session.PartyId;
import org.roamledger.session.Provenance;
import org.roamledger.session.RawMessage;
import org.roamledger.session.ReportColumn;
import org.roamledger.store.SessionStore;
import org.roamledger.wire.mapping.DateForm;
import org.roamledger.wire.mapping.DecimalSign;
import org.roamledger.wire.mapping.EnergyUnit;
import org.roamledger.wire.mapping.TableMapping;
import org.roamledger.wire.mapping.TableMapping.Question;
import org.roamledger.wire.mapping.TablePreview;
import org.roamledger.wire.mapping.TaxBasis;
import org.roamledger.wire.table.RowOutcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/// Statements and lists of many origins, read by a mapping. All files are made up.
class MappedImportTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final String CONTROL_CENTER =
            """
            Session ID,Transaction ID,Provider ID,EV User ID,EVSE ID,Session Start,Session Duration,Energy Consumed - kWh,Product ID,Charge Without Tax,Sum Taxes,Rerate,Retransmit,Total Price,CDR Rating Status
            6f1c-01,T-1,DE-XYZ,DE-XYZ-C0001-1,DE*ABC*E1*1,2026-10-05T10:00:00+02:00,00:30:00,12.5,AC1,5.00,0.95,,,5.95,RATED
            6f1c-02,T-2,DE-XYZ,DE-XYZ-C0002-2,DE*ABC*E1*2,2026-10-06T10:00:00+02:00,00:20:00,8.004,AC1,3.20,0.61,,,3.81,RATED
            """;
    private static final String FINANCIAL_SERVICES =
            """
            Session ID,CDR ID,CDR Status,Provider ID,EMP Name,Invoice Number,Date,Duration,EVSE ID,Consumed Energy,Net Amount,VAT
            6f1c-01,,RATED,DE-XYZ,Some Provider,INV-7,2026-10-05T10:00:00+02:00,30,DE*ABC*E1*1,12.5,5.00,0.95
            """;
    private static final String GIREVE_LIKE =
            """
            Identifiant session;Date de début;Date de fin;EVSE;Consommation (kWh);Montant HT;Montant TVA;Opérateur;EMSP
            S-1;05/10/2026 10:00;05/10/2026 10:45;FR*ABC*E1;12,345;4,00;0,80;FR*ABC;FR*EMP
            """;
    private static final String GERMAN =
            """
            Abrechnung Oktober 2026
            Ladevorgang;Ladebeginn;Ladeende;Ladepunkt;Verbrauch;Betrag;Kartennummer
            4711;05.10.2026 10:00;05.10.2026 10:45;DE*ABC*E1*1;12,5;1.234,50;0401ABCD
            """;
    private static final String AMERICAN =
            """
            Record ID,Started,Ended,EVSE,Energy Delivered (Wh),Total,Currency
            A-1,10/5/26 2:30 PM,10/5/26 3:00 PM,US*ABC*E1,12500,5.95,USD
            """;

    @TempDir Path folder;
    private final Collected store = new Collected();

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("list.csv"), content);
    }

    private TableMapping guess(Path file) {
        return new TableLook(file, ImportSettings.NONE, MappingBook.EMPTY).preview().mapping();
    }

    private ImportedFile read(Path file, @Nullable TableMapping mapping) {
        return new FileImport(new ImportSettings(null, null, null, mapping), store)
                .read(List.of(file), Progress.NONE)
                .getFirst();
    }

    private static TableMapping with(TableMapping guess, EnergyUnit unit, TaxBasis basis) {
        return guess.with(unit).with(basis).with(BERLIN);
    }

    @Test
    void aControlCenterExportIsReadAsHubjects() throws IOException {
        var file = file(CONTROL_CENTER);
        var guess = guess(file);
        assertEquals("Hubject CDR Control Center", guess.name());
        assertEquals(List.of(), guess.openQuestions());
        assertEquals(2, read(file, guess).rows());
        var first = store.all().getFirst();
        assertEquals(Network.HUBJECT, first.network());
        assertEquals("6f1c-01", first.cdrId());
        assertEquals("T-1", first.transactionId());
        assertEquals(new Energy(12_500_000), first.energy());
        assertEquals(new Amount(59_500), first.price().gross());
        assertEquals(new Amount(9_500), first.price().vat());
        assertEquals(
                Provenance.computed("constant of the mapping"),
                first.provenance().get(ReportColumn.NETWORK));
    }

    @Test
    void driversAreNeitherReadNorKept() throws IOException {
        var file = file(CONTROL_CENTER);
        read(file, guess(file));
        store.sessions
                .values()
                .forEach(
                        session -> {
                            assertEquals(RawMessage.Form.REPORT_ROW, session.raw().form());
                            assertEquals(-1, session.raw().text().indexOf("-C000"));
                        });
    }

    @Test
    void anExportWhoseCdrIdsAreBlankIsReadBySession() throws IOException {
        var file = file(FINANCIAL_SERVICES);
        var guess = guess(file);
        assertEquals(List.of(Question.ENERGY_UNIT), guess.openQuestions());
        read(file, with(guess, EnergyUnit.KWH, TaxBasis.NET));
        var session = store.only();
        assertEquals("6f1c-01", session.cdrId());
        assertEquals(Network.HUBJECT, session.network());
        assertEquals(new Energy(12_500_000), session.energy());
        assertEquals(new Amount(59_500), session.price().gross());
        assertNull(session.stop(), "durations are rounded there");
    }

    @Test
    void aFrenchListWithNetAmountsAndDecimalCommasIsRead() throws IOException {
        var file = file(GIREVE_LIKE);
        var guess = guess(file);
        assertEquals(List.of(), guess.openQuestions());
        read(file, with(guess, EnergyUnit.KWH, TaxBasis.NET));
        var session = store.only();
        assertEquals(new Energy(12_345_000), session.energy());
        assertEquals(new Amount(48_000), session.price().gross());
        assertEquals(
                Provenance.computed("net price + VAT amount"),
                session.provenance().get(ReportColumn.PRICE));
        assertEquals(new PartyId("FR*EMP"), session.provider());
        assertEquals(Instant.parse("2026-10-05T08:45:00Z"), stopOf(session.stop()));
    }

    private static Instant stopOf(@Nullable Moment stop) {
        assertNotNull(stop);
        return stop.at();
    }

    @Test
    void aGermanListBelowATitleIsReadOnceItsQuestionsAreAnswered() throws IOException {
        var file = file(GERMAN);
        var guess = guess(file);
        assertEquals(List.of(Question.ENERGY_UNIT, Question.TAX_BASIS), guess.openQuestions());
        read(file, with(guess, EnergyUnit.KWH, TaxBasis.GROSS));
        var session = store.only();
        assertEquals("4711", session.cdrId());
        assertEquals(new Energy(12_500_000), session.energy());
        assertEquals(new Amount(12_345_000), session.price().gross());
        assertEquals(Instant.parse("2026-10-05T08:00:00Z"), session.start().at());
    }

    @Test
    void netWithoutVatIsNoPrice() throws IOException {
        var file = file(GERMAN);
        read(file, with(guess(file), EnergyUnit.KWH, TaxBasis.NET));
        assertNull(store.only().price().gross());
        assertEquals(
                Provenance.missing("net price without VAT amount"),
                store.only().provenance().get(ReportColumn.PRICE));
    }

    @Test
    void anAmericanListIsReadByItsPattern() throws IOException {
        var file = file(AMERICAN);
        var guess = with(guess(file), EnergyUnit.WH, TaxBasis.GROSS);
        read(
                file,
                guess.with(ZoneId.of("America/New_York"))
                        .with(new DateForm.Pattern("M/d/yy h:mm a"))
                        .with(Map.of(ReportColumn.OPERATOR_ID, "US*ABC")));
        assertEquals(Instant.parse("2026-10-05T18:30:00Z"), store.only().start().at());
        assertEquals(new PartyId("US*ABC"), store.only().operator());
        assertEquals("USD", store.only().price().currency());
    }

    @Test
    void aListThatLeavesQuestionsOpenIsRefusedAndSaysWhich() throws IOException {
        var file = file("CDR ID,Start time,Energy,Amount\nC1,2026-10-05T10:00:00Z,12.5,5.95\n");
        var outcome =
                new FileImport(ImportSettings.NONE, store)
                        .read(List.of(file), Progress.NONE)
                        .getFirst();
        assertEquals(
                new Problem.MappingNeeded(file, List.of("ENERGY_UNIT", "TAX_BASIS")),
                outcome.problem());
        assertEquals(List.of(), store.all());
    }

    @Test
    void theReportsOwnFileNeedsNoUnit() throws IOException {
        read(file("Month,CDR ID,Start time,Energy\n2026-10,C1,2026-10-05T10:00:00Z,12500\n"), null);
        assertEquals(new Energy(12_500_000), store.only().energy());
    }

    @Test
    void aFileThatLacksAMappedColumnIsRefusedByItsTitle() throws IOException {
        var mapping = with(guess(file(GERMAN)), EnergyUnit.KWH, TaxBasis.GROSS);
        var outcome =
                read(file("Ladevorgang;Ladebeginn;Betrag\n1;05.10.2026 10:00;1,00\n"), mapping);
        var problem = assertInstanceOf(Problem.ColumnsMissing.class, outcome.problem());
        assertEquals(List.of("Ladeende", "Ladepunkt", "Verbrauch"), problem.columns());
    }

    @Test
    void aFormThatWasNamedIsNotSecondGuessed() throws IOException {
        var file = file("CDR ID;Start time;Energy (kWh);Price\nC1;03/04/2026 10:00;1,234;5,95\n");
        var mapping = guess(file).with(ZoneId.of("UTC")).with(DateForm.Order.MONTH_FIRST);
        read(file, mapping.with(DecimalSign.POINT));
        assertEquals("Price", store.rejects.getFirst().field());
        read(file, mapping.with(DecimalSign.COMMA));
        assertEquals(new Energy(1_234_000), store.only().energy());
        assertEquals(Instant.parse("2026-03-04T10:00:00Z"), store.only().start().at());
    }

    @Test
    void aMappingIsRememberedForTheSameTitles() throws IOException {
        var mapping = with(guess(file(GERMAN)), EnergyUnit.KWH, TaxBasis.GROSS);
        try (var kept = SessionStore.open(folder.resolve("store.roamledger"))) {
            var given = new ImportSettings(null, null, null, mapping);
            new FileImport(given, store, new StoreMappings(kept))
                    .read(List.of(file(GERMAN)), Progress.NONE);
            var again =
                    file(
                            """
                            LADEBEGINN;Ladevorgang;Ladeende;Ladepunkt;Verbrauch;Betrag;Kartennummer
                            06.10.2026 10:00;4712;06.10.2026 11:00;DE*ABC*E1;1,0;0,50;x
                            """);
            var outcome =
                    new FileImport(ImportSettings.NONE, store, new StoreMappings(kept))
                            .read(List.of(again), Progress.NONE)
                            .getFirst();
            assertNull(outcome.problem());
            assertEquals(List.of("4711", "4712"), store.ids());
            assertEquals(List.of("list"), kept.mappings().stream().map(m -> m.name()).toList());
            kept.removeMapping("list");
            assertEquals(List.of(), kept.mappings());
        }
    }

    @Test
    void aTableOfExactlyAThousandRowsIsProbablyCutOff() throws IOException {
        var rows = new StringBuilder("CDR ID,Start time\n");
        for (var i = 0; i < 1_000; i++) {
            rows.append("C").append(i).append(",2026-10-05T10:00:00Z\n");
        }
        var file = file(rows.toString());
        assertEquals(List.of(new Problem.ProbablyCutOff(file, 1_000)), read(file, null).warnings());
        assertEquals(List.of(), read(file(rows + "C,2026-10-05T10:00:00Z\n"), null).warnings());
    }

    @Test
    void anExportOfAKnownPortalIsReadAsThatPortalMeansItAndSaysSo() throws IOException {
        var file = file(CONTROL_CENTER);
        var outcome = read(file, null);
        assertEquals(2, outcome.rows());
        assertEquals(Network.HUBJECT, store.all().getFirst().network());
        assertEquals(
                List.of(new Problem.MappingAdvised(file, "Hubject CDR Control Center")),
                outcome.warnings());
    }

    // Looking before reading

    @Test
    void aPreviewShowsTheFirstRowsAndWhatTheyTell() throws IOException {
        var file = file(GERMAN);
        var preview = new TableLook(file, ImportSettings.NONE, MappingBook.EMPTY).preview();
        assertEquals(';', preview.separator());
        assertEquals("UTF-8", preview.encoding());
        assertEquals(2, preview.headerRow());
        assertEquals("Ladevorgang", preview.headers().getFirst());
        assertEquals("4711", preview.rows().getFirst().getFirst());
        assertEquals(DecimalSign.COMMA, preview.decimals());
        assertEquals(TablePreview.State.GUESSED, preview.state());
    }

    @Test
    void aSampleIsWhatTheImportWouldRead() throws IOException {
        var file =
                file(
                        """
                        CDR ID;Start time;Energy;Price
                        C1;2026-10-05T10:00:00Z;12,5;1,00
                        C2;2026-10-05T10:00:00Z;much;1,00
                        """);
        var look = new TableLook(file, ImportSettings.NONE, MappingBook.EMPTY);
        var rows = look.sample(with(look.preview().mapping(), EnergyUnit.KWH, TaxBasis.GROSS));
        var good = assertInstanceOf(RowOutcome.Read.class, rows.getFirst());
        assertEquals(new Energy(12_500_000), good.session().session().energy());
        assertEquals(
                "Energy",
                assertInstanceOf(RowOutcome.Refused.class, rows.getLast()).reject().field());
    }

    @Test
    void aSampleEndsAfterTwentyRows() throws IOException {
        var file = file("CDR ID,Start time\n" + "C,2026-10-05T10:00:00Z\n".repeat(5_000));
        var look = new TableLook(file, ImportSettings.NONE, MappingBook.EMPTY);
        assertEquals(20, look.sample(look.preview().mapping()).size());
    }

    @Test
    void aListOfStationsNeedsNoMapping() throws IOException {
        var file = folder.resolve("stations.csv");
        Files.writeString(file, "Station ID;EVSE-ID;Organisation\nA1;SE*ABC*E1;City\n");
        var preview = new TableLook(file, ImportSettings.NONE, MappingBook.EMPTY).preview();
        assertEquals(TablePreview.State.STATION_LIST, preview.state());
    }
}
