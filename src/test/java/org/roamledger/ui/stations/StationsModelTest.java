package org.roamledger.ui.stations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.roamledger.problem.Problem;
import org.roamledger.session.Access;
import org.roamledger.session.KnownStation;
import org.roamledger.session.Organisation;
import org.roamledger.session.StationChange;
import org.roamledger.session.StationChange.Change;
import org.roamledger.session.StationDirectory.Owner;
import org.roamledger.ui.CannedEngine;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Notice;
import org.roamledger.ui.stations.OwnerNode.Kind;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

class StationsModelTest {

    private static final OwnerNode.Key NO_OWNER = new OwnerNode.Key(Kind.NO_OWNER, "");

    private final CannedEngine engine = new CannedEngine();
    private final List<Notice> notices = new ArrayList<>();
    private final List<String> reloads = new ArrayList<>();
    private final StationsModel model =
            new StationsModel(
                    engine,
                    new Background(_ -> Runnable::run, Runnable::run, () -> {}),
                    notices::add,
                    () -> reloads.add("report"));

    private StationsModel.Shown shown() {
        return Objects.requireNonNull(model.shown().get());
    }

    private static OwnerNode.Key owner(String name) {
        return new OwnerNode.Key(Kind.OWNER, name);
    }

    private static StationChange owned(String name) {
        return new StationChange(
                new Change.Say<>(name),
                new Change.Keep<>(),
                new Change.Keep<>(),
                new Change.Keep<>());
    }

    @Test
    void theTreeCountsStationsAndSessionsWithThoseBelow() {
        model.open();
        var nordvolt = shown().tree().get(3);
        assertThat(shown().tree())
                .extracting(OwnerNode::name)
                .containsExactly("", "", "Kustladd", "Nordvolt");
        assertThat(nordvolt.below())
                .extracting(OwnerNode::name)
                .containsExactly("Nordvolt Gothenburg", "Nordvolt Malmö");
        assertThat(nordvolt.stations()).isEqualTo(144);
        var all = shown().tree().getFirst();
        assertThat(all.sessions())
                .isEqualTo(shown().stations().stream().mapToLong(KnownStation::sessions).sum());
    }

    @Test
    void anOrganisationShowsItsStationsAndThoseBelow() {
        model.open();
        model.choose(owner("Nordvolt"));
        assertThat(shown().stations()).hasSize(144);
        model.choose(owner("Nordvolt Malmö"));
        assertThat(shown().stations()).hasSize(48);
    }

    @Test
    void stationsWithoutOwnerHaveALineOfTheirOwn() {
        model.open();
        model.choose(NO_OWNER);
        assertThat(shown().stations()).hasSize(48).allMatch(station -> station.owner() == null);
    }

    @Test
    void theSearchFindsIdsAndNamesInAnyCaseAndAccent() {
        model.open();
        model.search("massan");
        assertThat(shown().stations()).hasSize(48);
        model.search("e1042*1");
        assertThat(shown().stations()).hasSize(1);
    }

    @Test
    void whatIsMissingComesLastInBothDirections() {
        model.open();
        for (var descending : List.of(true, false)) {
            model.sort(new StationsModel.Order(StationField.OWNER, descending));
            assertThat(shown().stations().getFirst().owner()).isNotNull();
            assertThat(shown().stations().getLast().owner()).isNull();
        }
    }

    @Test
    void figuresAreOrderedAsFigures() {
        model.open();
        model.sort(new StationsModel.Order(StationField.SESSIONS, true));
        assertThat(shown().stations())
                .isSortedAccordingTo(Comparator.comparingLong(KnownStation::sessions).reversed());
    }

    @Test
    void aChangeShowsAtOnceAndReloadsTheReport() {
        model.open();
        model.choose(NO_OWNER);
        var ids = shown().stations().stream().limit(2).map(KnownStation::ids).toList();
        model.change(ids, owned("Kustladd"));
        assertThat(shown().stations()).hasSize(46);
        assertThat(reloads).hasSize(1);
        assertThat(notices).extracting(Notice::key).containsExactly("stations.changed");
    }

    @Test
    void aRenamedOrganisationStaysChosen() {
        model.open();
        model.choose(owner("Kustladd"));
        model.put(
                "Kustladd",
                new Owner(new Organisation("Kust AB", null), null),
                () -> {},
                problem -> {});
        assertThat(shown().node().name()).isEqualTo("Kust AB");
    }

    @Test
    void aRefusedOrganisationChangesNothing() {
        model.open();
        var refused = new ArrayList<Problem>();
        model.put(
                null, new Owner(new Organisation("Kustladd", null), null), () -> {}, refused::add);
        assertThat(refused).containsExactly(new Problem.OrganisationExists("Kustladd"));
        assertThat(reloads).isEmpty();
    }

    @Test
    void whatWasShownStaysWhenReadingFails() {
        model.open();
        var before = shown();
        engine.stationsProblem = new Problem.StoreBusy(Path.of("x"));
        model.refresh();
        assertThat(shown()).isSameAs(before);
        assertThat(notices).extracting(Notice::level).containsExactly(Notice.Level.FAILED);
    }

    @Test
    void nothingIsReadWhileNobodyLooks() {
        model.refresh();
        assertThat(model.shown().get()).isNull();
    }

    @Test
    void theListIsExported() {
        model.export(Path.of("list.csv"), Locale.ENGLISH);
        assertThat(engine.exported).containsExactly(Path.of("list.csv"));
        assertThat(notices).extracting(Notice::key).containsExactly("stations.exported");
    }

    @Test
    void theOriginIsWhoeverIsBelievedFirst() {
        model.open();
        var said =
                shown().stations().stream()
                        .filter(
                                station ->
                                        StationField.ORIGIN.of(station) instanceof Enum<?> by
                                                && by.name().equals("PERSON"))
                        .toList();
        assertThat(said)
                .hasSize(35)
                .allMatch(
                        station ->
                                station.access() != null
                                        && station.access().value() != Access.UNKNOWN);
    }
}
