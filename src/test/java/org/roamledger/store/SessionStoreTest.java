package org.roamledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.roamledger.session.SessionFixture.aSession;
import static org.roamledger.session.SessionFixture.delivery;

import org.assertj.core.api.ThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.report.Column;
import org.roamledger.report.Report;
import org.roamledger.report.ReportParameters;
import org.roamledger.report.SessionVersion;
import org.roamledger.session.Access;
import org.roamledger.session.ChargePoint;
import org.roamledger.session.DeliveredSession;
import org.roamledger.session.Delivery;
import org.roamledger.session.EvseId;
import org.roamledger.session.FreeUsage;
import org.roamledger.session.MergeCounts;
import org.roamledger.session.Network;
import org.roamledger.session.NetworkRules;
import org.roamledger.session.Organisation;
import org.roamledger.session.PartyId;
import org.roamledger.session.PlugType;
import org.roamledger.session.Provenance;
import org.roamledger.session.RawMessage;
import org.roamledger.session.RecordPlace;
import org.roamledger.session.Reject;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.Station;
import org.roamledger.session.StationSetting;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

class SessionStoreTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @TempDir Path folder;
    private SessionStore store;

    @BeforeEach
    void open() {
        store = SessionStore.open(folder.resolve("test.roamledger"));
        store.addSource(source("demo"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Source source(String name) {
        return new Source(name, URI.create("http://localhost/ocpi/versions"), null, null, null);
    }

    private Report october() {
        return report("2026-10-01", "2026-11-01");
    }

    private Report report(String from, String to, String... organisations) {
        return store.load(
                new ReportParameters(
                        Set.of(organisations),
                        false,
                        LocalDate.parse(from),
                        LocalDate.parse(to),
                        STOCKHOLM),
                Progress.NONE);
    }

    private static List<String> texts(Report report, ReportColumn column) {
        return IntStream.range(0, report.size())
                .mapToObj(row -> report.coded(column).text(row))
                .toList();
    }

    @Test
    void theSameDeliveryAgainChangesNothing() {
        var first = store.merge("demo", aSession().delivery(), null);
        var again = store.merge("demo", aSession().delivery(), null);
        assertThat(first).isEqualTo(new MergeCounts(1, 0, 0, 0));
        assertThat(again).isEqualTo(new MergeCounts(0, 0, 1, 0));
        assertThat(october().size()).isEqualTo(1);
    }

    @Test
    void anotherPriceIsANewVersionAndTheOldOneIsKept() {
        store.merge("demo", aSession().gross("10", "2", "SEK").delivery(), null);
        var counts = store.merge("demo", aSession().gross("11", "2.2", "SEK").delivery(), null);
        assertThat(counts).isEqualTo(new MergeCounts(0, 1, 0, 0));
        var report = october();
        assertThat(report.numbers(ReportColumn.PRICE).at(0)).isEqualTo(110_000);
        var versions = store.detail(report.sessionId(0), STOCKHOLM).versions();
        assertThat(versions).extracting(SessionVersion::number).containsExactly(2, 1);
        assertThat(versions).allMatch(version -> version.raw().text().equals("{\"id\":\"CDR-1\"}"));
        assertThat(versions.getFirst().provenance())
                .containsEntry(ReportColumn.PRICE, Provenance.reported("total_cost.incl_vat"));
    }

    @Test
    void theSameRecordInOtherCaseAndFromAnotherSourceIsOneSession() {
        store.addSource(source("second"));
        store.merge("demo", aSession().cdrId("abc").delivery(), null);
        store.merge("second", aSession().cdrId("ABC").delivery(), null);
        assertThat(october().size()).isEqualTo(1);
    }

    @Test
    void twoSourcesThatDisagreeDoNotReplaceEachOtherAtEverySync() {
        store.addSource(source("second"));
        var one = aSession().gross("10", "2", "SEK").delivery();
        var other = aSession().gross("11", "2.2", "SEK").delivery();
        store.merge("demo", one, null);
        assertThat(store.merge("second", other, null).changed()).isEqualTo(1);
        assertThat(store.merge("demo", one, null).unchanged()).isEqualTo(1);
        assertThat(store.merge("second", other, null).unchanged()).isEqualTo(1);
    }

    @Test
    void aRowOfAReportNeverReplacesTheRecordItWasMadeOf() {
        store.merge("demo", aSession().wattHours("12345.6").delivery(), null);
        var row = aSession().wattHours("12346").build();
        var raw = new RawMessage(RawMessage.Form.REPORT_ROW, new byte[0]);
        var file = new Delivery(List.of(new DeliveredSession(row, raw)), List.of());
        assertThat(store.merge("demo", file, null)).isEqualTo(new MergeCounts(0, 0, 1, 0));
        assertThat(store.detail(october().sessionId(0), STOCKHOLM).versions()).hasSize(1);
    }

    @Test
    void positionAndSessionsAreStoredTogether() {
        var to = Instant.parse("2026-11-01T00:00:00Z");
        var position =
                new SyncPosition(
                        Instant.parse("2026-10-01T00:00:00Z"),
                        new SyncPosition.Window(null, to, 1000, 999, 2000, -7));
        store.merge("demo", aSession().delivery(), position);
        store.close();
        store = SessionStore.open(folder.resolve("test.roamledger"));
        assertThat(store.position("demo")).isEqualTo(position);
        store.merge("demo", new Delivery(List.of(), List.of()), new SyncPosition(to, null));
        assertThat(store.position("demo")).isEqualTo(new SyncPosition(to, null));
    }

    @Test
    void timeFrameIsHalfOpenInTheReportZone() {
        store.merge(
                "demo",
                delivery(
                        aSession()
                                .cdrId("last second of September")
                                .times("2026-09-30T21:59:59Z", null),
                        aSession().cdrId("first second").times("2026-09-30T22:00:00Z", null),
                        aSession().cdrId("last second").times("2026-10-31T22:59:59Z", null),
                        aSession()
                                .cdrId("first second of November")
                                .times("2026-10-31T23:00:00Z", null)),
                null);
        var report = october();
        var ids = (Column.Ids) report.column(ReportColumn.CDR_ID);
        assertThat(List.of(ids.text(0), ids.text(1)))
                .containsExactly("first second", "last second");
        assertThat(report.size()).isEqualTo(2);
    }

    @Test
    void monthIsThatOfTheStationsZone() {
        store.saveStations(
                "demo", List.of(station("station-1", ZoneId.of("Europe/Helsinki"), null)));
        // Still September in Stockholm, already October in Helsinki.
        store.merge("demo", aSession().times("2026-09-30T21:30:00Z", null).delivery(), null);
        assertThat(texts(report("2026-09-01", "2026-11-01"), ReportColumn.MONTH))
                .containsExactly("2026-10");
    }

    private static Station station(String id, ZoneId zone, @Nullable Organisation owner) {
        return new Station(
                "SEABC",
                id,
                new EvseId("SE*ABC*E100*1"),
                "From the station list",
                zone,
                owner,
                PlugType.DC,
                new StationSetting(Access.PRIVATE, FreeUsage.YES),
                Instant.parse("2026-10-20T00:00:00Z"));
    }

    @Test
    void stationDataFillsWhatTheRecordLeavesOpen() {
        store.saveStations(
                "demo",
                List.of(station("Station-1", STOCKHOLM, new Organisation("Sub", "Parent"))));
        var unnamed = new ChargePoint("station-1", null, null);
        store.merge("demo", aSession().at(unnamed).plugType(PlugType.UNKNOWN).delivery(), null);
        var report = october();
        assertThat(texts(report, ReportColumn.STATION_NAME))
                .containsExactly("From the station list");
        assertThat(texts(report, ReportColumn.PLUG_TYPE)).containsExactly("DC");
        assertThat(texts(report, ReportColumn.ACCESS)).containsExactly("Private");
        assertThat(texts(report, ReportColumn.FREE_USAGE)).containsExactly("yes");
        assertThat(texts(report, ReportColumn.ORGANISATION)).containsExactly("Sub");
    }

    @Test
    void nameSealedIntoTheRecordWins() {
        store.saveStations("demo", List.of(station("station-1", STOCKHOLM, null)));
        store.merge("demo", aSession().delivery(), null);
        assertThat(texts(october(), ReportColumn.STATION_NAME)).containsExactly("Stora torget");
    }

    @Test
    void organisationsBringTheirSubOrganisationsOnlyWhenAsked() {
        store.saveStations(
                "demo",
                List.of(station("station-1", STOCKHOLM, new Organisation("Sub", "Parent"))));
        store.merge("demo", aSession().delivery(), null);
        var from = LocalDate.parse("2026-10-01");
        var alone =
                new ReportParameters(Set.of("Parent"), false, from, from.plusMonths(1), STOCKHOLM);
        var family =
                new ReportParameters(Set.of("Parent"), true, from, from.plusMonths(1), STOCKHOLM);
        assertThat(store.load(alone, Progress.NONE).size()).isZero();
        assertThat(store.load(family, Progress.NONE).size()).isEqualTo(1);
    }

    @Test
    void anUnknownOrganisationIsSaidToBeSo() {
        assertProblem(
                () -> report("2026-10-01", "2026-11-01", "Nobody"),
                new Problem.OrganisationUnknown("Nobody", List.of()));
    }

    @Test
    void nothingOfASourceIsShownWhileItsTokenLacksAModule() {
        store.merge("demo", aSession().delivery(), null);
        var at = Instant.parse("2026-10-20T00:00:00Z");
        store.recordSync("demo", new SyncOutcome(at, "moduleMissing", Set.of("Stations")));
        assertThat(october().size()).isZero();
        store.recordSync("demo", new SyncOutcome(at, null, Set.of()));
        assertThat(october().size()).isEqualTo(1);
    }

    @Test
    void rowsAreOrderedByStartThenCdrId() {
        store.merge(
                "demo",
                delivery(
                        aSession().cdrId("b").times("2026-10-05T10:00:00Z", null),
                        aSession().cdrId("c").times("2026-10-04T10:00:00Z", null),
                        aSession().cdrId("a").times("2026-10-05T10:00:00Z", null)),
                null);
        var ids = (Column.Ids) october().column(ReportColumn.CDR_ID);
        assertThat(List.of(ids.text(0), ids.text(1), ids.text(2))).containsExactly("c", "a", "b");
    }

    @Test
    void missingValuesStayMissing() {
        store.merge(
                "demo",
                aSession()
                        .gross(null, null, "EUR")
                        .wattHours(null)
                        .transactionId(null)
                        .provider(null)
                        .times("2026-10-05T10:00:00Z", null)
                        .delivery(),
                null);
        var report = october();
        assertThat(
                        List.of(
                                ReportColumn.PRICE,
                                ReportColumn.VAT_AMOUNT,
                                ReportColumn.VAT_RATE,
                                ReportColumn.ENERGY_WH,
                                ReportColumn.METER_START_WH,
                                ReportColumn.STOP_TIME,
                                ReportColumn.DURATION,
                                ReportColumn.TRANSACTION_ID,
                                ReportColumn.PROVIDER_ID))
                .allMatch(column -> report.column(column).isMissing(0));
    }

    @Test
    void theSameRejectStandsInTheListOnce() {
        var reject =
                new Reject(
                        RecordPlace.item("cdrs", 3),
                        "CDR-9",
                        Reject.Reason.NOT_A_TIME,
                        "start_date_time",
                        "soon",
                        "{}");
        var delivery = new Delivery(List.of(), List.of(reject));
        assertThat(store.merge("demo", delivery, null).rejected()).isEqualTo(1);
        store.merge("demo", delivery, null);
        assertThat(store.rejects("demo")).containsExactly(reject);
    }

    @Test
    void aRemovedSourceLeavesItsSessionsAndCanBeAddedAgain() {
        store.merge("demo", aSession().delivery(), null);
        store.removeSource("demo");
        assertThat(store.sources()).isEmpty();
        assertThat(october().size()).isEqualTo(1);
        store.addSource(source("demo"));
        assertThat(store.merge("demo", aSession().delivery(), null).unchanged()).isEqualTo(1);
    }

    @Test
    void twoSourcesCannotHaveOneName() {
        assertProblem(() -> store.addSource(source("demo")), new Problem.SourceExists("demo"));
    }

    @Test
    void anUnknownSourceIsSaidToBeSo() {
        assertProblem(
                () -> store.position("nobody"),
                new Problem.SourceUnknown("nobody", List.of("demo")));
    }

    @Test
    void zoneOfOrganisationsIsThatOfTheirStations() {
        store.saveStations(
                "demo",
                List.of(
                        station("1", STOCKHOLM, new Organisation("North", null)),
                        station("2", ZoneId.of("Europe/Berlin"), new Organisation("South", null))));
        assertThat(store.zoneOf(Set.of("North"))).contains(STOCKHOLM);
        assertThat(store.zoneOf(Set.of())).isEmpty();
    }

    @Test
    void networkIsShownByItsName() {
        store.merge("demo", aSession().network(Network.GIREVE).delivery(), null);
        assertThat(texts(october(), ReportColumn.NETWORK)).containsExactly("Gireve");
    }

    @Test
    void aTextFileIsNoStore() throws Exception {
        var file =
                Files.writeString(folder.resolve("letter.txt"), "Dear Sir or Madam, ".repeat(100));
        assertProblem(() -> SessionStore.open(file), new Problem.StoreNotAStore(file));
        assertThat(file).hasContent("Dear Sir or Madam, ".repeat(100));
    }

    @Test
    void anotherApplicationsDatabaseIsNoStore() throws Exception {
        var file = folder.resolve("other.db");
        execute(file, "CREATE TABLE t (a)");
        assertProblem(() -> SessionStore.open(file), new Problem.StoreNotAStore(file));
    }

    @Test
    void aNewerStoreIsRefused() throws Exception {
        var file = folder.resolve("newer.roamledger");
        SessionStore.open(file).close();
        execute(file, "PRAGMA user_version=99");
        assertProblem(
                () -> SessionStore.open(file), new Problem.StoreNewer(file, 99, StoreFile.VERSION));
    }

    @Test
    void aWriteThatFailsLeavesNothingAndTheNextOneWorks() {
        var beyond =
                aSession()
                        .cdrId("never stored")
                        .at(new ChargePoint("never", null, null))
                        .delivery();
        var broken = new SyncPosition(Instant.MAX, null);
        assertThatThrownBy(() -> store.merge("demo", beyond, broken))
                .isInstanceOf(ArithmeticException.class);
        assertThat(store.merge("demo", aSession().delivery(), null).added()).isEqualTo(1);
        assertThat(october().size()).isEqualTo(1);
        assertThat(store.merge("demo", beyond, null).added()).isEqualTo(1);
        assertThat(texts(october(), ReportColumn.STATION_ID))
                .containsExactlyInAnyOrder("station-1", "never");
    }

    @Test
    void aStoreThatCannotBeWrittenCanBeRead() throws Exception {
        store.merge("demo", aSession().delivery(), null);
        var file = store.path();
        store.close();
        Assumptions.assumeTrue(
                file.toFile().setReadOnly() && !Files.isWritable(file), "not as root");
        store = SessionStore.open(file);
        assertThat(october().size()).isEqualTo(1);
        assertProblem(
                () -> store.merge("demo", aSession().delivery(), null),
                new Problem.StoreReadOnly(file));
        assertThat(file.toFile().setWritable(true)).isTrue();
    }

    private static void execute(Path file, String sql) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void enginesThatCanLoseDataAreRefused() {
        assertThat(List.of("3.51.3", "3.51.10", "3.54.1", "4.0.0"))
                .allMatch(StoreFile::isSafeEngine);
        assertThat(List.of("3.51.2", "3.50.7", "3.7.0", "2.9.9"))
                .noneMatch(StoreFile::isSafeEngine);
    }

    private static void assertProblem(ThrowableAssert.ThrowingCallable work, Problem expected) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.problem()).isEqualTo(expected));
    }

    @Test
    void aSourceKeepsHowItIsAskedAndRead() {
        var rules = NetworkRules.parse("provider:DE-8EO=Hubject\nfield:hub_name");
        var routing = new Routing(new PartyId("FI*ABC"), new PartyId("FR*GIR"));
        var source =
                new Source(
                        "hub",
                        URI.create("https://hub.example/ocpi/versions"),
                        null,
                        null,
                        null,
                        new SourceSettings(Protocol.OCPI, rules, routing));
        store.addSource(source);
        assertThat(store.source("hub").source()).isEqualTo(source);
    }

    @Test
    void aSessionThatEndsInTheYear9999IsShownWithoutStop() {
        store.merge(
                "demo",
                aSession().times("2026-10-05T10:00:00Z", "9999-12-31T23:59:59Z").delivery(),
                null);
        var report = october();
        assertThat(report.column(ReportColumn.DURATION).isMissing(0)).isTrue();
        assertThat(store.detail(report.sessionId(0), STOCKHOLM).versions()).hasSize(1);
    }
}
