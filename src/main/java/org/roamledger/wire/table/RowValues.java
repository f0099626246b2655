package org.roamledger.wire.table;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Amount;
import org.roamledger.session.Energy;
import org.roamledger.session.Moment;
import org.roamledger.session.Reject.Reason;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.VatRate;
import org.roamledger.wire.mapping.NeutralisedText;
import org.roamledger.wire.table.SessionTimes.Candidates;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// The typed values of one row. A value that is not there is null; one that cannot be read ends the
/// row with a [Refusal].
final class RowValues {

    private static final Pattern SPACE = Pattern.compile("[\\s\u00a0\u202f]+");
    // What a spreadsheet leaves of a long number: digits are lost, so two ids may have become one.
    private static final Pattern SHORTENED = Pattern.compile("[0-9][.,][0-9]+[Ee]\\+[0-9]{2,}");
    private static final int DIGITS_OF_A_DOUBLE = 15;
    private static final Duration LONGEST = Duration.ofDays(3_660);

    private final TableColumns columns;
    private final List<Cell> cells;
    private final ZoneId zone;
    private final Supplier<TableEvidence> evidence;

    RowValues(
            TableColumns columns, List<Cell> cells, ZoneId zone, Supplier<TableEvidence> evidence) {
        this.columns = columns;
        this.cells = cells;
        this.zone = zone;
        this.evidence = evidence;
    }

    /// Text without the space around it and without a neutralising apostrophe.
    @Nullable String text(ReportColumn column) {
        var cell = cell(column);
        if (cell == null) {
            return null;
        }
        var text = NeutralisedText.undo(cell.asText().strip()).strip();
        return text.isEmpty() ? null : text;
    }

    /// An id that must tell records apart, so one that a spreadsheet has damaged is refused.
    String recordId() {
        var cell = cell(ReportColumn.CDR_ID);
        var id = text(ReportColumn.CDR_ID);
        if (cell == null || id == null) {
            throw new Refusal(Reason.MISSING_VALUE, ReportColumn.CDR_ID, "");
        }
        var damaged =
                switch (cell) {
                    case Cell.Text _ -> SHORTENED.matcher(id).matches();
                    case Cell.Numeric(var value, _) ->
                            value.scale() < 0
                                    && value.precision() - value.scale() > DIGITS_OF_A_DOUBLE;
                    case Cell.Time _ -> true;
                };
        if (damaged) {
            throw new Refusal(Reason.OUT_OF_RANGE, ReportColumn.CDR_ID, id);
        }
        return id;
    }

    @Nullable Energy energy(ReportColumn column) {
        var shift = columns.find(column);
        return shift == null
                ? null
                : ranged(
                        column,
                        number -> Energy.ofWattHours(number.movePointRight(shift.wattHourShift())));
    }

    @Nullable Amount amount(ReportColumn column) {
        return ranged(column, Amount::rounded);
    }

    @Nullable VatRate vatRate() {
        return ranged(ReportColumn.VAT_RATE, VatRate::ofPercent);
    }

    private <T> @Nullable T ranged(ReportColumn column, Function<BigDecimal, T> type) {
        var number = number(column);
        if (number == null) {
            return null;
        }
        try {
            return type.apply(number);
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new Refusal(Reason.OUT_OF_RANGE, column, number.toPlainString());
        }
    }

    private @Nullable BigDecimal number(ReportColumn column) {
        var where = columns.find(column);
        var cell = cell(column);
        if (where == null || cell == null) {
            return null;
        }
        return switch (cell) {
            case Cell.Numeric(var value, _) -> value;
            case Cell.Time(_, var at) ->
                    throw new Refusal(Reason.NOT_A_NUMBER, column, at.toString());
            case Cell.Text(var text) -> number(where, text);
        };
    }

