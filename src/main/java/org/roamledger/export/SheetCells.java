package org.roamledger.export;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellReference;
import org.roamledger.report.Column;
import org.roamledger.report.ReportView;
import org.roamledger.session.ReportColumn;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The values of a report as cells of a sheet. A missing value is no cell.
final class SheetCells {

    /// Writes the cell of one column.
    @FunctionalInterface
    interface Cell {
        /// @param row row of the report
        /// @param rowNumber row of the sheet, as digits
        void put(int row, Bytes rowNumber, Bytes out);
    }

    private static final byte[] TEXT_END = Bytes.utf8("</is></c>");
    private static final byte[] NUMBER_END = Bytes.utf8("</v></c>");
    private static final byte[] NONE = {};
    private static final int SECONDS_A_DAY = 86_400;
    private static final long EPOCH_SERIAL_SECOND = 25_569L * SECONDS_A_DAY;
    // Before March 1900 Excel counts a day that never was; it ends with the year 9999.
    private static final long FIRST_SERIAL_SECOND = 61L * SECONDS_A_DAY;
    private static final long SERIAL_SECOND_END = 2_958_466L * SECONDS_A_DAY;

    private final ReportView view;
    private final ZoneId zone;
    private final List<ReportColumn> columns;
    private final SheetStyles styles;
    private final Map<ReportColumn, byte[][]> coded = new EnumMap<>(ReportColumn.class);

    /// @param strings takes the texts of coded columns
    SheetCells(ExportRequest request, SheetStyles styles, SharedStrings strings) {
        this.view = request.view();
        this.zone = view.report().parameters().zone();
        this.columns = request.columns();
        this.styles = styles;
        for (var column : columns) {
            if (view.report().column(column) instanceof Column.Coded of) {
                coded.put(column, endings(column, of, strings));
            }
        }
    }

    /// What follows the reference in the cell of each code. Only for codes of visible rows: a file
    /// must not carry texts that its rows do not show.
    private byte[][] endings(ReportColumn column, Column.Coded of, SharedStrings strings) {
        var used = new boolean[of.texts().size()];
        for (var row : view.rows()) {
            used[of.codes()[row]] = true;
        }
        var endings = new byte[used.length][];
        endings[Column.Coded.MISSING] = NONE;
        for (var code = 1; code < used.length; code++) {
            if (used[code]) {
                var text = of.texts().get(code);
                var style =
                        column.kind() == ReportColumn.Kind.CODED_ID ? styles.id : styles.of(text);
                endings[code] =
                        Bytes.utf8(
                                "\""
                                        + attribute(style)
                                        + " t=\"s\"><v>"
                                        + strings.number(text)
                                        + "</v></c>");
            }
        }
        return endings;
    }

    /// The header row with its line end.
    byte[] headerRow() {
        var row = new Bytes(1 << 11);
        row.put("<row r=\"1\">");
        for (var i = 0; i < columns.size(); i++) {
            row.put("<c r=\"");
            row.put(CellReference.convertNumToColString(i));
            row.put('1');
            row.put(textBegin(styles.header));
            row.put(XmlText.item(header(columns.get(i), zone)));
            row.put(TEXT_END);
        }
        row.put("</row>\n");
        return row.toArray();
    }

    /// Times carry their zone in the header.
    static String header(ReportColumn column, ZoneId zone) {
        return column.kind() == ReportColumn.Kind.DATE_TIME
                ? column.header() + " (" + zone.getId() + ")"
                : column.header();
    }

    /// Cells for one thread.
    Cell[] forOneThread() {
        var times = new ZoneOffsets(zone);
        var isoTimes = new IsoTimes(zone);
        var cells = new Cell[columns.size()];
        for (var i = 0; i < cells.length; i++) {
            var begin = Bytes.utf8("<c r=\"" + CellReference.convertNumToColString(i));
            cells[i] = cell(columns.get(i), begin, times, isoTimes);
        }
        return cells;
    }

