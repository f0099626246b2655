package org.roamledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.problem.Progress;
import org.roamledger.report.Column;
import org.roamledger.report.Report;
import org.roamledger.report.ReportParameters;
import org.roamledger.session.Delivery;
import org.roamledger.session.KeptReject;
import org.roamledger.session.MergeCounts;
import org.roamledger.session.RecordPlace;
import org.roamledger.session.Reject.Reason;
import org.roamledger.session.ReportColumn;
import org.roamledger.wire.emip.EmipCdrs;
import org.roamledger.wire.oicp.OicpCdrs;
import org.roamledger.wire.record.Json;
import org.roamledger.wire.table.Cell;
import org.roamledger.wire.table.RowOutcome;
import org.roamledger.wire.table.RowReader;
import org.roamledger.wire.table.TableColumns;
import org.roamledger.wire.table.TableContext;
import org.roamledger.wire.table.TableEvidence;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import javax.xml.stream.XMLStreamException;

class RatingTest {

    private static final String HEADER =
            "CDR ID,Start time,Network,Operator,Price,VAT amount,VAT rate,Currency";
    private static final String RATED = "S-1,2026-10-05T10:00:00Z,Hubject,,12.50,2.50,25,EUR";
    private static final String RATED_AND_NAMED =
            "S-1,2026-10-05T10:00:00Z,Hubject,DE*ABC,12.50,2.50,25,EUR";
    private static final String UNRATED = "S-1,2026-10-05T10:00:00Z,Hubject,,,,,";

    @TempDir Path folder;
    private SessionStore store;

