package org.roamledger.store;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Amount;
import org.roamledger.session.ChargingSession;
import org.roamledger.session.Energy;
import org.roamledger.session.EvseId;
import org.roamledger.session.MergeCounts;
import org.roamledger.session.Moment;
import org.roamledger.session.PartyId;
import org.roamledger.session.Provenance;
import org.roamledger.session.RawMessage;
import org.roamledger.session.Reject;
import org.roamledger.session.ReportColumn;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes sessions, their messages and rejects on the writer's connection, within the caller's
/// transaction. For one thread.
final class SessionWriter {

    private static final List<String> COLUMNS =
            List.of(
                    "key",
                    "version",
                    "hash",
                    "raw_id",
                    "stored_at",
                    "kind_id",
                    "charge_point_id",
                    "provenance_id",
                    "start_ms",
                    "stop_ms",
                    "energy_mwh",
                    "meter_start_mwh",
                    "meter_stop_mwh",
                    "gross_e4",
                    "vat_e4",
                    "cdr_id",
                    "transaction_id",
                    "credited_cdr_id");

    private final Dimensions dimensions;
    private final PreparedStatement find;
    private final PreparedStatement insertRaw;
    private final PreparedStatement insert;
    private final PreparedStatement keepEarlier;
    private final PreparedStatement update;
    private final PreparedStatement lastHashOfSource;
    private final PreparedStatement formOfRaw;
    private final RejectTable rejects;

    /// Equal provenance maps are mostly one and the same object, so their text is made once.
    private final Map<Map<ReportColumn, Provenance>, String> provenanceTexts = new HashMap<>();

    SessionWriter(Connection writer, Dimensions dimensions) throws SQLException {
        this.dimensions = dimensions;
        find =
                writer.prepareStatement(
                        """
                        SELECT session.id, version, hash, source_id, raw_id
                        FROM session JOIN kind ON kind.id = kind_id
                        WHERE key = ?
                        """);
        insertRaw =
                writer.prepareStatement(
                        "INSERT INTO raw_message (form, body) VALUES (?, ?) RETURNING id");
        var marks = COLUMNS.stream().map(_ -> "?").collect(Collectors.joining(", "));
        insert =
                writer.prepareStatement(
                        "INSERT INTO session (%s) VALUES (%s)"
                                .formatted(String.join(", ", COLUMNS), marks));
        var all = "id, " + String.join(", ", COLUMNS);
        keepEarlier =
                writer.prepareStatement(
                        "INSERT INTO earlier_session (%s) SELECT %s FROM session WHERE id = ?"
                                .formatted(all, all));
        update =
                writer.prepareStatement(
                        "UPDATE session SET %s WHERE id = ?"
                                .formatted(
                                        COLUMNS.stream()
                                                .map(column -> column + " = ?")
                                                .collect(Collectors.joining(", "))));
        lastHashOfSource =
                writer.prepareStatement(
                        """
                        SELECT hash
                        FROM earlier_session JOIN kind ON kind.id = kind_id
                        WHERE earlier_session.id = ? AND source_id = ?
                        ORDER BY version DESC
                        LIMIT 1
                        """);
        formOfRaw = writer.prepareStatement("SELECT form FROM raw_message WHERE id = ?");
        rejects = new RejectTable(writer);
    }

    MergeCounts write(
            int source, List<PreparedSession> sessions, List<Reject> rejected, Instant now)
            throws SQLException {
        var added = 0L;
        var changed = 0L;
        for (var prepared : sessions) {
            switch (write(source, prepared, now)) {
                case ADDED -> added++;
                case CHANGED -> changed++;
                case UNCHANGED -> {}
            }
        }
        rejects.forgetRead(source, sessions);
        rejects.write(source, rejected, now);
        var unchanged = sessions.size() - added - changed;
        return new MergeCounts(added, changed, unchanged, rejected.size());
    }

    private enum Outcome {
        ADDED,
        CHANGED,
        UNCHANGED
    }

    private Outcome write(int source, PreparedSession prepared, Instant now) throws SQLException {
        find.setBytes(1, prepared.key());
        try (var known = find.executeQuery()) {
            if (!known.next()) {
                bind(insert, source, prepared, 1, now);
                insert.executeUpdate();
                return Outcome.ADDED;
            }
            var id = known.getLong(1);
            var version = known.getInt(2);
            if (Arrays.equals(known.getBytes(3), prepared.hash())
                    || (known.getInt(4) != source && isLastOf(source, id, prepared.hash()))) {
                return Outcome.UNCHANGED;
            }
            if (prepared.form() == RawMessage.Form.REPORT_ROW && isRecord(known.getLong(5))) {
                return Outcome.UNCHANGED;
            }
            keepEarlier.setLong(1, id);
            keepEarlier.executeUpdate();
            bind(update, source, prepared, version + 1, now);
            update.setLong(COLUMNS.size() + 1, id);
            update.executeUpdate();
            return Outcome.CHANGED;
        }
    }