    private Cell cell(ReportColumn column, byte[] begin, ZoneOffsets offsets, IsoTimes isoTimes) {
        return switch (view.report().column(column)) {
            case Column.Coded(var codes, _) -> {
                var endings = coded.getOrDefault(column, new byte[0][]);
                yield (row, rowNumber, out) -> {
                    var code = codes[row];
                    if (code != Column.Coded.MISSING) {
                        out.put(begin);
                        out.put(rowNumber);
                        out.put(endings[code]);
                    }
                };
            }
            case Column.Ids ids -> {
                var text = textBegin(styles.id);
                yield (row, rowNumber, out) -> {
                    if (!ids.isMissing(row)) {
                        out.put(begin);
                        out.put(rowNumber);
                        out.put(text);
                        XmlText.putItem(ids.utf8(), ids.begin(row), ids.length(row), out);
                        out.put(TEXT_END);
                    }
                };
            }
            case Column.Numbers numbers -> {
                var number = number(column, numbers, offsets, isoTimes);
                yield (row, rowNumber, out) -> {
                    var value = numbers.at(row);
                    if (value != Column.Numbers.MISSING) {
                        out.put(begin);
                        out.put(rowNumber);
                        number.put(value, row, out);
                    }
                };
            }
        };
    }

    /// Writes what follows the reference in the cell of a number that is not missing.
    @FunctionalInterface
    private interface NumberCell {
        void put(long value, int row, Bytes out);
    }

    private NumberCell number(
            ReportColumn column, Column.Numbers numbers, ZoneOffsets offsets, IsoTimes isoTimes) {
        return switch (column.kind()) {
            case DATE_TIME -> dateTime(offsets, isoTimes);
            case OFFSET_TIME -> {
                var text = textBegin(styles.text);
                var sent = ((Column.OffsetTimes) numbers).offsetMinutes();
                yield (value, row, out) -> {
                    out.put(text);
                    out.put("<t>");
                    isoTimes.put(value, sent[row], out);
                    out.put("</t>");
                    out.put(TEXT_END);
                };
            }
            case WATT_HOURS -> decimal(0, styles.whole, styles.whole);
            case READING -> decimal(3, styles.whole, styles.decimal);
            case MONEY, MONEY_PER_KWH -> decimal(4, styles.money, styles.money);
            case PERCENT -> decimal(4, styles.percent, styles.percentDecimal);
            case SECONDS -> {
                var begin = numberBegin(styles.duration);
                yield (value, _, out) -> {
                    out.put(begin);
                    out.putShortest(value / (double) SECONDS_A_DAY);
                    out.put(NUMBER_END);
                };
            }
            case CODED, CODED_ID, CHOICE, CHOICES, ID ->
                    throw new IllegalStateException("text in numbers: " + column);
        };
    }

    private static NumberCell decimal(int scale, CellStyle whole, CellStyle broken) {
        var unit = scale == 0 ? 1 : (long) Math.pow(10, scale);
        var ofWhole = numberBegin(whole);
        var ofBroken = numberBegin(broken);
        return (value, _, out) -> {
            out.put(value % unit == 0 ? ofWhole : ofBroken);
            out.putDecimal(value, scale, 0, '.');
            out.put(NUMBER_END);
        };
    }

    private NumberCell dateTime(ZoneOffsets offsets, IsoTimes isoTimes) {
        var number = numberBegin(styles.dateTime);
        var text = textBegin(styles.text);
        return (value, _, out) -> {
            var second = value + offsets.at(value).seconds() + EPOCH_SERIAL_SECOND;
            if (second >= FIRST_SERIAL_SECOND && second < SERIAL_SECOND_END) {
                out.put(number);
                // One division of whole numbers, so the nearest double there is.
                out.putShortest(second / (double) SECONDS_A_DAY);
                out.put(NUMBER_END);
            } else {
                out.put(text);
                out.put("<t>");
                isoTimes.put(value, out);
                out.put("</t>");
                out.put(TEXT_END);
            }
        };
    }

    private static String attribute(CellStyle style) {
        return style.getIndex() == 0 ? "" : " s=\"" + style.getIndex() + "\"";
    }

    private static byte[] textBegin(CellStyle style) {
        return Bytes.utf8("\"" + attribute(style) + " t=\"inlineStr\"><is>");
    }

    private static byte[] numberBegin(CellStyle style) {
        return Bytes.utf8("\"" + attribute(style) + "><v>");
    }
}
