package org.roamledger.store;

import org.jspecify.annotations.Nullable;
import org.roamledger.report.ReportBuilder;
import org.roamledger.report.ReportParameters;
import org.roamledger.report.SessionDetail;
import org.roamledger.report.SessionDetail.Partner;
import org.roamledger.report.SessionVersion;
import org.roamledger.session.Network;
import org.roamledger.session.PartyId;
import org.roamledger.session.Provenance;
import org.roamledger.session.RawMessage;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.SessionKey;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.DataFormatException;

/// Reads all that is kept of one session: its versions, their messages, and its credit.
final class History {

    private static final Provenance DURATION =
            Provenance.computed("stop time - start time, as instants");
    private static final Provenance NO_DURATION = Provenance.missing("no stop time");

    private final Connection connection;
    private final long session;
    private final ZoneId reportZone;
    private final Precedence precedence;

    /// @param session id of the session
    /// @param reportZone zone of the report in which it is looked at
    History(Connection connection, long session, ZoneId reportZone) throws SQLException {
        this.connection = connection;
        this.session = session;
        this.reportZone = reportZone;
        precedence = new Precedence(connection, reportZone);
    }

    SessionDetail detail() throws SQLException {
        return new SessionDetail(session, versions(), partner());
    }

    private List<SessionVersion> versions() throws SQLException {
        var select =
                """
                SELECT '%1$s', version, source.name, stored_at, form, body, start_ms
                FROM %1$s AS stored
                  JOIN kind ON kind.id = stored.kind_id
                  JOIN source ON source.id = kind.source_id
                  JOIN raw_message ON raw_message.id = stored.raw_id
                WHERE stored.id = ?1
                """;
        var sql =
                select.formatted("session")
                        + " UNION ALL "
                        + select.formatted("earlier_session")
                        + " ORDER BY 2 DESC";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, session);
            var found = new ArrayList<SessionVersion>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(version(rows));
                }
            }
            return found;
        } catch (DataFormatException e) {
            throw new SQLException("a stored message cannot be inflated", e);
        }
    }

    private SessionVersion version(ResultSet row) throws SQLException, DataFormatException {
        var table = row.getString(1);
        var number = row.getInt(2);
        var day = Instant.ofEpochMilli(row.getLong(7)).atZone(reportZone).toLocalDate();
        var parameters = new ReportParameters(Set.of(), false, day, day.plusDays(1), reportZone);
        var builder = new ReportBuilder(parameters);
        var pointedTo =
                """
                id IN (SELECT %%1$s_id FROM session WHERE id = %1$d
                  UNION SELECT %%1$s_id FROM earlier_session WHERE id = %1$d)
                """
                        .formatted(session);
        var rows =
                new ReportRows(connection, parameters, builder, precedence, _ -> true, pointedTo);
        try (var stored =
                new StoredRows(connection, table, "id = ? AND version = ?", session, number)) {
            var batch = stored.next();
            rows.add(batch, 0);
            var provenance = new EnumMap<>(rows.provenance(batch, 0));
            var values = builder.build();
            var noStop = values.column(ReportColumn.STOP_TIME).isMissing(0);
            provenance.put(ReportColumn.DURATION, noStop ? NO_DURATION : DURATION);
            return new SessionVersion(
                    number,
                    row.getString(3),
                    Instant.ofEpochSecond(row.getLong(4)),
                    new RawMessage(
                            RawMessage.Form.valueOf(row.getString(5)),
                            RawBodies.inflate(Objects.requireNonNull(row.getBytes(6)))),
                    values,
                    provenance);
        }
    }

    /// The session that a credit takes back has the credit's operator and the id that it names; the
    /// credit of a session is found the other way round.
    private @Nullable Partner partner() throws SQLException {
        var rows = partners("session.id = ?", statement -> statement.setLong(1, session));
        var own = rows.getFirst();
        if (own.credited() != null) {
            var key = new Hashes().of(own.keyOf(own.credited()));
            var taken = partners("session.key = ?", statement -> statement.setBytes(1, key));
            return taken.isEmpty() ? null : taken.getFirst().partner();
        }
        var key = own.keyOf(own.partner().cdrId());
        return partners(
                        "session.credited_cdr_id = ? COLLATE NOCASE",
                        statement -> statement.setString(1, own.partner().cdrId()))
                .stream()
                .filter(credit -> credit.keyOf(own.partner().cdrId()).equals(key))
                .map(Candidate::partner)
                .findFirst()
                .orElse(null);
    }

    /// @param credited id of the record that it takes back, if it does
    private record Candidate(
            Partner partner,
            @Nullable String credited,
            @Nullable PartyId operator,
            Network network) {

        SessionKey keyOf(String cdrId) {
            return SessionKey.of(operator, network, cdrId);
        }
    }

    private interface Binding {
        void to(PreparedStatement statement) throws SQLException;
    }

    private List<Candidate> partners(String condition, Binding binding) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        SELECT session.id, cdr_id, credit, start_ms, credited_cdr_id, operator, network
                        FROM session
                          JOIN kind ON kind.id = kind_id
                          JOIN charge_point ON charge_point.id = charge_point_id
                        WHERE %s
                        ORDER BY session.id
                        """
                                .formatted(condition))) {
            binding.to(statement);
            var found = new ArrayList<Candidate>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var operator = rows.getString(6);
                    found.add(
                            new Candidate(
                                    new Partner(
                                            rows.getLong(1),
                                            rows.getString(2),
                                            rows.getBoolean(3),
                                            Instant.ofEpochMilli(rows.getLong(4))),
                                    rows.getBoolean(3) ? rows.getString(5) : null,
                                    operator == null ? null : new PartyId(operator),
                                    new Network(rows.getString(7))));
                }
            }
            return found;
        }
    }
}