    @BeforeEach
    void open() {
        store = SessionStore.open(folder.resolve("test.roamledger"));
        store.addSource(new Source("files", null, null, null, null));
        store.addSource(new Source("other", null, null, null, null));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private MergeCounts row(String line) {
        return row("files", line);
    }

    private MergeCounts row(String source, String line) {
        var columns = TableColumns.of(List.of(HEADER.split(",", -1)));
        var rows =
                new RowReader(
                        columns,
                        new TableContext(null, null, ZoneId.of("Europe/Brussels")),
                        () -> new TableEvidence(columns, ','));
        var cells = Arrays.stream(line.split(",", -1)).<Cell>map(Cell.Text::new).toList();
        var read = (RowOutcome.Read) rows.read(cells, new RecordPlace.Line(2));
        return store.merge(source, new Delivery(List.of(read.session()), List.of()), null);
    }

    private MergeCounts oicp(String energy) {
        return oicp(energy, "2026-10-05T10:00:00+02:00");
    }

    private MergeCounts oicp(String energy, String start) {
        var json =
                """
                {"SessionID": "S-1", "EvseID": "DE*ABC*E1", "SessionStart": "%s", "ConsumedEnergy": %s,
                 "Identification": {"RFIDIdentification": {"UID": "1"}}}
                """
                        .formatted(start, energy)
                        .getBytes(UTF_8);
        var cdrs = new OicpCdrs();
        cdrs.read(Json.tree(json), json, RecordPlace.unknown());
        return store.merge("files", cdrs.delivery(), null);
    }

    private MergeCounts emip(int nature, String wattHours) throws XMLStreamException {
        var xml =
                """
                <chargeDetailRecord><CDRNature>%d</CDRNature><serviceSessionId>G-1</serviceSessionId>
                <startTime>2026-10-05T10:00:00Z</startTime><meterReportList><meterReport><meterTypeId>2</meterTypeId>
                <meterValue>%s</meterValue></meterReport></meterReportList></chargeDetailRecord>
                """
                        .formatted(nature, wattHours);
        var cdrs = new EmipCdrs();
        cdrs.read(xml.getBytes(UTF_8), RecordPlace.unknown());
        return store.merge("files", cdrs.delivery(), null);
    }

    private Report october() {
        return store.load(
                new ReportParameters(
                        Set.of(),
                        false,
                        LocalDate.parse("2026-10-01"),
                        LocalDate.parse("2026-11-01"),
                        ZoneId.of("Europe/Helsinki")),
                Progress.NONE);
    }

    private void requireRated(@Nullable Long energy, long price) {
        var report = october();
        assertThat(report.size()).isEqualTo(1);
        assertThat(report.numbers(ReportColumn.ENERGY_WH).at(0))
                .isEqualTo(energy == null ? Column.Numbers.MISSING : energy);
        assertThat(report.numbers(ReportColumn.PRICE).at(0)).isEqualTo(price);
        assertThat(report.numbers(ReportColumn.VAT_AMOUNT).at(0)).isEqualTo(25_000);
        assertThat(report.numbers(ReportColumn.VAT_RATE).at(0)).isEqualTo(250_000);
        assertThat(report.coded(ReportColumn.CURRENCY).text(0)).isEqualTo("EUR");
    }

    private String provenance() {
        return october().coded(ReportColumn.PROVENANCE).text(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {RATED, RATED_AND_NAMED})
    void aRatedRowFillsThePriceOfTheRecordWhicheverComesFirst(String row) {
        oicp("7");
        assertThat(row(row)).isEqualTo(new MergeCounts(0, 1, 0, 0));
        requireRated(7_000L, 125_000);
        assertThat(provenance())
                .contains("price: reported rated export", "vat_amount: reported rated export");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {RATED, RATED_AND_NAMED})
    void theRecordTakesThePriceOfTheRowThatCameBefore(String row) {
        assertThat(row(row)).isEqualTo(new MergeCounts(1, 0, 0, 0));
        requireRated(null, 125_000);
        assertThat(oicp("7")).isEqualTo(new MergeCounts(0, 1, 0, 0));
        requireRated(7_000L, 125_000);
        assertThat(provenance()).contains("price: reported rated export");
        assertThat(row(row)).isEqualTo(new MergeCounts(0, 0, 1, 0));
    }

    @Test
    void theSameRecordAgainIsNoChangeAndKeepsItsPrice() {
        oicp("7");
        row(RATED);
        assertThat(oicp("7")).isEqualTo(new MergeCounts(0, 0, 1, 0));
        assertThat(row(RATED)).isEqualTo(new MergeCounts(0, 0, 1, 0));
        requireRated(7_000L, 125_000);
    }

    @Test
    void anotherRecordOfTheSessionIsANewVersionAndKeepsThePrice() {
        oicp("7");
        row(RATED);
        assertThat(oicp("8")).isEqualTo(new MergeCounts(0, 1, 0, 0));
        requireRated(8_000L, 125_000);
    }

    @Test
    void theFirstPriceIsNoCorrectionButAnotherOneIs() {
        oicp("7");
        row(RATED);
        assertThat(october().isChanged(0)).isFalse();
        assertThat(row("other", RATED.replace("12.50", "14.00")))
                .isEqualTo(new MergeCounts(0, 1, 0, 0));
        requireRated(7_000L, 140_000);
        assertThat(october().isChanged(0)).isTrue();
    }

    @Test
    void aRowWithoutAPriceTouchesNothing() {
        oicp("7");
        assertThat(row(UNRATED)).isEqualTo(new MergeCounts(0, 0, 1, 0));
        assertThat(october().numbers(ReportColumn.PRICE).at(0)).isEqualTo(Column.Numbers.MISSING);
        assertThat(provenance()).contains("price: missing OICP has no price");
    }

    @Test
    void aRowOfAnotherNetworkIsAnotherSession() {
        oicp("7");
        row(RATED_AND_NAMED.replace("Hubject", "OCPI"));
        assertThat(october().size()).isEqualTo(2);
    }

    @Test
    void aRowThatSaysTheSameInAnotherCaseFindsItsSession() {
        oicp("7");
        row(RATED_AND_NAMED.replace("S-1", "s-1"));
        requireRated(7_000L, 125_000);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRowThatNamesAnotherOperatorThanTheEvseIdIsStillTheSameSession(boolean recordFirst) {
        var row = RATED_AND_NAMED.replace("DE*ABC,", "DE*XYZ,");
        assertThat(row).isNotEqualTo(RATED_AND_NAMED);
        if (recordFirst) {
            oicp("7");
        }
        row(row);
        oicp("7");
        row(row);
        requireRated(7_000L, 125_000);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPriceWithoutCurrencyJoinsTooAndTheCurrencyComesLater(boolean recordFirst) {
        if (recordFirst) {
            oicp("7");
        }
        row(RATED.replace("EUR", ""));
        oicp("7");
        assertThat(october().size()).isEqualTo(1);
        assertThat(october().numbers(ReportColumn.PRICE).at(0)).isEqualTo(125_000);
        row(RATED);
        requireRated(7_000L, 125_000);
        assertThat(row(RATED)).isEqualTo(new MergeCounts(0, 0, 1, 0));
    }

    @Test
    void aRatedRowFillsThePriceOfGirevesRecord() throws XMLStreamException {
        emip(1, "7000");
        row(RATED.replace("S-1", "G-1").replace("Hubject", "Gireve"));
        requireRated(7_000L, 125_000);
    }

    @Test
    void anIntermediateRecordIsListedUntilTheFinalOneComes() throws XMLStreamException {
        assertThat(emip(2, "3000")).isEqualTo(new MergeCounts(0, 0, 0, 1));
        assertThat(october().size()).isZero();
        assertThat(reasons()).containsExactly(Reason.PROVISIONAL);
        emip(1, "7000");
        assertThat(reasons()).isEmpty();
        assertThat(emip(2, "3000")).isEqualTo(new MergeCounts(0, 0, 1, 0));
        assertThat(reasons()).isEmpty();
    }

    @Test
    void theFirstFinalRecordStandsAndAnotherOneIsListed() throws XMLStreamException {
        emip(1, "7000");
        assertThat(emip(1, "8000")).isEqualTo(new MergeCounts(0, 0, 0, 1));
        assertThat(october().numbers(ReportColumn.ENERGY_WH).at(0)).isEqualTo(7_000);
        assertThat(emip(1, "7000")).isEqualTo(new MergeCounts(0, 0, 1, 0));
        assertThat(reasons()).containsExactly(Reason.ALREADY_FINAL);
    }

    private List<Reason> reasons() {
        var found = new ArrayList<KeptReject>();
        store.visitRejects("files", found::add);
        return found.stream().map(kept -> kept.reject().reason()).toList();
    }

    /// The report's days are those of Helsinki. A time in UTC tells nothing of the station's zone.
    @ParameterizedTest
    @CsvSource({
        "2026-09-30T23:30:00+02:00, 2026-09, computed offset of the start +02:00",
        "2026-10-01T00:30:00+03:00, 2026-10, computed offset of the start +03:00",
        "2026-09-30T21:30:00Z, 2026-10, computed report zone Europe/Helsinki",
    })
    void theMonthOfHubjectsRecordIsThatOfTheOffsetItWasSentWith(
            String start, String month, String from) {
        oicp("7", start);
        assertThat(october().coded(ReportColumn.MONTH).text(0)).isEqualTo(month);
        assertThat(provenance()).contains("month: " + from);
    }
}
