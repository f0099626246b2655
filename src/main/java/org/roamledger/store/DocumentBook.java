package org.roamledger.store;

import org.jspecify.annotations.Nullable;
import org.roamledger.report.DocumentNumber;
import org.roamledger.report.DocumentTerms;
import org.roamledger.report.Letterhead;
import org.roamledger.report.Rounding;
import org.roamledger.report.RoundingRules;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What a store knows of settlement documents: who issues them, how partners' amounts are rounded,
/// and the numbers that were given out.
///
/// Safe for use by any threads, as the store is.
public final class DocumentBook {

    private static final String OTHERS = "";

    private final StoreAccess access;

    DocumentBook(StoreAccess access) {
        this.access = access;
    }

    /// [DocumentTerms#NONE] if nobody has set any.
    public DocumentTerms terms() {
        return access.read(
                connection ->
                        exists(connection)
                                ? new DocumentTerms(letterhead(connection), rounding(connection))
                                : DocumentTerms.NONE);
    }

    /// Changes the terms as they are at that time, so that nobody's change is lost.
    public void change(UnaryOperator<DocumentTerms> change) {
        access.writeDurably(
                writer -> {
                    var changed =
                            change.apply(
                                    new DocumentTerms(
                                            letterhead(writer.connection),
                                            rounding(writer.connection)));
                    keep(writer.connection, changed.letterhead());
                    keep(writer.connection, changed.rounding());
                    return changed;
                });
    }

    private static Letterhead letterhead(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "SELECT name, address, vat_id, logo FROM letterhead")) {
            return row.next()
                    ? new Letterhead(
                            row.getString(1), row.getString(2), row.getString(3), row.getBytes(4))
                    : Letterhead.NONE;
        }
    }

    private static void keep(Connection connection, Letterhead letterhead) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        INSERT INTO letterhead (id, name, address, vat_id, logo) VALUES (1, ?, ?, ?, ?)
                        ON CONFLICT (id) DO UPDATE SET name = excluded.name, address = excluded.address,
                          vat_id = excluded.vat_id, logo = excluded.logo
                        """)) {
            statement.setString(1, letterhead.name());
            statement.setString(2, letterhead.address());
            statement.setString(3, letterhead.vatId());
            statement.setBytes(4, letterhead.logo());
            statement.executeUpdate();
        }
    }

    private static void keep(Connection connection, RoundingRules rules) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM rounding");
        }
        keep(connection, OTHERS, rules.others());
        for (var rule : rules.byPartner().entrySet()) {
            keep(connection, rule.getKey(), rule.getValue());
        }
    }

    private static void keep(Connection connection, String partner, @Nullable Rounding rounding)
            throws SQLException {
        if (rounding == null) {
            return;
        }
        try (var statement =
                connection.prepareStatement(
                        "INSERT INTO rounding (partner, mode, each) VALUES (?, ?, ?)")) {
            statement.setString(1, partner);
            statement.setString(2, rounding.mode().key());
            statement.setString(3, rounding.each().key());
            statement.executeUpdate();
        }
    }

    private static RoundingRules rounding(Connection connection) throws SQLException {
        var rules = RoundingRules.NONE;
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT partner, mode, each FROM rounding")) {
            while (rows.next()) {
                var partner = rows.getString(1);
                rules =
                        rules.with(
                                partner.equals(OTHERS) ? null : partner,
                                new Rounding(
                                        Rounding.Mode.ofKey(rows.getString(2)).orElseThrow(),
                                        Rounding.Each.ofKey(rows.getString(3)).orElseThrow()));
            }
        }
        return rules;
    }

    /// The number that a settlement was given, if it was.
    ///
    /// @param content checksum of the settlement
    public Optional<DocumentNumber> issued(String content) {
        return access.read(
                connection -> exists(connection) ? find(connection, content) : Optional.empty());
    }

    /// The number of a settlement: the one that it was given before, else the next one of the year.
    /// It is on the disk before it is returned, and no other settlement ever gets it.
    ///
    /// @param content checksum of the settlement
    /// @param zone in which the year is told
    public DocumentNumber issue(String content, ZoneId zone, Instant now) {
        return access.writeDurably(
                writer -> {
                    var known = find(writer.connection, content);
                    if (known.isPresent()) {
                        return known.get();
                    }
                    var year = now.atZone(zone).getYear();
                    var number =
                            new DocumentNumber(
                                    year,
                                    last(writer.connection, year) + 1,
                                    Instant.ofEpochMilli(now.toEpochMilli()));
                    add(writer.connection, content, number);
                    return number;
                });
    }

    private static Optional<DocumentNumber> find(Connection connection, String content)
            throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "SELECT year, number, issued_at FROM issued_document WHERE content = ?")) {
            statement.setString(1, content);
            try (var row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new DocumentNumber(
                                        row.getInt(1),
                                        row.getInt(2),
                                        Instant.ofEpochMilli(row.getLong(3))))
                        : Optional.empty();
            }
        }
    }

    private static int last(Connection connection, int year) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "SELECT coalesce(max(number), 0) FROM issued_document WHERE year = ?")) {
            statement.setInt(1, year);
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }

    private static void add(Connection connection, String content, DocumentNumber number)
            throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        INSERT INTO issued_document (content, year, number, issued_at)
                        VALUES (?, ?, ?, ?)
                        """)) {
            statement.setString(1, content);
            statement.setInt(2, number.year());
            statement.setInt(3, number.number());
            statement.setLong(4, number.issuedAt().toEpochMilli());
            statement.executeUpdate();
        }
    }

    /// A store that nobody can write may be of an earlier version, without the tables.
    private static boolean exists(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT 1 FROM sqlite_schema WHERE name = 'issued_document'")) {
            return rows.next();
        }
    }
}
