package org.roamledger.wire.table;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/// One value of a row, as far as the file itself says what it is.
public sealed interface Cell {

    /// All that CSV has, and the text cells of a workbook. Never evaluated.
    record Text(String text) implements Cell {}

    /// A number cell of a workbook, with the digits that stand in the file.
    ///
    /// @param value a cell shown as a percentage is given in percent
    /// @param minDigits how many digits the cell's format shows at least: 6 for `000000`
    record Numeric(BigDecimal value, int minDigits) implements Cell {}

    /// A date cell of a workbook: local time, because a workbook knows no zones.
    ///
    /// @param serial days since the workbook's epoch, as in the file
    /// @param at the same as local time
    record Time(BigDecimal serial, LocalDateTime at) implements Cell {}

    /// As it is kept beside the session and shown in the list of rejects.
    default String asText() {
        return switch (this) {
            case Text(var text) -> text;
            case Numeric(var value, var minDigits) -> digits(value, minDigits);
            case Time(_, var at) -> at.toString();
        };
    }

    default boolean isBlank() {
        return this instanceof Text(var text) && text.isBlank();
    }

    private static String digits(BigDecimal value, int minDigits) {
        var whole = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        var text = whole.toPlainString();
        return whole.scale() > 0 || whole.signum() < 0
                ? text
                : "0".repeat(Math.max(0, minDigits - text.length())) + text;
    }
}
