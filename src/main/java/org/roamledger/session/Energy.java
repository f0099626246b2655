package org.roamledger.session;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// An amount of energy or a meter reading, in thousandths of a watt-hour, signed.
///
/// A thousandth of a watt-hour keeps six decimals of a kilowatt-hour, more than any feed sends.
public record Energy(long milliWattHours) {

    /// Finer parts than a thousandth of a watt-hour are rounded half-up.
    ///
    /// @throws ArithmeticException if the energy is beyond about 9 petawatt-hours
    public static Energy ofKilowattHours(BigDecimal kilowattHours) {
        return ofWattHours(kilowattHours.movePointRight(3));
    }

    /// Finer parts than a thousandth of a watt-hour are rounded half-up.
    ///
    /// @throws ArithmeticException if the energy is beyond about 9 petawatt-hours
    public static Energy ofWattHours(BigDecimal wattHours) {
        return new Energy(
                wattHours.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    /// This energy taken back, as a credit shows it: zero or negative whatever sign was sent.
    public Energy credited() {
        return new Energy(Math.negateExact(Math.absExact(milliWattHours)));
    }

    /// Whole watt-hours, half-up away from zero: the figure that is shown, exported and summed.
    public long wattHours() {
        return wattHours(milliWattHours);
    }

    /// As [#wattHours()], of thousandths of a watt-hour.
    public static long wattHours(long milliWattHours) {
        var half = milliWattHours < 0 ? -500 : 500;
        return Math.addExact(milliWattHours, half) / 1000;
    }

    /// All digits, without trailing zeros.
    public BigDecimal toWattHours() {
        var exact = BigDecimal.valueOf(milliWattHours, 3).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }
}
