package org.roamledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.roamledger.session.SessionFixture.aSession;
import static org.roamledger.session.SessionFixture.delivery;

import org.assertj.core.api.ThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.report.Report;
import org.roamledger.report.ReportParameters;
import org.roamledger.session.Access;
import org.roamledger.session.ChargePoint;
import org.roamledger.session.EvseId;
import org.roamledger.session.FreeUsage;
import org.roamledger.session.KnownStation;
import org.roamledger.session.MergeCounts;
import org.roamledger.session.Organisation;
import org.roamledger.session.PlugType;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.Stated;
import org.roamledger.session.Stated.By;
import org.roamledger.session.Station;
import org.roamledger.session.StationChange;
import org.roamledger.session.StationChange.Change;
import org.roamledger.session.StationDirectory.Owner;
import org.roamledger.session.StationEntry;
import org.roamledger.session.StationIds;
import org.roamledger.session.StationSetting;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// What a person says of stations and organisations, and how it stands against what others say.
class StationListTest {

    private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");
    private static final Instant READ = Instant.parse("2026-11-01T00:00:00Z");
    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final StationIds STATION = new StationIds(null, "STATION-1", null);

    @TempDir Path folder;
    private SessionStore store;

    @BeforeEach
    void open() {
        store =
                SessionStore.open(
                        folder.resolve("test.roamledger"), Clock.fixed(NOW, ZoneOffset.UTC));
        addSource("demo", null);
    }

    private void addSource(String name, @Nullable String organisation) {
        var url = URI.create("http://localhost/ocpi/versions");
        store.addSource(new Source(name, url, null, organisation, null));
    }

    @AfterEach
    void close() {
        store.close();
    }

    /// The station of [org.roamledger.session.SessionFixture], as the back office tells of it.
    private void sync(Instant readAt) {
        store.saveStations(
                "demo",
                List.of(
                        new Station(
                                "SEABC",
                                "station-1",
                                new EvseId("SE*ABC*E100*1"),
                                "Square",
                                ZoneId.of("Europe/Stockholm"),
                                new Organisation("North", null),
                                PlugType.AC,
                                new StationSetting(Access.PUBLIC, FreeUsage.NO),
                                readAt)));
    }

    private static StationEntry owned(StationIds ids, String owner) {
        return entry(ids, List.of(owner), Access.UNKNOWN, FreeUsage.UNKNOWN);
    }

    private static StationEntry entry(
            StationIds ids, List<String> owner, Access access, FreeUsage freeUsage) {
        var setting = new StationSetting(access, freeUsage);
        return new StationEntry(ids, null, null, owner, PlugType.UNKNOWN, setting);
    }

    private MergeCounts list(StationEntry... entries) {
        return store.saveStationList(List.of(entries));
    }

    private Report october(String... organisations) {
        return store.load(
                new ReportParameters(
                        Set.of(organisations),
                        true,
                        LocalDate.parse("2026-10-01"),
                        LocalDate.parse("2026-11-01"),
                        ZoneOffset.UTC),
                Progress.NONE);
    }

    private List<String> inOctober(ReportColumn column) {
        var report = october();
        return IntStream.range(0, report.size())
                .mapToObj(row -> report.coded(column).text(row))
                .toList();
    }

    private KnownStation onlyStation() {
        var stations = store.stationDirectory().stations();
        assertThat(stations).hasSize(1);
        return stations.getFirst();
    }

    @Test
    void whatAPersonSaysOutranksTheBackOfficeValueByValueAndSurvivesTheNextSync() {
        sync(READ);
        store.merge("demo", aSession().delivery(), null);
        list(entry(STATION, List.of(), Access.PRIVATE, FreeUsage.UNKNOWN));
        sync(READ.plusSeconds(60));
        assertThat(inOctober(ReportColumn.ACCESS)).containsExactly("Private");
        assertThat(inOctober(ReportColumn.FREE_USAGE)).containsExactly("no");
        assertThat(inOctober(ReportColumn.ORGANISATION)).containsExactly("North");
    }

