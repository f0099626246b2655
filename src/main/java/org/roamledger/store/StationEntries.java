package org.roamledger.store;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Access;
import org.roamledger.session.EvseId;
import org.roamledger.session.FreeUsage;
import org.roamledger.session.KnownStation;
import org.roamledger.session.PlugType;
import org.roamledger.session.Stated;
import org.roamledger.session.Stated.By;
import org.roamledger.session.StationIds;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// What a person says of stations: the table `station_entry`, read once, within the caller's
/// transaction.
///
/// Several entries can concern one station, because a list may name it by its station id alone,
/// another by its EVSE-ID. The one that names it most exactly is asked first.
final class StationEntries {

    /// One entry.
    record Entry(long id, KnownStation said) {

        private StationIds ids() {
            return said.ids();
        }

        /// Whether this entry speaks of a station: by its EVSE-ID if both know one, else by station
        /// id, where the operators do not speak against it.
        private boolean concerns(StationIds station) {
            if (ids().evseKey() != null && station.evseKey() != null) {
                return Objects.equals(ids().evseKey(), station.evseKey());
            }
            return ids().stationKey() != null
                    && Objects.equals(ids().stationKey(), station.stationKey())
                    && (ids().operator() == null
                            || station.operator() == null
                            || Objects.equals(ids().operator(), station.operator()));
        }

        private int exactness() {
            return (ids().evseId() == null ? 0 : 2) + (ids().operator() == null ? 0 : 1);
        }
    }

    private static final Comparator<Entry> MOST_EXACT_FIRST =
            Comparator.comparingInt(Entry::exactness)
                    .reversed()
                    .thenComparing(Entry::id, Comparator.reverseOrder());

    private final Map<String, List<Entry>> byStation = new HashMap<>();
    private final Map<String, List<Entry>> byEvse = new HashMap<>();
    private final TreeMap<Long, Entry> all = new TreeMap<>();

    StationEntries(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                SELECT station_entry.*, organisation.name AS owner
                                FROM station_entry LEFT JOIN organisation ON organisation.id = organisation_id
                                ORDER BY station_entry.id
                                """)) {
            while (rows.next()) {
                put(new Entry(rows.getLong("id"), said(rows)));
            }
        }
    }

    private static KnownStation said(ResultSet row) throws SQLException {
        var evse = row.getString("evse_id");
        var zone = row.getString("zone");
        var at = Instant.ofEpochMilli(row.getLong("said_at"));
        var plugType = PlugType.valueOf(row.getString("plug_type"));
        var access = Access.valueOf(row.getString("access"));
        var freeUsage = FreeUsage.valueOf(row.getString("free_usage"));
        return new KnownStation(
                new StationIds(
                        row.getString("operator"),
                        row.getString("station_id"),
                        evse == null ? null : new EvseId(evse)),
                said(row.getString("name"), at),
                said(zone == null ? null : ZoneId.of(zone), at),
                said(row.getString("owner"), at),
                said(plugType == PlugType.UNKNOWN ? null : plugType, at),
                said(
                        access == Access.UNKNOWN ? null : access,
                        Instant.ofEpochMilli(row.getLong("access_at"))),
                said(
                        freeUsage == FreeUsage.UNKNOWN ? null : freeUsage,
                        Instant.ofEpochMilli(row.getLong("free_usage_at"))),
                0);
    }

    static <T> @Nullable Stated<T> said(@Nullable T value, Instant at) {
        return value == null ? null : new Stated<>(value, By.PERSON, at);
    }

    /// Adds an entry, or puts it in the place of the one with its id, whose ids are the same.
    void put(Entry entry) {
        all.put(entry.id, entry);
        if (entry.ids().stationKey() != null) {
            put(entry, byStation.computeIfAbsent(entry.ids().stationKey(), _ -> new ArrayList<>()));
        }
        if (entry.ids().evseKey() != null) {
            put(entry, byEvse.computeIfAbsent(entry.ids().evseKey(), _ -> new ArrayList<>()));
        }
    }

    private static void put(Entry entry, List<Entry> entries) {
        entries.removeIf(other -> other.id == entry.id);
        entries.add(entry);
    }

    void remove(Entry entry) {
        all.remove(entry.id);
        byStation.values().forEach(entries -> entries.removeIf(other -> other.id == entry.id));
        byEvse.values().forEach(entries -> entries.removeIf(other -> other.id == entry.id));
    }

    Collection<Entry> all() {
        return all.values();
    }

    /// An id that no entry has.
    long nextId() {
        return all.isEmpty() ? 1 : all.lastKey() + 1;
    }

    /// The entries that speak of a station, the most exact one first.
    List<Entry> concerning(StationIds station) {
        var found = new HashSet<Entry>();
        found.addAll(byEvse.getOrDefault(String.valueOf(station.evseKey()), List.of()));
        found.addAll(byStation.getOrDefault(String.valueOf(station.stationKey()), List.of()));
        return found.stream()
                .filter(entry -> entry.concerns(station))
                .sorted(MOST_EXACT_FIRST)
                .toList();
    }

    /// All that the person says of a station; nothing if they do not speak of it.
    @Nullable KnownStation about(StationIds station) {
        KnownStation about = null;
        for (var entry : concerning(station)) {
            about = about == null ? entry.said : about.completedBy(entry.said);
        }
        return about;
    }
}
