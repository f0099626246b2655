package org.roamledger.store;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Amount;
import org.roamledger.session.ChargingSession;
import org.roamledger.session.Energy;
import org.roamledger.session.EvseId;
import org.roamledger.session.MergeCounts;
import org.roamledger.session.Moment;
import org.roamledger.session.Network;
import org.roamledger.session.PartyId;
import org.roamledger.session.Provenance;
import org.roamledger.session.RawMessage;
import org.roamledger.session.RecordPlace;
import org.roamledger.session.Reject;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.SessionKey;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.zip.DataFormatException;

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
                    "credited_cdr_id",
                    "rated_raw_id");

    private final Dimensions dimensions;
    private final PreparedStatement find;
    private final PreparedStatement insertRaw;
    private final PreparedStatement insert;
    private final PreparedStatement keepEarlier;
    private final PreparedStatement update;
    private final PreparedStatement lastHashOfSource;
    private final PreparedStatement formOfRaw;
    private final PreparedStatement findOther;
    private final PreparedStatement findRowOfNetwork;
    private final PreparedStatement noteRowOfNetwork;
    private final PreparedStatement nextVersion;
    private final Hashes hashes = new Hashes();
    private final Ratings ratings;
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
        findOther =
                writer.prepareStatement(
                        """
                        SELECT session.id, version, hash, source_id, raw_id
                        FROM session JOIN kind ON kind.id = kind_id JOIN raw_message ON raw_message.id = raw_id
                        WHERE key = ?1 AND network = ?2 AND (form = 'REPORT_ROW') = ?3
                        """);
        findRowOfNetwork =
                writer.prepareStatement(
                        """
                        SELECT session.id, version, hash, source_id, raw_id
                        FROM row_of_network JOIN session ON session.key = row_of_network.key
                          JOIN kind ON kind.id = kind_id JOIN raw_message ON raw_message.id = raw_id
                        WHERE network_key = ? AND form = 'REPORT_ROW'
                        """);
        noteRowOfNetwork =
                writer.prepareStatement(
                        "INSERT OR IGNORE INTO row_of_network (network_key, key) VALUES (?, ?)");
        nextVersion =
                writer.prepareStatement("UPDATE session SET version = version + 1 WHERE id = ?");
        ratings = new Ratings(writer, dimensions);
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
        formOfRaw = writer.prepareStatement("SELECT form, body FROM raw_message WHERE id = ?");
        rejects = new RejectTable(writer);
    }

    MergeCounts write(
            int source, List<PreparedSession> sessions, List<Reject> rejected, Instant now)
            throws SQLException {
        var added = 0L;
        var changed = 0L;
        var kept = new ArrayList<Reject>();
        for (var prepared : sessions) {
            switch (write(source, prepared, now)) {
                case ADDED -> added++;
                case CHANGED -> changed++;
                case UNCHANGED -> {}
                case TOO_LATE -> kept.add(tooLate(prepared));
            }
        }
        for (var each : rejected) {
            if (each.reason() != Reject.Reason.PROVISIONAL || !isFinal(each)) {
                kept.add(each);
            }
        }
        rejects.forgetRead(source, sessions);
        rejects.write(source, kept, now);
        var unchanged = sessions.size() + rejected.size() - added - changed - kept.size();
        return new MergeCounts(added, changed, unchanged, kept.size());
    }

    private enum Outcome {
        ADDED,
        CHANGED,
        UNCHANGED,
        TOO_LATE
    }

    /// Whether the final record for which an intermediate one waits is there already.
    private boolean isFinal(Reject provisional) throws SQLException {
        find.setBytes(1, hashes.of(SessionKey.of(null, Network.GIREVE, provisional.id())));
        try (var known = find.executeQuery()) {
            return known.next() && form(known.getLong(5)) == RawMessage.Form.EMIP_CDR;
        }
    }

    private static Reject tooLate(PreparedSession prepared) throws SQLException {
        var id = prepared.session().cdrId();
        return new Reject(
                RecordPlace.unknown(),
                id,
                Reject.Reason.ALREADY_FINAL,
                "serviceSessionId",
                id,
                new String(inflated(prepared.body()), StandardCharsets.UTF_8),
                prepared.form(),
                null);
    }

    /// What is stored of a session.
    private record Known(long id, int version, byte[] hash, int source, long raw) {

        static @Nullable Known next(ResultSet row) throws SQLException {
            return row.next()
                    ? new Known(
                            row.getLong(1),
                            row.getInt(2),
                            row.getBytes(3),
                            row.getInt(4),
                            row.getLong(5))
                    : null;
        }
    }

    private @Nullable Known known(PreparedSession prepared) throws SQLException {
        find.setBytes(1, prepared.key());
        try (var row = find.executeQuery()) {
            var known = Known.next(row);
            if (known != null) {
                return known;
            }
        }
        if (prepared.otherKey() != null) {
            findOther.setBytes(1, prepared.otherKey());
            findOther.setString(2, prepared.session().network().code());
            findOther.setBoolean(3, prepared.form() != RawMessage.Form.REPORT_ROW);
            try (var row = findOther.executeQuery()) {
                var known = Known.next(row);
                if (known != null) {
                    return known;
                }
            }
        }
        return switch (prepared.form()) {
            case OICP_CDR, EMIP_CDR -> rowOfNetwork(prepared.key());
            case REPORT_ROW, OCPI_CDR -> null;
        };
    }

    /// A row of a report that came before the network's record, whatever operator it names.
    private @Nullable Known rowOfNetwork(byte[] networkKey) throws SQLException {
        findRowOfNetwork.setBytes(1, networkKey);
        try (var row = findRowOfNetwork.executeQuery()) {
            return Known.next(row);
        }
    }

    private void noteRowOfNetwork(PreparedSession prepared) throws SQLException {
        if (prepared.form() == RawMessage.Form.REPORT_ROW && prepared.otherKey() != null) {
            noteRowOfNetwork.setBytes(1, prepared.otherKey());
            noteRowOfNetwork.setBytes(2, prepared.key());
            noteRowOfNetwork.executeUpdate();
        }
    }

    private Outcome write(int source, PreparedSession prepared, Instant now) throws SQLException {
        var known = known(prepared);
        if (known == null) {
            bind(insert, source, prepared, 1, now);
            insert.executeUpdate();
            noteRowOfNetwork(prepared);
            return Outcome.ADDED;
        }
        if (Arrays.equals(known.hash(), prepared.hash())
                || (known.source() != source && isLastOf(source, known.id(), prepared.hash()))) {
            return Outcome.UNCHANGED;
        }
        var storedForm = form(known.raw());
        return switch (prepared.form()) {
            // A row of a report is made of the record, with fewer digits: it never replaces the
            // record
            // itself. It can only tell a price that the record lacks.
            case REPORT_ROW ->
                    storedForm == RawMessage.Form.REPORT_ROW
                            ? replace(known, source, prepared, null, now)
                            : storedForm == RawMessage.Form.OCPI_CDR
                                    ? Outcome.UNCHANGED
                                    : rate(known, prepared, now);
            // Gireve takes one final record of a session and refuses all that come later.
            case EMIP_CDR ->
                    storedForm == RawMessage.Form.EMIP_CDR && !isSameMessage(known, prepared)
                            ? Outcome.TOO_LATE
                            : replace(known, source, prepared, rating(known, storedForm), now);
            case OICP_CDR -> replace(known, source, prepared, rating(known, storedForm), now);
            case OCPI_CDR -> replace(known, source, prepared, null, now);
        };
    }

    private Ratings.@Nullable Rating rating(Known known, RawMessage.@Nullable Form storedForm)
            throws SQLException {
        return storedForm == RawMessage.Form.OCPI_CDR ? null : ratings.of(known.id());
    }

    /// @param rating to be kept, because the record itself carries no price
    private Outcome replace(
            Known known,
            int source,
            PreparedSession prepared,
            Ratings.@Nullable Rating rating,
            Instant now)
            throws SQLException {
        keepEarlier.setLong(1, known.id());
        keepEarlier.executeUpdate();
        bind(update, source, prepared, known.version() + 1, now);
        update.setLong(COLUMNS.size() + 1, known.id());
        update.executeUpdate();
        if (rating != null) {
            ratings.fill(known.id(), rating, now);
        }
        return Outcome.CHANGED;
    }

    /// The first price is no new version, because it replaces nothing; another one is.
    private Outcome rate(Known known, PreparedSession row, Instant now) throws SQLException {
        var price = row.session().price();
        if (price.gross() == null || row.session().credit() != null) {
            return Outcome.UNCHANGED;
        }
        var before = ratings.of(known.id());
        if (before != null && before.price().equals(price)) {
            return Outcome.UNCHANGED;
        }
        if (before != null) {
            keepEarlier.setLong(1, known.id());
            keepEarlier.executeUpdate();
            nextVersion.setLong(1, known.id());
            nextVersion.executeUpdate();
        }
        ratings.fill(known.id(), new Ratings.Rating(price, writeRaw(row)), now);
        return Outcome.CHANGED;
    }

    private RawMessage.@Nullable Form form(long raw) throws SQLException {
        formOfRaw.setLong(1, raw);
        try (var stored = formOfRaw.executeQuery()) {
            return stored.next() ? RawMessage.Form.valueOf(stored.getString(1)) : null;
        }
    }

    /// A newer version of the application may read more out of the same message.
    private boolean isSameMessage(Known known, PreparedSession prepared) throws SQLException {
        formOfRaw.setLong(1, known.raw());
        try (var stored = formOfRaw.executeQuery()) {
            return stored.next()
                    && Arrays.equals(
                            inflated(Objects.requireNonNull(stored.getBytes(2))),
                            inflated(prepared.body()));
        }
    }

    private static byte[] inflated(byte[] body) throws SQLException {
        try {
            return RawBodies.inflate(body);
        } catch (DataFormatException e) {
            throw new SQLException("a stored message cannot be inflated", e);
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
        to.number(null);
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