    @Test
    void eachValueKeepsWhoSaidItAndWhen() {
        sync(READ);
        list(entry(STATION, List.of(), Access.PRIVATE, FreeUsage.UNKNOWN));
        var station = onlyStation();
        assertThat(station.access()).isEqualTo(new Stated<>(Access.PRIVATE, By.PERSON, NOW));
        assertThat(station.freeUsage()).isEqualTo(new Stated<>(FreeUsage.NO, By.BACK_OFFICE, READ));
    }

    @Test
    void theReportSaysAsOfWhenTheSettingsWereRead() {
        sync(READ);
        store.merge("demo", aSession().delivery(), null);
        assertThat(october().numbers(ReportColumn.SETTING_AS_OF).at(0))
                .isEqualTo(READ.getEpochSecond());
        list(entry(STATION, List.of(), Access.PRIVATE, FreeUsage.YES));
        assertThat(october().numbers(ReportColumn.SETTING_AS_OF).at(0))
                .isEqualTo(NOW.getEpochSecond());
    }

    @Test
    void settingsOfWhichOnlyTheSessionTellsHaveNoTime() {
        store.merge("demo", aSession().delivery(), null);
        assertThat(october().column(ReportColumn.SETTING_AS_OF).isMissing(0)).isTrue();
    }

    @Test
    void theSameListAgainChangesNothing() {
        assertThat(list(owned(STATION, "South"))).isEqualTo(new MergeCounts(1, 0, 0, 0));
        assertThat(list(owned(STATION, "South"))).isEqualTo(new MergeCounts(0, 0, 1, 0));
        assertThat(list(owned(STATION, "West"))).isEqualTo(new MergeCounts(0, 1, 0, 0));
        assertThat(store.stationList()).hasSize(1);
    }

    @Test
    void aSessionThatNamesNoStationIdIsFoundByItsEvseId() {
        list(owned(new StationIds(null, "77", new EvseId("SE-ABC-E100-1")), "South"));
        var evse = new EvseId("SE*ABC*E100*1");
        store.merge("demo", aSession().at(new ChargePoint(null, evse, null)).delivery(), null);
        assertThat(inOctober(ReportColumn.ORGANISATION)).containsExactly("South");
        assertThat(inOctober(ReportColumn.STATION_ID)).containsExactly("77");
    }

    @Test
    void aSessionKnownByEvseIdAloneIsFoundThroughTheLocation() {
        sync(READ);
        list(owned(STATION, "South"));
        var evse = new EvseId("SE*ABC*E100*1");
        store.merge("demo", aSession().at(new ChargePoint(null, evse, null)).delivery(), null);
        assertThat(inOctober(ReportColumn.ORGANISATION)).containsExactly("South");
    }

    @Test
    void aListThatNamesAnotherEvseOfTheStationSaysNothingOfThisOne() {
        store.merge("demo", aSession().delivery(), null);
        list(owned(new StationIds(null, "station-1", new EvseId("SE*ABC*E100*2")), "South"));
        assertThat(inOctober(ReportColumn.ORGANISATION)).containsExactly("");
    }

    @Test
    void theStationIdOfAnotherOperatorIsAnotherStation() {
        store.merge("demo", aSession().delivery(), null);
        list(owned(new StationIds("DEXYZ", "station-1", null), "South"));
        assertThat(inOctober(ReportColumn.ORGANISATION)).containsExactly("");
        list(owned(new StationIds("SEABC", "station-1", null), "North"));
        assertThat(inOctober(ReportColumn.ORGANISATION)).containsExactly("North");
    }

    @Test
    void theLastWordCountsHoweverTheStationWasNamed() {
        store.merge("demo", aSession().delivery(), null);
        var exact = new StationIds("SEABC", "station-1", new EvseId("SE*ABC*E100*1"));
        list(owned(STATION, "First"));
        list(owned(exact, "Second"));
        assertThat(inOctober(ReportColumn.ORGANISATION)).containsExactly("Second");
        list(owned(STATION, "Third"));
        assertThat(inOctober(ReportColumn.ORGANISATION)).containsExactly("Third");
    }

