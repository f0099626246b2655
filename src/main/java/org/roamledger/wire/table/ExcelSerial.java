package org.roamledger.wire.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;

/// Dates as spreadsheets store them: days since an epoch, the time of day as a fraction.
public final class ExcelSerial {

    // The 1900 system counts a 29 February 1900 that never was; from March 1900 on this epoch is
    // right.
    private static final LocalDateTime EPOCH_1900 = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final LocalDateTime EPOCH_1904 = LocalDateTime.of(1904, 1, 1, 0, 0);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466); // 10000-01-01
    private static final BigDecimal MILLIS_PER_DAY = BigDecimal.valueOf(86_400_000);
    // What is left of a whole second when a writer cuts the fraction of the day.
    private static final long NOISE_MILLIS = 50;

    private ExcelSerial() {}

    /// The local time; empty if the serial is negative or beyond the year 9999.
    ///
    /// @param since1904 whether the workbook counts from 1904 on, as old Macs did
    public static Optional<LocalDateTime> toLocal(BigDecimal serial, boolean since1904) {
        return toDuration(serial).map((since1904 ? EPOCH_1904 : EPOCH_1900)::plus);
    }

    /// The same number as a length of time, to the millisecond, and to the second where it is
    /// within a twentieth of one; empty if it is negative or longer than spreadsheets count.
    public static Optional<Duration> toDuration(BigDecimal serial) {
        if (serial.signum() < 0 || serial.compareTo(LAST_DAY) >= 0) {
            return Optional.empty();
        }
        var millis =
                serial.multiply(MILLIS_PER_DAY).setScale(0, RoundingMode.HALF_UP).longValueExact();
        var seconds = Math.floorDiv(millis + 500, 1000);
        return Math.abs(millis - seconds * 1000) <= NOISE_MILLIS
                ? Optional.of(Duration.ofSeconds(seconds))
                : Optional.of(Duration.ofMillis(millis));
    }
}
