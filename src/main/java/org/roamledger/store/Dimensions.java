package org.roamledger.store;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Price;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The writer's memory of the tables to which many sessions point: charge points, kinds,
/// provenance.
///
/// Belongs to the writer's connection and thread. Rows added in a transaction that is rolled back
/// have to be forgotten: see [#forgetAdded].
final class Dimensions {

    /// A row of `charge_point`.
    record ChargePointRow(
            @Nullable String operator,
            @Nullable String stationId,
            @Nullable String evseId,
            @Nullable String stationName,
            @Nullable String organisation,
            String access,
            String freeUsage) {}

    /// A row of `kind`.
    record KindRow(
            int source,
            String network,
            @Nullable String provider,
            @Nullable String currency,
            @Nullable Integer vatRate,
            String plugType,
            String chargeMethod,
            boolean credit,
            int startOffset,
            @Nullable Integer stopOffset) {

        static KindRow of(ResultSet row) throws SQLException {
            return new KindRow(
                    row.getInt("source_id"),
                    row.getString("network"),
                    row.getString("provider"),
                    row.getString("currency"),
                    (Integer) row.getObject("vat_rate_e4"),
                    row.getString("plug_type"),
                    row.getString("charge_method"),
                    row.getBoolean("credit"),
                    row.getInt("start_offset"),
                    (Integer) row.getObject("stop_offset"));
        }

        /// This kind with another price.
        KindRow rated(Price price) {
            return new KindRow(
                    source,
                    network,
                    provider,
                    price.currency(),
                    price.vatRate() == null ? null : price.vatRate().tenThousandths(),
                    plugType,
                    chargeMethod,
                    credit,
                    startOffset,
                    stopOffset);
        }
    }

    private final Table<ChargePointRow> chargePoints;
    private final Table<KindRow> kinds;
    private final Table<String> provenances;

    Dimensions(Connection writer) throws SQLException {
        chargePoints =
                new Table<>(
                        writer,
                        "charge_point",
                        "operator, station_id, evse_id, station_name, organisation, access,"
                                + " free_usage",
                        Dimensions::chargePoint,
                        row ->
                                new @Nullable Object[] {
                                    row.operator(),
                                    row.stationId(),
                                    row.evseId(),
                                    row.stationName(),
                                    row.organisation(),
                                    row.access(),
                                    row.freeUsage()
                                });
        kinds =
                new Table<>(
                        writer,
                        "kind",
                        "source_id, network, provider, currency, vat_rate_e4, plug_type,"
                                + " charge_method, credit, start_offset, stop_offset",
                        KindRow::of,
                        row ->
                                new @Nullable Object[] {
                                    row.source(),
                                    row.network(),
                                    row.provider(),
                                    row.currency(),
                                    row.vatRate(),
                                    row.plugType(),
                                    row.chargeMethod(),
                                    row.credit() ? 1 : 0,
                                    row.startOffset(),
                                    row.stopOffset()
                                });
        provenances =
                new Table<>(
                        writer,
                        "provenance",
                        "text",
                        row -> row.getString("text"),
                        text -> new @Nullable Object[] {text});
        read();
    }

    static ChargePointRow chargePoint(ResultSet row) throws SQLException {
        return new ChargePointRow(
                row.getString("operator"),
                row.getString("station_id"),
                row.getString("evse_id"),
                row.getString("station_name"),
                row.getString("organisation"),
                row.getString("access"),
                row.getString("free_usage"));
    }

    /// Reads again what another process may have added.
    void read() throws SQLException {
        for (var table : List.of(chargePoints, kinds, provenances)) {
            table.read();
        }
    }

    /// The id of a charge point, which is added if it is new.
    int id(ChargePointRow row) throws SQLException {
        return chargePoints.id(row);
    }

    /// The id of a kind, which is added if it is new.
    int id(KindRow row) throws SQLException {
        return kinds.id(row);
    }

    /// The id of a provenance text, which is added if it is new.
    int provenanceId(String text) throws SQLException {
        return provenances.id(text);
    }

    void keepAdded() {
        List.of(chargePoints, kinds, provenances).forEach(table -> table.added.clear());
    }

    void forgetAdded() {
        List.of(chargePoints, kinds, provenances).forEach(Table::forgetAdded);
    }

    private interface Reading<T> {
        T from(ResultSet row) throws SQLException;
    }

    private interface Writing<T> {
        @Nullable Object[] values(T row);
    }

    private static final class Table<T> {
        private final Connection writer;
        private final String name;
        private final Reading<T> reading;
        private final Writing<T> writing;
        private final PreparedStatement insert;
        private final Map<T, Integer> known = new HashMap<>();
        private final List<T> added = new ArrayList<>();
        private int last;

        Table(
                Connection writer,
                String name,
                String columns,
                Reading<T> reading,
                Writing<T> writing)
                throws SQLException {
            this.writer = writer;
            this.name = name;
            this.reading = reading;
            this.writing = writing;
            insert =
                    writer.prepareStatement(
                            "INSERT INTO %s (id, %s) VALUES (?%s)"
                                    .formatted(
                                            name,
                                            columns,
                                            ", ?".repeat(columns.split(",", -1).length)));
        }

        void read() throws SQLException {
            known.clear();
            last = 0;
            try (var statement = writer.createStatement();
                    var rows = statement.executeQuery("SELECT * FROM " + name)) {
                while (rows.next()) {
                    known.put(reading.from(rows), rows.getInt("id"));
                    last = Math.max(last, rows.getInt("id"));
                }
            }
        }

        int id(T row) throws SQLException {
            var id = known.get(row);
            if (id != null) {
                return id;
            }
            last++;
            insert.setInt(1, last);
            var values = writing.values(row);
            for (var i = 0; i < values.length; i++) {
                insert.setObject(i + 2, values[i]);
            }
            insert.executeUpdate();
            known.put(row, last);
            added.add(row);
            return last;
        }

        void forgetAdded() {
            added.forEach(known::remove);
            last -= added.size();
            added.clear();
        }
    }
}
