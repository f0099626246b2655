package org.roamledger.ui.stations;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.KnownStation;
import org.roamledger.session.Stated;
import org.roamledger.session.Stated.By;

import java.util.Comparator;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/// A column of the list of stations.
public enum StationField {
    STATION_ID,
    EVSE_ID,
    NAME,
    OWNER,
    ZONE,
    ACCESS,
    FREE_USAGE,
    PLUG_TYPE,
    AS_OF,
    ORIGIN,
    SESSIONS;

    /// What it holds of a station; nothing if that is not known.
    @Nullable Comparable<?> of(KnownStation station) {
        var ids = station.ids();
        return switch (this) {
            case STATION_ID -> ids.stationId();
            case EVSE_ID -> ids.evseId() == null ? null : ids.evseId().asSent();
            case NAME -> value(station.name());
            case OWNER -> value(station.owner());
            case ZONE -> station.zone() == null ? null : station.zone().value().getId();
            case ACCESS -> station.access() == null ? null : station.access().value().label();
            case FREE_USAGE ->
                    station.freeUsage() == null ? null : station.freeUsage().value().label();
            case PLUG_TYPE ->
                    station.plugType() == null ? null : station.plugType().value().label();
            case AS_OF -> station.settingAsOf();
            case ORIGIN -> origin(station);
            case SESSIONS -> station.sessions();
        };
    }

    /// Who said the value, and when; nothing where that is no question.
    @Nullable Stated<?> stated(KnownStation station) {
        return switch (this) {
            case NAME -> station.name();
            case OWNER -> station.owner();
            case ZONE -> station.zone();
            case ACCESS -> station.access();
            case FREE_USAGE -> station.freeUsage();
            case PLUG_TYPE -> station.plugType();
            case STATION_ID, EVSE_ID, AS_OF, ORIGIN, SESSIONS -> null;
        };
    }

    private static @Nullable String value(@Nullable Stated<String> stated) {
        return stated == null ? null : stated.value();
    }

    /// Whoever is believed first of those that said something of the station.
    private static By origin(KnownStation station) {
        return Stream.of(NAME, OWNER, ZONE, ACCESS, FREE_USAGE, PLUG_TYPE)
                .map(field -> field.stated(station))
                .filter(Objects::nonNull)
                .map(Stated::by)
                .min(Comparator.naturalOrder())
                .orElse(By.RECORD);
    }

    /// Missing values come last in both directions.
    Comparator<KnownStation> order(boolean descending) {
        return switch (this) {
            case SESSIONS -> order(KnownStation::sessions, descending);
            case AS_OF -> order(KnownStation::settingAsOf, descending);
            case ORIGIN -> order(StationField::origin, descending);
            default ->
                    order(station -> of(station) instanceof String text ? text : null, descending);
        };
    }

    private static <T extends Comparable<? super T>> Comparator<KnownStation> order(
            Function<KnownStation, @Nullable T> value, boolean descending) {
        Comparator<T> natural = Comparator.naturalOrder();
        return Comparator.comparing(
                value, Comparator.nullsLast(descending ? natural.reversed() : natural));
    }
}
