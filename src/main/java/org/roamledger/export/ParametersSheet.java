package org.roamledger.export;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;
import org.roamledger.report.DataAge;
import org.roamledger.report.IdChecksum;
import org.roamledger.report.SettlementColumn;
import org.roamledger.report.SettlementWords;
import org.roamledger.report.Totals;
import org.roamledger.session.Amount;
import org.roamledger.session.ReportColumn;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The last sheet of a workbook: what the rows are, and what they sum up to.
final class ParametersSheet {

    private final XSSFSheet sheet;
    private final SheetStyles styles;
    private final ZoneId zone;
    private final SettlementWords words;
    private final List<String> totalsHeader;
    private int rows;

    private ParametersSheet(XSSFSheet sheet, SheetStyles styles, WorkbookFacts facts) {
        this.sheet = sheet;
        this.styles = styles;
        zone = facts.view().report().parameters().zone();
        words = facts.words();
        totalsHeader =
                List.of(
                        words.title(ReportColumn.CURRENCY),
                        words.title(SettlementColumn.SESSIONS),
                        words.title(SettlementColumn.CREDITS),
                        words.title(ReportColumn.ENERGY_WH),
                        words.title(SettlementColumn.NET),
                        words.title(SettlementColumn.VAT),
                        words.title(SettlementColumn.GROSS),
                        words.title(SettlementColumn.WITHOUT_PRICE),
                        words.title(SettlementColumn.WITHOUT_VAT));
    }

    static void add(XSSFWorkbook workbook, SheetStyles styles, WorkbookFacts facts) {
        var sheet = workbook.createSheet(facts.words().text("sheet.parameters"));
        var parameters = new ParametersSheet(sheet, styles, facts);
        parameters.addParameters(facts);
        parameters.addAges(facts.dataAges());
        parameters.addTotals(facts.view().totals());
        if (facts.sheets().size() > 1) {
            parameters.addControlTotals(facts);
        }
        SheetPaper.fit(sheet);
        parameters.sheet.setColumnWidth(0, 38 * 256);
        parameters.sheet.setColumnWidth(1, 24 * 256);
        for (var column = 2; column <= parameters.totalsHeader.size(); column++) {
            parameters.sheet.setColumnWidth(column, 16 * 256);
        }
    }

    private void addParameters(WorkbookFacts facts) {
        var view = facts.view();
        var parameters = view.report().parameters();
        addText(words.text("parameter.report"), facts.title());
        addText(words.text("organisations"), words.organisations(parameters));
        addDate(words.text("parameter.from"), parameters.from());
        addDate(words.text("parameter.to"), parameters.to());
        addText(words.text("basis"), words.title(ReportColumn.START_TIME));
        addText(words.text("zone"), zone.getId());
        for (var filter : ParameterWords.filters(view.filter(), zone, words)) {
            addText(words.text("parameter.filter"), filter);
        }
        words.selection(view).ifPresent(selected -> addText(words.text("selection"), selected));
        addText(words.text("parameter.order"), ParameterWords.order(view.order(), words));
        addText(words.text(facts.laidOutBy()), facts.layoutText());
        setWhole(labelled(words.text("parameter.rows")).createCell(1), view.size());
        addText(words.text("parameter.checksum"), IdChecksum.of(view));
        addText(words.text("parameter.application"), WorkbookFacts.application());
    }

    private void addAges(List<DataAge> ages) {
        rows++;
        addHeader(
                List.of(
                        words.title(ReportColumn.SOURCE),
                        words.text("data") + " (" + zone.getId() + ")"),
                2);
        for (var age : ages) {
            var row = sheet.createRow(rows++);
            setText(row.createCell(0), age.source());
            var asOf = age.asOf();
            if (asOf == null) {
                setText(row.createCell(1), words.text("data.never"));
            } else {
                setTime(row.createCell(1), asOf);
            }
        }
    }

    private void addTotals(Totals totals) {
        rows++;
        addHeader(totalsHeader, 1);
        for (var of : totals.byCurrency()) {
            addTotal(of, sheet.createRow(rows++), 0);
        }
    }

    /// What each of several sheets has to sum up to: a sheet that lost rows on its way is found.
    private void addControlTotals(WorkbookFacts facts) {
        rows++;
        var header = new ArrayList<>(List.of(words.text("parameter.sheet")));
        header.addAll(totalsHeader);
        addHeader(header, 2);
        var view = facts.view();
        for (var part : facts.sheets()) {
            var own = Arrays.copyOfRange(view.rows(), part.first(), part.end());
            for (var of : Totals.of(view.report(), own).byCurrency()) {
                var row = sheet.createRow(rows++);
                setText(row.createCell(0), part.sheet());
                addTotal(of, row, 1);
            }
        }
    }

    private void addTotal(Totals.OfCurrency of, XSSFRow row, int column) {
        setText(row.createCell(column), of.currency());
        setWhole(row.createCell(column + 1), of.sessions());
        setWhole(row.createCell(column + 2), of.credits());
        setWhole(row.createCell(column + 3), of.energyWh());
        setMoney(row.createCell(column + 4), of.net());
        setMoney(row.createCell(column + 5), of.vat());
        setMoney(row.createCell(column + 6), of.gross());
        setWhole(row.createCell(column + 7), of.withoutPrice());
        setWhole(row.createCell(column + 8), of.withoutVat());
    }

    /// @param texts columns before the figures
    private void addHeader(List<String> headers, int texts) {
        var row = sheet.createRow(rows++);
        for (var i = 0; i < headers.size(); i++) {
            var cell = row.createCell(i);
            cell.setCellValue(headers.get(i));
            cell.setCellStyle(i < texts ? styles.header : styles.figureHeader);
        }
    }

    private XSSFRow labelled(String label) {
        var row = sheet.createRow(rows++);
        var cell = row.createCell(0);
        cell.setCellValue(label);
        cell.setCellStyle(styles.header);
        return row;
    }

    private void addText(String label, String text) {
        setText(labelled(label).createCell(1), text);
    }

    private void addDate(String label, LocalDate date) {
        var cell = labelled(label).createCell(1);
        cell.setCellValue(date);
        cell.setCellStyle(styles.date);
    }

    private void setTime(XSSFCell cell, Instant time) {
        var local = time.atZone(zone).toLocalDateTime().withNano(0);
        cell.setCellValue(local);
        cell.setCellStyle(styles.dateTime);
    }

    private void setText(XSSFCell cell, String text) {
        cell.setCellValue(XmlText.forPoi(text));
        cell.setCellStyle(styles.of(text));
    }

    private void setWhole(XSSFCell cell, long number) {
        set(cell, Long.toString(number), styles.whole);
    }

    private void setMoney(XSSFCell cell, Amount amount) {
        set(cell, amount.toDecimal().toPlainString(), styles.money);
    }

    /// Past POI, which knows numbers as `double` only.
    static void set(XSSFCell cell, String literal, CellStyle style) {
        cell.getCTCell().setT(STCellType.N);
        cell.getCTCell().setV(literal);
        cell.setCellStyle(style);
    }
}