    @Test
    void aSealedStationNameCountsBeforeTheListAndTheListBeforeNothing() {
        var evse = new EvseId("SE*ABC*E100*1");
        store.merge(
                "demo",
                delivery(
                        aSession().cdrId("1"),
                        aSession().cdrId("2").at(new ChargePoint("station-1", evse, null))),
                null);
        var unknown = StationSetting.UNKNOWN;
        list(new StationEntry(STATION, "Listed", null, List.of(), PlugType.UNKNOWN, unknown));
        assertThat(inOctober(ReportColumn.STATION_NAME)).containsExactly("Stora torget", "Listed");
    }

    @Test
    void theZoneOfTheListDecidesTheMonth() {
        var late = aSession().times("2026-10-31T22:30:00Z", null).delivery();
        store.merge("demo", late, null);
        assertThat(inOctober(ReportColumn.MONTH)).containsExactly("2026-10");
        var unknown = StationSetting.UNKNOWN;
        list(new StationEntry(STATION, null, HELSINKI, List.of(), PlugType.UNKNOWN, unknown));
        assertThat(inOctober(ReportColumn.MONTH)).containsExactly("2026-11");
    }

    @Test
    void theZoneOfAnOrganisationHoldsForThoseBelowIt() {
        store.putOrganisation(null, new Owner(new Organisation("Group", null), HELSINKI));
        list(entry(STATION, List.of("Group", "South"), Access.UNKNOWN, FreeUsage.UNKNOWN));
        store.merge("demo", aSession().times("2026-10-31T22:30:00Z", null).delivery(), null);
        assertThat(inOctober(ReportColumn.MONTH)).containsExactly("2026-11");
        assertThat(store.zoneOf(Set.of("South"))).contains(HELSINKI);
    }

    @Test
    void aStationWithoutOwnerFallsToTheSourcesOrganisation() {
        addSource("owned", "Fallback");
        store.merge("owned", aSession().delivery(), null);
        assertThat(onlyStation().owner()).isEqualTo(new Stated<>("Fallback", By.SOURCE, null));
        assertThat(october("Fallback").size()).isEqualTo(1);
    }

    @Test
    void aStationWithoutSessionsFallsToTheSourcesOrganisationToo() {
        store.removeSource("demo");
        addSource("demo", "Fallback");
        store.saveStations(
                "demo",
                List.of(
                        new Station(
                                "SEABC",
                                "station-1",
                                null,
                                null,
                                null,
                                null,
                                PlugType.AC,
                                StationSetting.UNKNOWN,
                                READ)));
        assertThat(onlyStation().owner()).isEqualTo(new Stated<>("Fallback", By.SOURCE, null));
    }

    @Test
    void anOwnerThatOnlyRecordsNameCanBeAskedForAndPlaced() {
        store.merge("demo", aSession().organisation("Harbour").delivery(), null);
        assertThat(october("Harbour").size()).isEqualTo(1);
        store.putOrganisation(null, new Owner(new Organisation("Group", null), null));
        store.putOrganisation("Harbour", new Owner(new Organisation("Harbour", "Group"), null));
        assertThat(october("Group").size()).isEqualTo(1);
    }

    @Test
    void sessionsOfOneStationFromRecordsAndLocationsAreCountedTogether() {
        sync(READ);
        store.merge(
                "demo",
                delivery(
                        aSession().cdrId("1"),
                        aSession().cdrId("2"),
                        aSession().cdrId("3").at(new ChargePoint("STATION-1", null, "Old name"))),
                null);
        assertThat(onlyStation().sessions()).isEqualTo(3);
    }

    @Test
    void aStationThatOnlySessionsTellOfIsListedWithoutOwner() {
        store.merge("demo", aSession().delivery(), null);
        assertThat(onlyStation().owner()).isNull();
        assertThat(onlyStation().ids())
                .isEqualTo(new StationIds("SEABC", "station-1", new EvseId("SE*ABC*E100*1")));
    }

