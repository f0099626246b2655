package org.roamledger.session;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// A station with what is known of it: a line of the station list, of the locations of a back
/// office, or a station that only sessions tell of. A value that nobody said is absent.
///
/// @param ids what it is called
/// @param name its name
/// @param zone its zone
/// @param owner name of the organisation that owns it
/// @param plugType AC or DC
/// @param access public or private
/// @param freeUsage whether it charges for free
/// @param sessions number of sessions charged there
public record KnownStation(
        StationIds ids,
        @Nullable Stated<String> name,
        @Nullable Stated<ZoneId> zone,
        @Nullable Stated<String> owner,
        @Nullable Stated<PlugType> plugType,
        @Nullable Stated<Access> access,
        @Nullable Stated<FreeUsage> freeUsage,
        long sessions) {

    /// A station of which nothing is known but what it is called.
    public static KnownStation of(StationIds ids) {
        return new KnownStation(ids, null, null, null, null, null, null, 0);
    }

    public KnownStation ownedBy(@Nullable Stated<String> changed) {
        return new KnownStation(ids, name, zone, changed, plugType, access, freeUsage, sessions);
    }

    public KnownStation withSessions(long changed) {
        return new KnownStation(ids, name, zone, owner, plugType, access, freeUsage, changed);
    }

    /// When access and free usage were read or entered: the earlier time if there are two, none
    /// where nobody but sessions told them.
    public @Nullable Instant settingAsOf() {
        return Stream.of(Optional.ofNullable(access), Optional.ofNullable(freeUsage))
                .flatMap(Optional::stream)
                .map(Stated::at)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /// This station, with what it lacks taken from what another tells of it, and the sessions of
    /// both.
    public KnownStation completedBy(KnownStation other) {
        return new KnownStation(
                ids.completedBy(other.ids),
                first(name, other.name),
                first(zone, other.zone),
                first(owner, other.owner),
                first(plugType, other.plugType),
                first(access, other.access),
                first(freeUsage, other.freeUsage),
                sessions + other.sessions);
    }

    private static <T> @Nullable T first(@Nullable T value, @Nullable T otherwise) {
        return value == null ? otherwise : value;
    }
}
