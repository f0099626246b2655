package org.roamledger.session;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// An exact amount of money in ten-thousandths of the session's currency unit, signed.
///
/// Four decimals are the finest an OCPI number carries (OCPI 2.2.1, section 16.1.4). Rounding to
/// minor units belongs to a settlement, which says how it rounds; never to a session.
public record Amount(long tenThousandths) {

    private static final int SCALE = 4;

    /// Keeps an amount of up to four decimals.
    ///
    /// @throws ArithmeticException if a fifth decimal is not zero, or the amount is beyond about
    ///   922 trillion
    public static Amount exactly(BigDecimal amount) {
        return new Amount(amount.movePointRight(SCALE).longValueExact());
    }

    /// Rounds half-up to four decimals: for computed amounts, and for feeds that send noise behind
    /// the fourth decimal.
    ///
    /// @throws ArithmeticException if the amount is beyond about 922 trillion
    public static Amount rounded(BigDecimal amount) {
        return exactly(amount.setScale(SCALE, RoundingMode.HALF_UP));
    }

    /// This amount taken back, as a credit shows it: zero or negative whatever sign was sent.
    public Amount credited() {
        return new Amount(Math.negateExact(Math.absExact(tenThousandths)));
    }

    public Amount plus(Amount other) {
        return new Amount(Math.addExact(tenThousandths, other.tenThousandths));
    }

    public Amount minus(Amount other) {
        return new Amount(Math.subtractExact(tenThousandths, other.tenThousandths));
    }

    /// With all four decimals, so that equal amounts are equal texts.
    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(tenThousandths, SCALE);
    }
}
