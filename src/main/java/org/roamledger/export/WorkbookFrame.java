package org.roamledger.export;

import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.roamledger.session.ReportColumn;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/// A whole workbook without the rows of its big sheets: styles, sheets, what is frozen, filters,
/// and the sheet of parameters.
///
/// @param zip the workbook
/// @param sheets names of the parts whose rows are missing, in order
/// @param styles its cell styles
/// @param sharedStrings number of strings that the workbook shares already
record WorkbookFrame(byte[] zip, List<String> sheets, SheetStyles styles, int sharedStrings) {

    static final String SHARED_STRINGS = "xl/sharedStrings.xml";

    private static final String CREATOR = "Roamledger";
    private static final int CHARACTER = 256;

    /// @param rowsPerSheet rows that fit below the header of a sheet
    static WorkbookFrame of(ExportRequest request, int rowsPerSheet) {
        try (var workbook = new XSSFWorkbook();
                var zip = new ByteArrayOutputStream()) {
            var styles = new SheetStyles(workbook);
            var sheets = new ArrayList<String>();
            var rows = request.view().size();
            var first = 0;
            do {
                var count = Math.min(rowsPerSheet, rows - first);
                var name = sheets.isEmpty() ? "Sessions" : "Sessions (" + (sheets.size() + 1) + ")";
                var sheet = workbook.createSheet(name);
                lay(sheet, request.columns(), count);
                sheets.add(sheet.getPackagePart().getPartName().getName().substring(1));
                first += count;
            } while (first < rows);
            ChartsSheet.add(workbook, styles, request);
            ParametersSheet.add(workbook, styles, request);
            pinProperties(workbook, request);
            workbook.write(zip);
            return new WorkbookFrame(
                    zip.toByteArray(),
                    List.copyOf(sheets),
                    styles,
                    workbook.getSharedStringSource().getUniqueCount());
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
    }

    private static void lay(XSSFSheet sheet, List<ReportColumn> columns, int rows) {
        var all = new CellRangeAddress(0, rows, 0, columns.size() - 1);
        sheet.createFreezePane(0, 1);
        sheet.setAutoFilter(all);
        sheet.getCTWorksheet().getDimension().setRef(all.formatAsString());
        for (var i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            sheet.setColumnWidth(i, width(column) * CHARACTER);
            if (column.kind() == ReportColumn.Kind.ID
                    || column.kind() == ReportColumn.Kind.CODED_ID) {
                sheet.addIgnoredErrors(
                        new CellRangeAddress(0, rows, i, i),
                        IgnoredErrorType.NUMBER_STORED_AS_TEXT);
            }
        }
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
    }

    /// In characters: what a usual value needs, and the header with its filter button.
    private static int width(ReportColumn column) {
        var value =
                switch (column.kind()) {
                    case ID -> 38;
                    case CODED_ID -> 20;
                    case CODED -> 14;
                    case DATE_TIME, OFFSET_TIME -> 26;
                    case CHOICE, WATT_HOURS, READING, MONEY, MONEY_PER_KWH, PERCENT, SECONDS -> 12;
                };
        var named =
                column == ReportColumn.STATION_NAME || column == ReportColumn.ORGANISATION
                        ? 28
                        : value;
        return Math.max(named, column.header().length() + 4);
    }

    /// What would else be the time of the writing.
    private static void pinProperties(XSSFWorkbook workbook, ExportRequest request) {
        var at = Optional.of(Date.from(request.generatedAt()));
        var properties = workbook.getProperties().getCoreProperties();
        properties.setCreator(CREATOR);
        properties.setCreated(at);
        properties.setModified(at);
        properties.setTitle("Roaming sessions (CPO view)");
    }
}