    /// A row of a report is made of the record, with fewer digits: it never replaces the record
    /// itself.
    private boolean isRecord(long raw) throws SQLException {
        formOfRaw.setLong(1, raw);
        try (var form = formOfRaw.executeQuery()) {
            return form.next() && !RawMessage.Form.REPORT_ROW.name().equals(form.getString(1));
        }
    }

    /// Two sources that tell one session differently must not replace each other at every sync.
    private boolean isLastOf(int source, long session, byte[] hash) throws SQLException {
        lastHashOfSource.setLong(1, session);
        lastHashOfSource.setInt(2, source);
        try (var earlier = lastHashOfSource.executeQuery()) {
            return earlier.next() && Arrays.equals(earlier.getBytes(1), hash);
        }
    }

    private void bind(
            PreparedStatement statement,
            int source,
            PreparedSession prepared,
            int version,
            Instant now)
            throws SQLException {
        var session = prepared.session();
        var to = new Binder(statement);
        to.bytes(prepared.key());
        to.number((long) version);
        to.bytes(prepared.hash());
        to.number(writeRaw(prepared));
        to.number(now.getEpochSecond());
        to.number((long) dimensions.id(kind(source, session)));
        to.number((long) dimensions.id(chargePoint(session)));
        var provenance = text(session.provenance());
        to.number(provenance == null ? null : (long) dimensions.provenanceId(provenance));
        to.number(session.start().at().toEpochMilli());
        to.number(session.stop() == null ? null : session.stop().at().toEpochMilli());
        to.energy(session.energy());
        to.energy(session.meterStart());
        to.energy(session.meterStop());
        to.amount(session.price().gross());
        to.amount(session.price().vat());
        to.text(session.cdrId());
        to.text(session.transactionId());
        to.text(session.credit() == null ? null : session.credit().creditedCdrId());
    }

    private static Dimensions.KindRow kind(int source, ChargingSession session) {
        var price = session.price();
        return new Dimensions.KindRow(
                source,
                session.network().code(),
                text(session.provider()),
                price.currency(),
                price.vatRate() == null ? null : price.vatRate().tenThousandths(),
                session.plugType().name(),
                session.chargeMethod().code(),
                session.credit() != null,
                offsetMinutes(session.start()),
                session.stop() == null ? null : offsetMinutes(session.stop()));
    }

    private static int offsetMinutes(Moment moment) {
        return moment.sentOffset().getTotalSeconds() / 60;
    }

    private static Dimensions.ChargePointRow chargePoint(ChargingSession session) {
        var at = session.chargePoint();
        return new Dimensions.ChargePointRow(
                text(session.operator()),
                at.stationId(),
                text(at.evseId()),
                at.stationName(),
                session.organisation(),
                session.stationSetting().access().name(),
                session.stationSetting().freeUsage().name());
    }

    private long writeRaw(PreparedSession prepared) throws SQLException {
        insertRaw.setString(1, prepared.form().name());
        insertRaw.setBytes(2, prepared.body());
        try (var id = insertRaw.executeQuery()) {
            id.next();
            return id.getLong(1);
        }
    }

    private static @Nullable String text(@Nullable EvseId id) {
        return id == null ? null : id.asSent();
    }

    private static @Nullable String text(@Nullable PartyId id) {
        return id == null ? null : id.asSent();
    }

    private @Nullable String text(Map<ReportColumn, Provenance> provenance) {
        if (provenance.isEmpty()) {
            return null;
        }
        return provenanceTexts.computeIfAbsent(provenance, ProvenanceText::stored);
    }

    /// Binds the parameters of a statement one after the other.
    private static final class Binder {
        private final PreparedStatement statement;
        private int at;

        Binder(PreparedStatement statement) {
            this.statement = statement;
        }

        void bytes(byte[] value) throws SQLException {
            statement.setBytes(++at, value);
        }

        void text(@Nullable String value) throws SQLException {
            statement.setString(++at, value);
        }

        void number(@Nullable Long value) throws SQLException {
            at++;
            if (value == null) {
                statement.setNull(at, Types.INTEGER);
            } else {
                statement.setLong(at, value);
            }
        }

        void energy(@Nullable Energy value) throws SQLException {
            number(value == null ? null : value.milliWattHours());
        }

        void amount(@Nullable Amount value) throws SQLException {
            number(value == null ? null : value.tenThousandths());
        }
    }
}
