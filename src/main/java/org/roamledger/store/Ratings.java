package org.roamledger.store;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Amount;
import org.roamledger.session.Price;
import org.roamledger.session.Provenance;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.VatRate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;

/// Fills the price of sessions whose records carry none, those of Hubject and Gireve, from the rows
/// of rated exports, within the caller's transaction. For one thread.
///
/// The hash of a session stays that of its record: a record that is delivered again is the same
/// one, rated or not.
final class Ratings {

    private static final Provenance RATED = Provenance.reported("rated export");
    private static final Provenance NOT_RATED = Provenance.missing("not in the rated export");

    private final Dimensions dimensions;
    private final PreparedStatement find;
    private final PreparedStatement fill;

    /// @param price with a total
    /// @param row id of the message of the row that told it
    record Rating(Price price, long row) {}

    Ratings(Connection writer, Dimensions dimensions) throws SQLException {
        this.dimensions = dimensions;
        find =
                writer.prepareStatement(
                        """
                        SELECT kind.*, gross_e4, vat_e4, coalesce(rated_raw_id, raw_id) AS row, provenance.text
                        FROM session JOIN kind ON kind.id = kind_id
                          LEFT JOIN provenance ON provenance.id = provenance_id
                        WHERE session.id = ?
                        """);
        fill =
                writer.prepareStatement(
                        """
                        UPDATE session
                        SET gross_e4 = ?, vat_e4 = ?, kind_id = ?, provenance_id = ?, rated_raw_id = ?, stored_at = ?
                        WHERE id = ?
                        """);
    }

    /// What a row of an export or an earlier rating said that a session costs, if it is no credit.
    @Nullable Rating of(long session) throws SQLException {
        find.setLong(1, session);
        try (var stored = find.executeQuery()) {
            stored.next();
            var gross = (Number) stored.getObject("gross_e4");
            var vat = (Number) stored.getObject("vat_e4");
            var rate = (Integer) stored.getObject("vat_rate_e4");
            return gross == null || stored.getBoolean("credit")
                    ? null
                    : new Rating(
                            new Price(
                                    new Amount(gross.longValue()),
                                    rate == null ? null : new VatRate(rate),
                                    vat == null ? null : new Amount(vat.longValue()),
                                    stored.getString("currency")),
                            stored.getLong("row"));
        }
    }

    /// Touches nothing but the price.
    void fill(long session, Rating rating, Instant now) throws SQLException {
        var price = rating.price();
        find.setLong(1, session);
        int kind;
        int provenance;
        try (var stored = find.executeQuery()) {
            stored.next();
            kind = dimensions.id(Dimensions.KindRow.of(stored).rated(price));
            provenance = dimensions.provenanceId(rated(stored.getString("text"), price));
        }
        fill.setObject(1, tenThousandths(price.gross()));
        fill.setObject(2, tenThousandths(price.vat()));
        fill.setInt(3, kind);
        fill.setInt(4, provenance);
        fill.setLong(5, rating.row());
        fill.setLong(6, now.getEpochSecond());
        fill.setLong(7, session);
        fill.executeUpdate();
    }

    private static String rated(@Nullable String stored, Price price) {
        var provenance = ProvenanceText.parse(stored == null ? "" : stored);
        provenance.put(ReportColumn.PRICE, RATED);
        provenance.put(ReportColumn.VAT_RATE, price.vatRate() == null ? NOT_RATED : RATED);
        provenance.put(ReportColumn.VAT_AMOUNT, price.vat() == null ? NOT_RATED : RATED);
        provenance.put(ReportColumn.CURRENCY, price.currency() == null ? NOT_RATED : RATED);
        return ProvenanceText.stored(provenance);
    }

    private static @Nullable Long tenThousandths(@Nullable Amount amount) {
        return amount == null ? null : amount.tenThousandths();
    }
}