    private BigDecimal number(TableColumn column, String text) {
        var plain = NeutralisedText.undo(text.strip());
        var digits =
                column.column().kind() == ReportColumn.Kind.PERCENT ? withoutPercent(plain) : plain;
        var told = DecimalText.Mark.of(columns.mapping().decimals());
        return switch (DecimalText.of(digits)) {
            case DecimalText.Marked(_, var mark) when told != null && mark != told ->
                    throw notANumber(column, text);
            case DecimalText.Marked(var value, _) -> value;
            case DecimalText.Plain(var value) -> value;
            case DecimalText.Ambiguous ambiguous when told != null -> ambiguous.read(told);
            case DecimalText.Ambiguous ambiguous ->
                    evidence.get()
                            .decide(column, ambiguous)
                            .orElseThrow(() -> notANumber(column, text));
            case DecimalText.NotANumber() -> throw notANumber(column, text);
        };
    }

    private static Refusal notANumber(TableColumn column, String text) {
        return new Refusal(Reason.NOT_A_NUMBER, column.column(), text);
    }

    static String withoutPercent(String text) {
        var plain = text.strip();
        return plain.endsWith("%") ? withoutSpaceAtEnd(plain) : plain;
    }

    private static String withoutSpaceAtEnd(String percent) {
        var end = percent.length() - 1;
        while (end > 0 && SPACE.matcher(percent.substring(end - 1, end)).matches()) {
            end--;
        }
        return percent.substring(0, end);
    }

    /// What the column's time can mean.
    @Nullable Candidates time(ReportColumn column) {
        var where = columns.find(column);
        var cell = cell(column);
        if (where == null || cell == null) {
            return null;
        }
        var time = time(where, cell);
        if (!time.moments().stream().allMatch(Moment::isPlausible)) {
            throw new Refusal(Reason.OUT_OF_RANGE, column, cell.asText());
        }
        return time;
    }

    private Candidates time(TableColumn where, Cell cell) {
        var column = where.column();
        var zoneOfColumn = where.zone() == null ? zone : where.zone();
        return switch (cell) {
            case Cell.Time(_, var at) -> Candidates.of(at, zoneOfColumn);
            case Cell.Numeric(var serial, _) ->
                    Candidates.of(
                            ExcelSerial.toLocal(serial, false)
                                    .filter(at -> at.getYear() >= 1970)
                                    .orElseThrow(() -> notATime(column, cell)),
                            zoneOfColumn);
            case Cell.Text(var text) -> {
                var written = written(text).orElseThrow(() -> notATime(column, cell));
                var offset = written.offset();
                yield offset == null
                        ? Candidates.of(local(written, column, cell), zoneOfColumn)
                        : Candidates.of(written.local(), offset);
            }
        };
    }

    /// Whether the column's time is read in a zone that neither the value nor the header names.
    boolean isZoneAssumed(ReportColumn column) {
        var where = columns.find(column);
        if (where == null || where.zone() != null) {
            return false;
        }
        return !(cell(column) instanceof Cell.Text(var text)
                && written(text).map(TimeText::offset).isPresent());
    }

    private Optional<TimeText> written(String text) {
        return TimeText.of(text, columns.mapping().dates());
    }

    private LocalDateTime local(TimeText written, ReportColumn column, Cell cell) {
        var monthFirst = written.monthFirst();
        return monthFirst == null
                ? written.local()
                : evidence.get()
                        .decide(written.local(), monthFirst)
                        .orElseThrow(() -> notATime(column, cell));
    }

    private static Refusal notATime(ReportColumn column, Cell cell) {
        return new Refusal(Reason.NOT_A_TIME, column, cell.asText());
    }

    /// Null also where it cannot be read or is absurd: durations only help out.
    @Nullable Duration duration() {
        var cell = cell(ReportColumn.DURATION);
        if (cell == null) {
            return null;
        }
        var read =
                switch (cell) {
                    case Cell.Time(var serial, _) -> ExcelSerial.toDuration(serial);
                    case Cell.Text(var text) -> DurationText.of(text);
                    case Cell.Numeric _ -> Optional.<Duration>empty();
                };
        return read.filter(duration -> duration.compareTo(LONGEST) <= 0).orElse(null);
    }

    private @Nullable Cell cell(ReportColumn column) {
        var where = columns.find(column);
        if (where == null || where.position() >= cells.size()) {
            return null;
        }
        var cell = cells.get(where.position());
        return cell.isBlank() ? null : cell;
    }
}
