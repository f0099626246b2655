package org.roamledger.export;

import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.roamledger.report.Column;
import org.roamledger.report.ReportView;
import org.roamledger.session.ReportColumn;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/// Writes the sheet of an export by Apache POI's streaming workbook.
final class PoiRows {

    private final ReportView view;
    private final ZoneId zone;
    private final SXSSFWorkbook workbook;
    private final CellStyle id;
    private final CellStyle whole;
    private final CellStyle money;
    private final CellStyle dateTime;
    private final CellStyle duration;
    private final CellStyle percent;

    private PoiRows(ReportView view, SXSSFWorkbook workbook) {
        this.view = view;
        this.workbook = workbook;
        zone = view.report().parameters().zone();
        id = style("@");
        id.setQuotePrefixed(true);
        whole = style("#,##0");
        money = style("#,##0.00##");
        dateTime = style("yyyy-mm-dd hh:mm:ss");
        duration = style("[h]:mm:ss");
        percent = style("0.0###\" %\"");
    }

    static void write(ReportView view, Path file, int level) throws IOException {
        try (var workbook = new LevelledWorkbook(level);
                var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            new PoiRows(view, workbook).addSheet();
            workbook.write(out);
        }
    }

    private CellStyle style(String format) {
        var style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private void addSheet() {
        var columns = ReportColumn.STANDARD;
        var sheet = workbook.createSheet("Sessions");
        sheet.createFreezePane(0, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, view.size(), 0, columns.size() - 1));
        var header = sheet.createRow(0);
        for (var i = 0; i < columns.size(); i++) {
            header.createCell(i).setCellValue(SheetCells.header(columns.get(i), zone));
        }
        for (var position = 0; position < view.size(); position++) {
            var row = sheet.createRow(position + 1);
            for (var i = 0; i < columns.size(); i++) {
                addCell(row, i, columns.get(i), view.rows()[position]);
            }
        }
    }

    private void addCell(Row row, int at, ReportColumn column, int reportRow) {
        var values = view.report().column(column);
        if (values.isMissing(reportRow)) {
            return;
        }
        var cell = row.createCell(at);
        switch (values) {
            case Column.Coded coded -> {
                cell.setCellValue(coded.text(reportRow));
                if (column.kind() == ReportColumn.Kind.CODED_ID) {
                    cell.setCellStyle(id);
                }
            }
            case Column.Ids ids -> {
                cell.setCellValue(ids.text(reportRow));
                cell.setCellStyle(id);
            }
            case Column.Numbers numbers -> setNumber(cell, column, numbers.at(reportRow));
        }
    }

    private void setNumber(Cell cell, ReportColumn column, long value) {
        switch (column.kind()) {
            case WATT_HOURS -> set(cell, (double) value, whole);
            case READING -> set(cell, value / 1e3, whole);
            case MONEY, MONEY_PER_KWH -> set(cell, value / 1e4, money);
            case PERCENT -> set(cell, value / 1e4, percent);
            case SECONDS -> set(cell, value / 86_400.0, duration);
            case DATE_TIME, OFFSET_TIME -> {
                var local = LocalDateTime.ofInstant(Instant.ofEpochSecond(value), zone);
                set(cell, DateUtil.getExcelDate(local), dateTime);
            }
            case CODED, CODED_ID, CHOICE, CHOICES, ID -> throw new IllegalStateException();
        }
    }

    private static void set(Cell cell, double number, CellStyle style) {
        cell.setCellValue(number);
        cell.setCellStyle(style);
    }

    /// POI has no setting for the level.
    private static final class LevelledWorkbook extends SXSSFWorkbook {
        private final int level;

        LevelledWorkbook(int level) {
            super(100);
            this.level = level;
        }

        @Override
        protected ZipArchiveOutputStream createArchiveOutputStream(OutputStream out) {
            var archive = super.createArchiveOutputStream(out);
            archive.setLevel(level);
            return archive;
        }
    }
}
