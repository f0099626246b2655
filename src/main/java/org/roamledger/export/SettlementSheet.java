package org.roamledger.export;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import java.util.HashMap;
import java.util.Map;

/// A sheet of a settlement: its groups or its rounded amounts and, in bold, their sums per
/// currency. Groups can be folded into their sums.
final class SettlementSheet {

    /// More are not possible in a sheet.
    private static final int DEEPEST = 7;

    private static final int CHARACTER = 256;
    private static final int FIGURE_WIDTH = 16;
    private static final int WIDEST_TEXT = 40;
    private static final int NARROWEST_TEXT = 10;

    private final XSSFWorkbook workbook;
    private final XSSFSheet sheet;
    private final SheetStyles styles;
    private final TableCells cells;
    private final Map<XSSFCellStyle, XSSFCellStyle> bold = new HashMap<>();
    private final Map<XSSFCellStyle, XSSFCellStyle> left = new HashMap<>();

    private SettlementSheet(
            XSSFWorkbook workbook, SheetStyles styles, String name, TableCells cells) {
        this.workbook = workbook;
        this.sheet = workbook.createSheet(name);
        this.styles = styles;
        this.cells = cells;
    }

    /// @param name of the sheet
    static void add(XSSFWorkbook workbook, SheetStyles styles, String name, TableCells cells) {
        new SettlementSheet(workbook, styles, name, cells).fill();
    }

    private void fill() {
        var columns = cells.titles().size();
        var header = sheet.createRow(0);
        for (var i = 0; i < columns; i++) {
            var cell = header.createCell(i);
            cell.setCellValue(XmlText.forPoi(cells.titles().get(i)));
            cell.setCellStyle(i < cells.textColumns() ? styles.header : styles.figureHeader);
        }
        var deepest = 0;
        for (var line : cells.lines()) {
            var row = sheet.createRow(sheet.getLastRowNum() + 1);
            for (var i = 0; i < columns; i++) {
                var cell = line.cells().get(i);
                // The line above a sum has no gaps.
                if (line.sum() || !cell.text().isEmpty()) {
                    put(cell, line.sum(), row.createCell(i));
                }
            }
            var depth = Math.min(DEEPEST, line.depth());
            if (depth > 0) {
                row.getCTRow().setOutlineLevel((short) depth);
                deepest = Math.max(deepest, depth);
            }
        }
        if (deepest > 0) {
            sheet.getCTWorksheet().getSheetFormatPr().setOutlineLevelRow((short) deepest);
        }
        lay(columns);
    }

    private void put(TableCells.Cell cell, boolean sum, XSSFCell target) {
        var style =
                switch (cell.kind()) {
                    case TEXT -> styles.of(cell.text());
                    case COUNT -> styles.whole;
                    case KILOWATT_HOURS -> styles.decimal;
                    case MONEY -> styles.money;
                    case PERCENT ->
                            left.computeIfAbsent(
                                    cell.text().indexOf('.') < 0
                                            ? styles.percent
                                            : styles.percentDecimal,
                                    this::left);
                };
        var shown = sum ? bold.computeIfAbsent(style, this::bold) : style;
        if (cell.text().isEmpty()) {
            target.setCellStyle(shown);
        } else if (cell.kind() == TableCells.Kind.TEXT) {
            target.setCellValue(XmlText.forPoi(cell.text()));
            target.setCellStyle(shown);
        } else {
            ParametersSheet.set(target, cell.text(), shown);
        }
    }

    /// A rate is what lines are told apart by, and stands among texts.
    private XSSFCellStyle left(XSSFCellStyle style) {
        var left = workbook.createCellStyle();
        left.cloneStyleFrom(style);
        left.setAlignment(HorizontalAlignment.LEFT);
        return left;
    }

    private XSSFCellStyle bold(XSSFCellStyle style) {
        var bold = workbook.createCellStyle();
        bold.cloneStyleFrom(style);
        bold.setFont(styles.header.getFont());
        bold.setBorderTop(BorderStyle.THIN);
        return bold;
    }

    private void lay(int columns) {
        sheet.createFreezePane(0, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, cells.lines().size(), 0, columns - 1));
        for (var i = 0; i < columns; i++) {
            sheet.setColumnWidth(i, width(i) * CHARACTER);
        }
        SheetPaper.fitTable(sheet);
    }

    /// In characters: what the header needs with its filter button, and the values.
    private int width(int column) {
        var title = cells.titles().get(column).length() + 4;
        if (column >= cells.textColumns()) {
            return Math.max(FIGURE_WIDTH, title);
        }
        var longest =
                cells.lines().stream()
                        .mapToInt(line -> line.cells().get(column).text().length() + 2)
                        .max()
                        .orElse(0);
        return Math.max(title, Math.clamp(longest, NARROWEST_TEXT, WIDEST_TEXT));
    }
}
