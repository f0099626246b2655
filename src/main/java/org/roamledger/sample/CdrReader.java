package org.roamledger.sample;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.TreeMap;
import java.util.function.Consumer;

/// The questions asked of the database, on a connection of their own, which ends with the database.
/// For one thread at a time.
final class CdrReader {

    private static final String RANGE =
            """
            SELECT id, connector, network, party_country, party, token_uid, token_type, contract_id,
                   auth_method, session_id, started, charged_until, ended, energy, net, gross, vat,
                   has_tariff, currency, credits, is_session, last_updated
            FROM cdr WHERE seq BETWEEN ? AND ? ORDER BY seq
            """;

    /// A record counts in whole watt-hours, half-up, and a credit takes them back.
    private static final String FIGURES =
            """
            SELECT currency,
                   COUNT(*),
                   SUM(CASE WHEN credits IS NULL THEN (energy + 5) / 10 ELSE -((energy + 5) / 10) END),
                   COALESCE(SUM(gross), 0),
                   COALESCE(SUM(gross - net), 0),
                   COUNT(*) - COUNT(gross)
            FROM cdr GROUP BY currency
            """;

    private static final int STEP = 1_000;

    private final Connection connection;
    private final PreparedStatement ids;
    private final PreparedStatement range;
    private final PreparedStatement lastUpdated;
    private final PreparedStatement sessionNumber;

    CdrReader(Connection connection) throws SQLException {
        this.connection = connection;
        ids =
                connection.prepareStatement(
                        "SELECT id FROM cdr WHERE seq BETWEEN ? AND ? ORDER BY seq");
        range = connection.prepareStatement(RANGE);
        lastUpdated = connection.prepareStatement("SELECT last_updated FROM cdr WHERE seq = ?");
        sessionNumber = connection.prepareStatement("SELECT session_no FROM cdr WHERE seq = ?");
    }

    /// Both ends inclusive.
    void each(long first, long last, Consumer<Cdr> consumer) throws SQLException {
        range.setLong(1, first);
        range.setLong(2, last);
        try (var rows = range.executeQuery()) {
            while (rows.next()) {
                consumer.accept(cdr(rows));
            }
        }
    }

    /// The first place whose record was last updated at that second or later; `records + 1` if
    /// there is none.
    long firstUpdatedSince(long second, long records) throws SQLException {
        return first(lastUpdated, second, records);
    }

    /// The first place before which that many sessions stand; `records + 1` if there is none.
    long firstAfterSessions(long sessions, long records) throws SQLException {
        return first(sessionNumber, sessions, records);
    }

    /// How many sessions stand before a place that holds a record.
    long sessionsBefore(long place) throws SQLException {
        return value(sessionNumber, place);
    }

    BackOfficeFigures figures() throws SQLException {
        var byCurrency = new TreeMap<String, BackOfficeFigures.Sums>();
        var records = 0L;
        var unpriced = 0L;
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(FIGURES)) {
            while (rows.next()) {
                var sums =
                        new BackOfficeFigures.Sums(
                                rows.getLong(2),
                                rows.getLong(3),
                                BigDecimal.valueOf(rows.getLong(4), 4),
                                BigDecimal.valueOf(rows.getLong(5), 4),
                                rows.getLong(6));
                byCurrency.put(rows.getString(1), sums);
                records += sums.records();
                unpriced += sums.withoutPrice();
            }
        }
        return new BackOfficeFigures(records, unpriced, byCurrency);
    }

    void eachId(long records, Consumer<String> consumer) throws SQLException {
        for (var first = 1L; first <= records; first += STEP) {
            ids.setLong(1, first);
            ids.setLong(2, first + STEP - 1);
            try (var rows = ids.executeQuery()) {
                while (rows.next()) {
                    consumer.accept(rows.getString(1));
                }
            }
        }
    }

    /// Halves the range instead of using an index: the values grow with the places.
    private static long first(PreparedStatement column, long least, long records)
            throws SQLException {
        var low = 1L;
        var high = records + 1;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (value(column, middle) >= least) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static long value(PreparedStatement column, long place) throws SQLException {
        column.setLong(1, place);
        try (var rows = column.executeQuery()) {
            if (!rows.next()) {
                throw new IllegalStateException("no record at " + place);
            }
            return rows.getLong(1);
        }
    }

    private static Cdr cdr(ResultSet row) throws SQLException {
        return new Cdr(
                row.getString(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getLong(11),
                row.getLong(12),
                row.getLong(13),
                row.getLong(14),
                row.getLong(15),
                orNull(row, row.getLong(16)),
                orNullInt(row, row.getInt(17)),
                row.getBoolean(18),
                row.getString(19),
                row.getString(20),
                row.getBoolean(21),
                row.getLong(22));
    }

    private static @Nullable Long orNull(ResultSet row, long value) throws SQLException {
        return row.wasNull() ? null : Long.valueOf(value);
    }

    private static @Nullable Integer orNullInt(ResultSet row, int value) throws SQLException {
        return row.wasNull() ? null : Integer.valueOf(value);
    }
}
