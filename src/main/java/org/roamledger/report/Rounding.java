package org.roamledger.report;

import org.roamledger.session.Amount;
import org.roamledger.session.CurrencyDigits;

import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How the amounts settled with a partner become whole minor units of their currency.
///
/// Every mode treats an amount and the credit that takes it back alike, so that both come to zero.
///
/// @param each what is rounded; the sums above are those of rounded amounts
public record Rounding(Mode mode, Each each) {

    private static final long TEN = 10;

    /// Where an amount between two minor units goes.
    public enum Mode {
        /// To the nearest, from the middle away from zero.
        HALF_UP(RoundingMode.HALF_UP),
        /// To the nearest, from the middle to the even one.
        HALF_EVEN(RoundingMode.HALF_EVEN),
        /// Away from zero.
        UP(RoundingMode.UP),
        /// Towards zero.
        DOWN(RoundingMode.DOWN);

        private final RoundingMode mode;

        Mode(RoundingMode mode) {
            this.mode = mode;
        }

        /// Its name in settings and commands: `half-up`.
        public String key() {
            return Rounding.key(this);
        }

        public static Optional<Mode> ofKey(String key) {
            return Arrays.stream(values()).filter(mode -> mode.key().equals(key)).findFirst();
        }
    }

    /// What is rounded.
    public enum Each {
        /// Every session.
        ROW,
        /// The sum of a partner's sessions of one currency and VAT rate.
        GROUP;

        /// Its name in settings and commands: `row`.
        public String key() {
            return Rounding.key(this);
        }

        public static Optional<Each> ofKey(String key) {
            return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
        }
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// An amount in whole minor units of its currency.
    ///
    /// @param tenThousandths of the currency unit
    /// @throws ArithmeticException if the amount is beyond about 922 trillion
    long round(long tenThousandths, String currency) {
        var unit = 1L;
        for (var digit = CurrencyDigits.of(currency); digit < CurrencyDigits.MOST; digit++) {
            unit *= TEN;
        }
        return tenThousandths % unit == 0
                ? tenThousandths
                : new Amount(tenThousandths)
                        .toDecimal()
                        .setScale(CurrencyDigits.of(currency), mode.mode)
                        .movePointRight(CurrencyDigits.MOST)
                        .longValueExact();
    }
}
