package org.roamledger.session;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// A VAT percentage in ten-thousandths of a percent, 0 to 100 %: 25.5 % is 255,000.
public record VatRate(int tenThousandths) {

    private static final int SCALE = 4;
    private static final int HUNDRED_PERCENT = 1_000_000;

    public VatRate {
        if (tenThousandths < 0 || tenThousandths > HUNDRED_PERCENT) {
            throw new IllegalArgumentException("not a VAT rate: " + tenThousandths);
        }
    }

    /// Rounds half-up to four decimals of a percent.
    ///
    /// @throws IllegalArgumentException if it is not between 0 and 100 %
    public static VatRate ofPercent(BigDecimal percent) {
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException("not a VAT rate: " + percent);
        }
        return new VatRate(
                percent.setScale(SCALE, RoundingMode.HALF_UP)
                        .movePointRight(SCALE)
                        .intValueExact());
    }

    /// The percentage without trailing zeros: 25.5, 20, 0.
    public BigDecimal toPercent() {
        var exact = BigDecimal.valueOf(tenThousandths, SCALE).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }
}
