package org.roamledger.store;

import static org.roamledger.store.StationEntries.said;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Access;
import org.roamledger.session.FreeUsage;
import org.roamledger.session.KnownStation;
import org.roamledger.session.MergeCounts;
import org.roamledger.session.Organisation;
import org.roamledger.session.PlugType;
import org.roamledger.session.Stated;
import org.roamledger.session.StationChange;
import org.roamledger.session.StationChange.Change;
import org.roamledger.session.StationEntry;
import org.roamledger.session.StationIds;
import org.roamledger.store.StationEntries.Entry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// Writes down what a person says of stations, within the caller's transaction.
final class StationListWriter {

    private static final int ADDED = 0;
    private static final int CHANGED = 1;
    private static final int UNCHANGED = 2;

    private final Connection connection;
    private final Instant now;
    private final OrganisationTable organisations;
    private final StationEntries entries;

    StationListWriter(Connection connection, Instant now) throws SQLException {
        this.connection = connection;
        this.now = now;
        this.organisations = new OrganisationTable(connection);
        this.entries = new StationEntries(connection);
    }

    /// Takes a station list.
    ///
    /// @return how many stations the person did not speak of before, says something else of, and
    ///   said the same of
    MergeCounts save(List<StationEntry> list) throws SQLException {
        var counts = new long[UNCHANGED + 1];
        for (var entry : list) {
            String parent = null;
            for (var owner : entry.owner()) {
                parent = organisations.said(owner, parent);
            }
            counts[save(told(entry))]++;
        }
        return new MergeCounts(counts[ADDED], counts[CHANGED], counts[UNCHANGED], 0);
    }

    private KnownStation told(StationEntry entry) {
        var owner = entry.owner().isEmpty() ? null : entry.owner().getLast();
        return new KnownStation(
                entry.ids(),
                said(entry.name(), now),
                said(entry.zone(), now),
                said(owner == null ? null : organisations.current(owner), now),
                said(entry.plugType() == PlugType.UNKNOWN ? null : entry.plugType(), now),
                said(known(entry.setting().access()), now),
                said(known(entry.setting().freeUsage()), now),
                0);
    }

    private static @Nullable Access known(Access access) {
        return access == Access.UNKNOWN ? null : access;
    }

    private static @Nullable FreeUsage known(FreeUsage freeUsage) {
        return freeUsage == FreeUsage.UNKNOWN ? null : freeUsage;
    }

    /// The last word counts: it goes into every entry that speaks of this station alone, and into
    /// one of its own.
    private int save(KnownStation said) throws SQLException {
        var values = values(said);
        if (!said.ids().isNamed() || values.stream().allMatch(Objects::isNull)) {
            return UNCHANGED;
        }
        var before = entries.about(said.ids());
        var known = before == null ? Collections.nCopies(values.size(), null) : values(before);
        var isNews =
                IntStream.range(0, values.size())
                        .anyMatch(
                                i -> values.get(i) != null && !values.get(i).equals(known.get(i)));
        var hasOwn = false;
        for (var entry : entries.concerning(said.ids())) {
            if (isWithin(entry.said().ids(), said.ids())) {
                hasOwn |= isWithin(said.ids(), entry.said().ids());
                write(new Entry(entry.id(), said.completedBy(entry.said())));
            }
        }
        if (isNews && !hasOwn) {
            write(new Entry(entries.nextId(), said));
        }
        return before == null ? ADDED : isNews ? CHANGED : UNCHANGED;
    }

    private static List<@Nullable Object> values(KnownStation station) {
        return Arrays.<@Nullable Stated<?>>asList(
                        station.name(),
                        station.zone(),
                        station.owner(),
                        station.plugType(),
                        station.access(),
                        station.freeUsage())
                .stream()
                .<@Nullable Object>map(stated -> stated == null ? null : stated.value())
                .toList();
    }

    /// Whether some ids name at most what others name.
    private static boolean isWithin(StationIds narrow, StationIds wide) {
        return (wide.operator() == null || wide.operator().equals(narrow.operator()))
                && (wide.stationKey() == null || wide.stationKey().equals(narrow.stationKey()))
                && (wide.evseKey() == null || wide.evseKey().equals(narrow.evseKey()));
    }

