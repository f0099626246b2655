package org.roamledger.report;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Amount;

/// What some rows of one currency come to. What no row says is absent, never zero.
///
/// @param net of the rows that have Price and VAT
/// @param vat of the rows that have it
/// @param gross of the rows that have a Price
public record Money(@Nullable Amount net, @Nullable Amount vat, @Nullable Amount gross) {

    static final Money NONE = new Money(null, null, null);

    Money plus(Money other) {
        return new Money(plus(net, other.net), plus(vat, other.vat), plus(gross, other.gross));
    }

    /// By how much more this is than something else of the same rows.
    Money minus(Money other) {
        return new Money(minus(net, other.net), minus(vat, other.vat), minus(gross, other.gross));
    }

    private static @Nullable Amount plus(@Nullable Amount one, @Nullable Amount other) {
        return one == null ? other : other == null ? one : one.plus(other);
    }

    private static @Nullable Amount minus(@Nullable Amount one, @Nullable Amount other) {
        return one == null || other == null ? null : one.minus(other);
    }
}
