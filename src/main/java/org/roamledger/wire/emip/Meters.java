package org.roamledger.wire.emip;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Energy;
import org.roamledger.session.Reject.Reason;
import org.roamledger.wire.record.BadRecord;
import org.roamledger.wire.record.Fields;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/// The totals in an eMIP record's `meterReportList`. The values of its single steps are of no use
/// for the report.
///
/// @param energy total energy (meter type 2), if it is sent
/// @param duration total duration (meter type 1), if it is sent
/// @param hasCost whether a B2B service cost (meter type 3) is sent
record Meters(@Nullable Energy energy, @Nullable Duration duration, boolean hasCost) {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.][0-9]+)?");
    private static final BigDecimal MOST_MINUTES =
            BigDecimal.valueOf(Duration.ofDays(3_660).toMinutes());

    /// @throws BadRecord if a total is no number, absurd, or of a unit that is not known
    static Meters of(JsonNode record) throws BadRecord {
        var sent = record.path("meterReportList").path("meterReport");
        var reports =
                sent.isArray()
                        ? StreamSupport.stream(sent.spliterator(), false).toList()
                        : List.of(sent);
        Energy energy = null;
        Duration duration = null;
        var hasCost = false;
        for (var report : reports) {
            switch (Fields.text(report, "meterTypeId")) {
                case "1" -> duration = duration(report);
                case "2" -> energy = energy(report);
                case "3" -> hasCost = true;
                case null, default -> {}
            }
        }
        return new Meters(energy, duration, hasCost);
    }

    private static @Nullable Energy energy(JsonNode report) throws BadRecord {
        var value = value(report);
        if (value == null) {
            return null;
        }
        try {
            return switch (unit(report)) {
                case "", "wh" -> Energy.ofWattHours(value);
                case "kwh" -> Energy.ofKilowattHours(value);
                default -> throw new BadRecord(Reason.OUT_OF_RANGE, "meterUnit", unit(report));
            };
        } catch (ArithmeticException _) {
            throw new BadRecord(Reason.OUT_OF_RANGE, "meterValue", value.toString());
        }
    }

    private static @Nullable Duration duration(JsonNode report) throws BadRecord {
        var minutes = value(report);
        if (minutes == null) {
            return null;
        }
        if (minutes.signum() < 0 || minutes.compareTo(MOST_MINUTES) > 0) {
            throw new BadRecord(Reason.OUT_OF_RANGE, "meterValue", minutes.toString());
        }
        var seconds = minutes.multiply(BigDecimal.valueOf(60)).setScale(0, RoundingMode.HALF_UP);
        return Duration.ofSeconds(seconds.longValueExact());
    }

    private static @Nullable BigDecimal value(JsonNode report) throws BadRecord {
        return Fields.decimal(report, isSwapped(report) ? "meterUnit" : "meterValue", "meterValue");
    }

    private static String unit(JsonNode report) {
        var unit = Fields.text(report, isSwapped(report) ? "meterValue" : "meterUnit");
        return unit == null ? "" : unit.toLowerCase(Locale.ROOT);
    }

    /// A widely used library exchanges value and unit.
    private static boolean isSwapped(JsonNode report) {
        return isNumber(report, "meterUnit") && !isNumber(report, "meterValue");
    }

    private static boolean isNumber(JsonNode report, String name) {
        var text = Fields.text(report, name);
        return text != null && NUMBER.matcher(text).matches();
    }
}
