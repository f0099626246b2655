package org.roamledger.export;

import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.roamledger.report.Settlement;
import org.roamledger.session.ReportColumn;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// A whole workbook without the rows of its big sheets: styles, sheets, what is frozen, filters,
/// and the small sheets: settlement, charts and parameters.
///
/// @param zip the workbook
/// @param sheets names of the parts whose rows are missing, in order
/// @param styles its cell styles
/// @param sharedStrings number of strings that the workbook shares already
record WorkbookFrame(byte[] zip, List<String> sheets, SheetStyles styles, int sharedStrings) {

    static final String SHARED_STRINGS = "xl/sharedStrings.xml";

    private static final String CREATOR = "Roamledger";
    private static final String TABLE_STYLE = "TableStyleLight9";
    private static final int CHARACTER = 256;

    /// @param rowsPerSheet rows that fit below the header of a sheet
    static WorkbookFrame of(ExportRequest request, int rowsPerSheet) {
        try (var workbook = new XSSFWorkbook()) {
            var styles = new SheetStyles(workbook);
            var facts = WorkbookFacts.of(request, rowsPerSheet);
            var sheets = new ArrayList<String>();
            for (var rows : facts.sheets()) {
                var sheet = workbook.createSheet(rows.sheet());
                lay(sheet, request, rows.end() - rows.first());
                sheets.add(sheet.getPackagePart().getPartName().getName().substring(1));
            }
            var settlement = Settlement.of(request.view(), Settlement.STANDARD);
            SettlementSheet.add(
                    workbook,
                    styles,
                    facts.words().text("sheet.settlement"),
                    new SettlementCells(settlement, facts.words()).groups());
            ChartsSheet.add(workbook, styles, request);
            ParametersSheet.add(workbook, styles, facts);
            return new WorkbookFrame(
                    zip(workbook, facts),
                    List.copyOf(sheets),
                    styles,
                    workbook.getSharedStringSource().getUniqueCount());
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
    }

    /// A finished workbook as a zip file, with what it says of itself.
    static byte[] zip(XSSFWorkbook workbook, WorkbookFacts facts) throws IOException {
        // What would else be the time of the writing.
        var at = Optional.of(Date.from(facts.asOf()));
        var properties = workbook.getProperties().getCoreProperties();
        properties.setCreator(CREATOR);
        properties.setCreated(at);
        properties.setModified(at);
        properties.setTitle(facts.title());
        var zip = new ByteArrayOutputStream();
        workbook.write(zip);
        return zip.toByteArray();
    }

    private static void lay(XSSFSheet sheet, ExportRequest request, int rows) {
        var columns = request.columns();
        var all = new CellRangeAddress(0, rows, 0, columns.size() - 1);
        sheet.createFreezePane(0, 1);
        sheet.getCTWorksheet().getDimension().setRef(all.formatAsString());
        // A table has at least one row, and each of its columns a name of its own.
        if (rows > 0 && new HashSet<>(columns).size() == columns.size()) {
            addTable(sheet, request, all);
        } else {
            sheet.setAutoFilter(all);
        }
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
        SheetPaper.fitTable(sheet);
    }

    /// A table of the spreadsheet: striped rows, and filters that belong to it.
    private static void addTable(XSSFSheet sheet, ExportRequest request, CellRangeAddress all) {
        var area = new AreaReference(all.formatAsString(), SpreadsheetVersion.EXCEL2007);
        var table = sheet.createTable(area);
        table.setName(sheet.getSheetName().replaceAll("[^A-Za-z0-9]+", "_").replaceAll("_$", ""));
        table.setDisplayName(table.getName());
        var columns = table.getCTTable().getTableColumns().getTableColumnList();
        var zone = request.view().report().parameters().zone();
        for (var i = 0; i < columns.size(); i++) {
            columns.get(i).setName(SheetCells.header(request.columns().get(i), zone));
        }
        var style = table.getCTTable().addNewTableStyleInfo();
        style.setName(TABLE_STYLE);
        style.setShowRowStripes(true);
        style.setShowColumnStripes(false);
        style.setShowFirstColumn(false);
        style.setShowLastColumn(false);
        table.getCTTable().addNewAutoFilter().setRef(all.formatAsString());
    }

    /// In characters: what a usual value needs, and the header with its filter button.
    private static int width(ReportColumn column) {
        var value =
                switch (column.kind()) {
                    case ID -> 38;
                    case CODED_ID -> 20;
                    case CODED -> 14;
                    case CHOICES -> 28;
                    case DATE_TIME, OFFSET_TIME -> 26;
                    case CHOICE, WATT_HOURS, READING, MONEY, MONEY_PER_KWH, PERCENT, SECONDS -> 12;
                };
        var named =
                column == ReportColumn.STATION_NAME || column == ReportColumn.ORGANISATION
                        ? 28
                        : value;
        return Math.max(named, column.header().length() + 4);
    }
}
