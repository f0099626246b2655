package org.roamledger.store;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.session.Folded;
import org.roamledger.session.Organisation;
import org.roamledger.session.StationDirectory.Owner;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// The tree of organisations, read once and kept in step with what is written, within the caller's
/// transaction.
///
/// A name is found without regard to case and accents, and also by a name that the organisation had
/// before a person renamed it.
final class OrganisationTable {

    private record Row(
            long id, String name, @Nullable Long parent, @Nullable ZoneId zone, boolean placed) {}

    private final Connection connection;
    private final Map<Long, Row> rows = new HashMap<>();
    private final Map<String, Long> byName = new HashMap<>();
    private final Map<String, Long> byFoldedName = new HashMap<>();

    OrganisationTable(Connection connection) throws SQLException {
        this.connection = connection;
        try (var statement = connection.createStatement();
                var former = statement.executeQuery("SELECT * FROM former_name")) {
            while (former.next()) {
                byFoldedName.put(
                        Folded.of(former.getString("name")), former.getLong("organisation_id"));
            }
        }
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT * FROM organisation ORDER BY id")) {
            while (found.next()) {
                var zone = found.getString("zone");
                keep(
                        new Row(
                                found.getLong("id"),
                                found.getString("name"),
                                found.getObject("parent_id") == null
                                        ? null
                                        : (Long) found.getLong("parent_id"),
                                zone == null ? null : ZoneId.of(zone),
                                found.getBoolean("placed")));
            }
        }
    }

    private void keep(Row row) {
        rows.put(row.id, row);
        byName.put(row.name, row.id);
        byFoldedName.put(Folded.of(row.name), row.id);
    }

    /// The name that an organisation has now; any other name as it is.
    String current(String name) {
        var row = find(name);
        return row == null ? name : row.name;
    }

    private @Nullable Row find(String name) {
        var id = byName.getOrDefault(name, byFoldedName.get(Folded.of(name)));
        return id == null ? null : rows.get(id);
    }

    /// All organisations by name, also those that only records of sessions name.
    List<Owner> owners() throws SQLException {
        var found = new TreeMap<String, Owner>();
        for (var row : rows.values()) {
            found.put(row.name, owner(row));
        }
        try (var statement = connection.createStatement();
                var names =
                        statement.executeQuery(
                                "SELECT DISTINCT organisation FROM charge_point WHERE organisation"
                                        + " IS NOT NULL")) {
            while (names.next()) {
                var name = current(names.getString(1));
                found.putIfAbsent(name, new Owner(new Organisation(name, null), null));
            }
        }
        return List.copyOf(found.values());
    }

    private Owner owner(Row row) {
        var parent = row.parent == null ? null : Objects.requireNonNull(rows.get(row.parent)).name;
        return new Owner(new Organisation(row.name, parent), row.zone);
    }

    /// The zone that a person gave an organisation.
    @Nullable ZoneId ownZone(String name) {
        var row = find(name);
        return row == null ? null : row.zone;
    }

    /// The zone that a person gave an organisation, or the nearest one that it belongs to.
    @Nullable ZoneId zone(String name) {
        var above = new HashSet<Long>();
        for (var row = find(name); row != null && above.add(row.id); row = parent(row)) {
            if (row.zone != null) {
                return row.zone;
            }
        }
        return null;
    }

    private @Nullable Row parent(Row row) {
        return row.parent == null ? null : rows.get(row.parent);
    }

    /// The id of an organisation that a source or a file names; it is added if it is new. A parent
    /// that is told is kept unless a person put the organisation elsewhere or it would close a
    /// circle, and a zone unless a person gave one.
    long id(Organisation told, @Nullable ZoneId zone) throws SQLException {
        var parent =
                told.parent() == null
                        ? null
                        : (Long) id(new Organisation(told.parent(), null), null);
        var known = find(told.name());
        if (known == null) {
            return insert(told.name().strip(), parent, zone, false);
        }
        var moved =
                parent != null
                        && !parent.equals(known.parent)
                        && !known.placed
                        && !isWithin(parent, known.id);
        var zoned = zone != null && (known.zone == null || !known.placed);
        if (moved || zoned) {
            update(
                    new Row(
                            known.id,
                            known.name,
                            moved ? parent : known.parent,
                            zoned ? zone : known.zone,
                            known.placed));
        }
        return known.id;
    }

    /// Makes an organisation known that a person names as an owner, below the parent they name.
    ///
    /// @return the name it has
    /// @throws ProblemException with [Problem.OrganisationCycle] if the parent belongs to it
    String said(String name, @Nullable String parent) throws SQLException {
        var known = rows.get(id(new Organisation(name, null), null));
        var row = Objects.requireNonNull(known);
        if (parent != null) {
            put(row.name, new Owner(new Organisation(row.name, parent), row.zone));
        }
        return row.name;
    }

    /// Adds an organisation as a person wants it, or makes one so.
    ///
    /// @param before the name it has; absent for a new one
    /// @throws ProblemException with [Problem.OrganisationUnknown], [Problem.OrganisationExists] if
    ///   another has that name, or [Problem.OrganisationCycle]
    long put(@Nullable String before, Owner after) throws SQLException {
        var name = after.organisation().name().strip();
        var row = before == null ? null : existing(before);
        var same = find(name);
        if (same != null && (row == null || same.id != row.id)) {
            throw new ProblemException(new Problem.OrganisationExists(name));
        }
        var parentName = after.organisation().parent();
        var parent = parentName == null ? null : (Long) existing(parentName).id;
        if (row == null) {
            return insert(name, parent, after.zone(), true);
        }
        if (parent != null && isWithin(parent, row.id)) {
            throw new ProblemException(
                    new Problem.OrganisationCycle(row.name, String.valueOf(parentName)));
        }
        if (!row.name.equals(name)) {
            keepFormerName(row);
            byName.remove(row.name);
        }
        update(new Row(row.id, name, parent, after.zone(), true));
        return row.id;
    }

    /// One that only records name becomes one that can be changed.
    private Row existing(String name) throws SQLException {
        var row = find(name);
        if (row != null) {
            return row;
        }
        var known = owners().stream().map(owner -> owner.organisation().name()).toList();
        if (!known.contains(name)) {
            throw new ProblemException(new Problem.OrganisationUnknown(name, known));
        }
        return Objects.requireNonNull(rows.get(insert(name, null, null, false)));
    }

    /// Whether an organisation is another one or belongs to it, over however many steps.
    private boolean isWithin(long id, long other) {
        var seen = new HashSet<Long>();
        for (var row = rows.get(id); row != null && seen.add(row.id); row = parent(row)) {
            if (row.id == other) {
                return true;
            }
        }
        return false;
    }

    private void keepFormerName(Row row) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "INSERT OR REPLACE INTO former_name (name, organisation_id) VALUES (?,"
                                + " ?)")) {
            statement.setString(1, row.name);
            statement.setLong(2, row.id);
            statement.executeUpdate();
        }
    }

    private long insert(String name, @Nullable Long parent, @Nullable ZoneId zone, boolean placed)
            throws SQLException {
        var id = rows.keySet().stream().mapToLong(Long::longValue).max().orElse(0) + 1;
        try (var statement =
                connection.prepareStatement("INSERT INTO organisation (id, name) VALUES (?, ?)")) {
            statement.setLong(1, id);
            statement.setString(2, name);
            statement.executeUpdate();
        }
        update(new Row(id, name, parent, zone, placed));
        return id;
    }

    private void update(Row row) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        UPDATE organisation SET name = ?, parent_id = ?, zone = ?, placed = ? WHERE id = ?
                        """)) {
            statement.setString(1, row.name);
            if (row.parent == null) {
                statement.setNull(2, Types.INTEGER);
            } else {
                statement.setLong(2, row.parent);
            }
            statement.setString(3, row.zone == null ? null : row.zone.getId());
            statement.setBoolean(4, row.placed);
            statement.setLong(5, row.id);
            statement.executeUpdate();
        }
        keep(row);
    }
}