    /// Changes some values of some stations.
    void change(List<StationIds> stations, StationChange change) throws SQLException {
        if (change.owner() instanceof Change.Say<String>(var owner)) {
            organisations.id(new Organisation(owner, null), null);
        }
        for (var station : stations) {
            for (var entry : entries.concerning(station)) {
                takeBack(entry, change);
            }
            save(
                    new KnownStation(
                            station,
                            null,
                            stated(change.zone()),
                            owner(change),
                            null,
                            stated(change.access()),
                            stated(change.freeUsage()),
                            0));
        }
    }

    private @Nullable Stated<String> owner(StationChange change) {
        return change.owner() instanceof Change.Say<String>(var owner)
                ? said(organisations.current(owner), now)
                : null;
    }

    private <T> @Nullable Stated<T> stated(Change<T> change) {
        return change instanceof Change.Say<T>(var value) ? said(value, now) : null;
    }

    private void takeBack(Entry entry, StationChange change) throws SQLException {
        var said = entry.said();
        var left =
                new KnownStation(
                        said.ids(),
                        said.name(),
                        left(said.zone(), change.zone()),
                        left(said.owner(), change.owner()),
                        said.plugType(),
                        left(said.access(), change.access()),
                        left(said.freeUsage(), change.freeUsage()),
                        0);
        if (!left.equals(said)) {
            write(new Entry(entry.id(), left));
        }
    }

    private static <T> @Nullable Stated<T> left(@Nullable Stated<T> value, Change<T> change) {
        return change instanceof Change.TakeBack<T> ? null : value;
    }

    /// An entry that says nothing any more is removed.
    private void write(Entry entry) throws SQLException {
        if (values(entry.said()).stream().allMatch(Objects::isNull)) {
            entries.remove(entry);
            delete(entry.id());
        } else {
            entries.put(entry);
            insert(entry);
        }
    }

    private void delete(long id) throws SQLException {
        try (var statement =
                connection.prepareStatement("DELETE FROM station_entry WHERE id = ?")) {
            statement.setLong(1, id);
            statement.executeUpdate();
        }
    }

    private void insert(Entry entry) throws SQLException {
        var said = entry.said();
        var evse = said.ids().evseId();
        var owner = said.owner();
        try (var statement =
                connection.prepareStatement(
                        """
                        INSERT OR REPLACE INTO station_entry (id, operator, station_id, evse_id, name, zone,
                          organisation_id, plug_type, access, free_usage, said_at, access_at, free_usage_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)) {
            statement.setLong(1, entry.id());
            statement.setString(2, said.ids().operator());
            statement.setString(3, said.ids().stationId());
            statement.setString(4, evse == null ? null : evse.asSent());
            statement.setString(5, said.name() == null ? null : said.name().value());
            statement.setString(6, said.zone() == null ? null : said.zone().value().getId());
            if (owner == null) {
                statement.setNull(7, Types.INTEGER);
            } else {
                statement.setLong(7, organisations.id(new Organisation(owner.value(), null), null));
            }
            statement.setString(8, name(said.plugType(), PlugType.UNKNOWN));
            statement.setString(9, name(said.access(), Access.UNKNOWN));
            statement.setString(10, name(said.freeUsage(), FreeUsage.UNKNOWN));
            statement.setLong(11, now.toEpochMilli());
            setTime(statement, 12, said.access());
            setTime(statement, 13, said.freeUsage());
            statement.executeUpdate();
        }
    }

    private static <T extends Enum<T>> String name(@Nullable Stated<T> stated, T unknown) {
        return (stated == null ? unknown : stated.value()).name();
    }

    private static void setTime(PreparedStatement statement, int at, @Nullable Stated<?> stated)
            throws SQLException {
        if (stated == null || stated.at() == null) {
            statement.setNull(at, Types.INTEGER);
        } else {
            statement.setLong(at, stated.at().toEpochMilli());
        }
    }
}