    @Test
    void aChangeOfSeveralStationsKeepsTheRestAndCanBeTakenBack() {
        sync(READ);
        list(entry(STATION, List.of(), Access.PRIVATE, FreeUsage.YES));
        var ids = List.of(onlyStation().ids());
        store.changeStations(
                ids,
                new StationChange(
                        new Change.Say<>("South"),
                        new Change.Keep<>(),
                        new Change.TakeBack<>(),
                        new Change.Keep<>()));
        var station = onlyStation();
        assertThat(station.owner()).isEqualTo(new Stated<>("South", By.PERSON, NOW));
        assertThat(station.access()).isEqualTo(new Stated<>(Access.PUBLIC, By.BACK_OFFICE, READ));
        assertThat(station.freeUsage()).isEqualTo(new Stated<>(FreeUsage.YES, By.PERSON, NOW));
    }

    @Test
    void whatIsTakenBackAltogetherLeavesNoEntry() {
        list(owned(STATION, "South"));
        store.changeStations(
                List.of(STATION),
                new StationChange(
                        new Change.TakeBack<>(),
                        new Change.Keep<>(),
                        new Change.Keep<>(),
                        new Change.Keep<>()));
        assertThat(store.stationList()).isEmpty();
    }

    @Test
    void aCircleOfOrganisationsIsRefusedAndNothingOfTheListIsKept() {
        store.putOrganisation(null, new Owner(new Organisation("A", null), null));
        store.putOrganisation(null, new Owner(new Organisation("B", "A"), null));
        assertProblem(
                () -> store.putOrganisation("A", new Owner(new Organisation("A", "B"), null)),
                new Problem.OrganisationCycle("A", "B"));
        assertProblem(
                () ->
                        list(
                                owned(STATION, "C"),
                                entry(
                                        STATION,
                                        List.of("B", "A"),
                                        Access.UNKNOWN,
                                        FreeUsage.UNKNOWN)),
                new Problem.OrganisationCycle("A", "B"));
        assertThat(store.stationList()).isEmpty();
        assertThat(store.organisations()).extracting(Organisation::name).containsExactly("A", "B");
    }

    @Test
    void aBackOfficeNeverClosesACircle() {
        store.saveOrganisation(new Organisation("A", "B"), null);
        store.saveOrganisation(new Organisation("B", "A"), null);
        assertThat(store.organisations())
                .containsExactly(new Organisation("A", "B"), new Organisation("B", null));
    }

    @Test
    void anOrganisationThatAPersonMovedIsNotMovedBack() {
        store.saveOrganisation(new Organisation("North", "Old group"), null);
        store.putOrganisation("North", new Owner(new Organisation("North", null), null));
        store.saveOrganisation(new Organisation("North", "Old group"), null);
        assertThat(store.organisations()).contains(new Organisation("North", null));
    }

    @Test
    void aRenamedOrganisationIsStillFoundByItsOldName() {
        sync(READ);
        store.merge("demo", aSession().organisation("north").delivery(), null);
        store.putOrganisation("North", new Owner(new Organisation("North AB", null), null));
        sync(READ.plusSeconds(60));
        assertThat(store.organisations()).containsExactly(new Organisation("North AB", null));
        assertThat(inOctober(ReportColumn.ORGANISATION)).containsExactly("North AB");
    }

    @Test
    void theNameOfAnotherOrganisationIsRefused() {
        store.putOrganisation(null, new Owner(new Organisation("North", null), null));
        store.putOrganisation(null, new Owner(new Organisation("South", null), null));
        assertProblem(
                () ->
                        store.putOrganisation(
                                "North", new Owner(new Organisation("south", null), null)),
                new Problem.OrganisationExists("south"));
    }

    @Test
    void anUnknownParentIsRefused() {
        assertProblem(
                () -> store.putOrganisation(null, new Owner(new Organisation("A", "B"), null)),
                new Problem.OrganisationUnknown("B", List.of()));
    }

    private static void assertProblem(ThrowableAssert.ThrowingCallable work, Problem expected) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.problem()).isEqualTo(expected));
    }
}
