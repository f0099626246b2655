package org.roamledger.store;

import org.jspecify.annotations.Nullable;
import org.roamledger.report.Column;
import org.roamledger.report.ReportBuilder;
import org.roamledger.report.ReportParameters;
import org.roamledger.report.TakenBack;
import org.roamledger.session.Network;
import org.roamledger.session.PartyId;
import org.roamledger.session.SessionKey;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Objects;

/// Finds what the credits of a time frame take back, wherever in the store that stands: a session
/// may have run in another month than the credit says.
///
/// A credit means the session that has its operator and the CDR ID that it names.
final class CreditReader {

    private final Connection connection;

    CreditReader(Connection connection) {
        this.connection = connection;
    }

    private record Named(long session, long startMillis, String cdrId, SessionKey key) {}

    /// Credits are few, so all of the store are read: one of another month may take back the same
    /// session.
    void read(ReportParameters parameters, ReportBuilder builder) throws SQLException {
        var named = new ArrayList<Named>();
        var credits = new HashMap<SessionKey, Integer>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                SELECT session.id, start_ms, credited_cdr_id, operator, network
                                FROM session
                                  JOIN kind ON kind.id = kind_id
                                  JOIN charge_point ON charge_point.id = charge_point_id
                                WHERE credited_cdr_id IS NOT NULL AND credit = 1
                                """)) {
            while (rows.next()) {
                var operator = rows.getString(4);
                var cdrId = Objects.requireNonNull(rows.getString(3));
                var key =
                        SessionKey.of(
                                operator == null ? null : new PartyId(operator),
                                new Network(rows.getString(5)),
                                cdrId);
                named.add(new Named(rows.getLong(1), rows.getLong(2), cdrId, key));
                credits.merge(key, 1, Integer::sum);
            }
        }
        var from = parameters.start().toEpochMilli();
        var to = parameters.end().toEpochMilli();
        var hashes = new Hashes();
        try (var find =
                connection.prepareStatement(
                        """
                        SELECT session.id, gross_e4, currency
                        FROM session JOIN kind ON kind.id = kind_id
                        WHERE key = ?
                        """)) {
            for (var credit : named) {
                if (credit.startMillis() >= from && credit.startMillis() < to) {
                    find.setBytes(1, hashes.of(credit.key()));
                    builder.takesBack(
                            credit.session(),
                            new TakenBack(
                                    credit.cdrId(),
                                    original(find),
                                    Objects.requireNonNull(credits.get(credit.key()))));
                }
            }
        }
    }

    private static TakenBack.@Nullable Original original(PreparedStatement find)
            throws SQLException {
        try (var row = find.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            var gross = row.getLong(2);
            var price = row.wasNull() ? Column.Numbers.MISSING : gross;
            var currency = row.getString(3);
            return new TakenBack.Original(row.getLong(1), price, currency == null ? "" : currency);
        }
    }
}
