package org.roamledger.ui;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.session.Access;
import org.roamledger.session.EvseId;
import org.roamledger.session.FreeUsage;
import org.roamledger.session.KnownStation;
import org.roamledger.session.Organisation;
import org.roamledger.session.PlugType;
import org.roamledger.session.Stated;
import org.roamledger.session.Stated.By;
import org.roamledger.session.StationChange;
import org.roamledger.session.StationChange.Change;
import org.roamledger.session.StationDirectory;
import org.roamledger.session.StationDirectory.Owner;
import org.roamledger.session.StationIds;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// Made-up stations and their owners, the same at every run; immutable.
public record CannedStations(List<Owner> owners, List<KnownStation> stations) {

    private static final List<String> OWNERS =
            List.of("Nordvolt", "Nordvolt Gothenburg", "Nordvolt Malmö", "Kustladd", "");
    private static final List<String> PLACES =
            List.of("Centralen P1", "Hamnen Norra", "Mässan Gate 3", "Stortorget", "Rastplats E6");

    /// 240 stations, every fifth without owner.
    public static CannedStations some() {
        var owners =
                List.of(
                        owner("Kustladd", null, null),
                        owner("Nordvolt", null, "Europe/Stockholm"),
                        owner("Nordvolt Gothenburg", "Nordvolt", null),
                        owner("Nordvolt Malmö", "Nordvolt", null));
        var stations = new ArrayList<KnownStation>();
        for (var i = 0; i < 240; i++) {
            stations.add(station(i));
        }
        return new CannedStations(owners, List.copyOf(stations));
    }

    private static Owner owner(String name, @Nullable String parent, @Nullable String zone) {
        return new Owner(new Organisation(name, parent), zone == null ? null : ZoneId.of(zone));
    }

    private static KnownStation station(int i) {
        var id = String.valueOf(1000 + i);
        var owner = OWNERS.get(i % OWNERS.size());
        var by = i % 7 == 0 ? By.PERSON : By.BACK_OFFICE;
        return new KnownStation(
                new StationIds("SENVO", "ST-" + id, new EvseId("SE*NVO*E" + id + "*1")),
                stated(PLACES.get(i % PLACES.size()), By.BACK_OFFICE),
                i % 4 == 0 ? stated(CannedEngine.ZONE, By.BACK_OFFICE) : null,
                owner.isEmpty() ? null : stated(owner, by),
                i % 11 == 0 ? null : stated(i % 3 == 0 ? PlugType.DC : PlugType.AC, By.BACK_OFFICE),
                stated(i % 5 == 1 ? Access.PRIVATE : Access.PUBLIC, by),
                i % 9 == 0 ? null : stated(FreeUsage.NO, By.BACK_OFFICE),
                i * 37L % 400);
    }

    private static <T> Stated<T> stated(T value, By by) {
        return new Stated<>(
                value, by, CannedEngine.NOW.minusSeconds(by == By.PERSON ? 86_400 : 300));
    }

    StationDirectory directory() {
        return new StationDirectory(owners, stations);
    }

    CannedStations changed(List<StationIds> ids, StationChange change) {
        var after =
                stations.stream()
                        .map(
                                station ->
                                        ids.contains(station.ids())
                                                ? changed(station, change)
                                                : station)
                        .toList();
        return new CannedStations(owners, after);
    }

    private static KnownStation changed(KnownStation station, StationChange change) {
        return new KnownStation(
                station.ids(),
                station.name(),
                changed(station.zone(), change.zone()),
                changed(station.owner(), change.owner()),
                station.plugType(),
                changed(station.access(), change.access()),
                changed(station.freeUsage(), change.freeUsage()),
                station.sessions());
    }

    private static <T> @Nullable Stated<T> changed(@Nullable Stated<T> before, Change<T> change) {
        return switch (change) {
            case Change.Keep<T> _ -> before;
            case Change.TakeBack<T> _ -> null;
            case Change.Say<T>(var value) -> stated(value, By.PERSON);
        };
    }

    CannedStations with(@Nullable String before, Owner after) {
        if (after.organisation().name().equals(after.organisation().parent())) {
            throw new ProblemException(
                    new Problem.OrganisationCycle(
                            after.organisation().name(), after.organisation().name()));
        }
        var more = new ArrayList<>(owners);
        more.removeIf(owner -> owner.organisation().name().equals(before));
        if (more.stream()
                .anyMatch(
                        owner ->
                                owner.organisation()
                                        .name()
                                        .equalsIgnoreCase(after.organisation().name()))) {
            throw new ProblemException(new Problem.OrganisationExists(after.organisation().name()));
        }
        more.add(after);
        return new CannedStations(List.copyOf(more), stations);
    }
}
