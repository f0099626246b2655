package org.roamledger.session;

import java.util.Currency;

/// How many decimals amounts of a currency have.
public final class CurrencyDigits {

    /// An [Amount] has no more.
    public static final int MOST = 4;

    private static final int USUAL = 2;

    private CurrencyDigits() {}

    /// Decimals of the currency's minor unit; two for a currency that nobody knows.
    public static int of(String currency) {
        try {
            return Math.clamp(Currency.getInstance(currency).getDefaultFractionDigits(), 0, MOST);
        } catch (IllegalArgumentException _) {
            return USUAL;
        }
    }

    /// How many decimals tell some amounts of a currency exactly: its own, or else all four, so
    /// that figures below each other differ in size and not in kind.
    public static int exact(String currency, Iterable<Amount> amounts) {
        var own = of(currency);
        for (var amount : amounts) {
            if (amount.toDecimal().stripTrailingZeros().scale() > own) {
                return MOST;
            }
        }
        return own;
    }
}
