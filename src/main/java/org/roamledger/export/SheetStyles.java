package org.roamledger.export;

import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// The cell styles of an exported workbook.
///
/// A text in the [#id] style stays text when it is edited: `000123` keeps its zeros and `=1+1` is
/// never run. Decimals get a style of their own where there are some, because Excel shows the
/// optional point of one style for all: `20. %`.
final class SheetStyles {

    final XSSFCellStyle header;

    /// Above figures, with room for the button of a filter.
    final XSSFCellStyle figureHeader;

    private final XSSFCellStyle quotedHeader;
    final XSSFCellStyle text;
    final XSSFCellStyle id;
    final XSSFCellStyle whole;
    final XSSFCellStyle decimal;
    final XSSFCellStyle money;
    final XSSFCellStyle date;
    final XSSFCellStyle dateTime;
    final XSSFCellStyle duration;
    final XSSFCellStyle percent;
    final XSSFCellStyle percentDecimal;

    SheetStyles(XSSFWorkbook workbook) {
        text = workbook.getCellStyleAt(0);
        header = header(workbook);
        figureHeader = header(workbook);
        figureHeader.setAlignment(HorizontalAlignment.RIGHT);
        figureHeader.setIndention((short) 2);
        quotedHeader = header(workbook);
        quotedHeader.setQuotePrefixed(true);
        id = style(workbook, "@");
        id.setQuotePrefixed(true);
        whole = style(workbook, "#,##0");
        decimal = style(workbook, "#,##0.0##");
        money = style(workbook, "#,##0.00##");
        date = style(workbook, "yyyy-mm-dd");
        dateTime = style(workbook, "yyyy-mm-dd hh:mm:ss");
        duration = style(workbook, "[h]:mm:ss");
        percent = style(workbook, "0\" %\"");
        percentDecimal = style(workbook, "0.0###\" %\"");
        date.setAlignment(HorizontalAlignment.LEFT);
        dateTime.setAlignment(HorizontalAlignment.LEFT);
    }

    private static XSSFCellStyle header(XSSFWorkbook workbook) {
        var font = workbook.createFont();
        font.setBold(true);
        var header = workbook.createCellStyle();
        header.setFont(font);
        header.setVerticalAlignment(VerticalAlignment.TOP);
        return header;
    }

    private static XSSFCellStyle style(XSSFWorkbook workbook, String format) {
        var style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    /// The style of a header that is a text of the data.
    XSSFCellStyle headerOf(String shown) {
        return FormulaStart.in(shown) ? quotedHeader : header;
    }

    /// The style of a text that is no identifier.
    XSSFCellStyle of(String shown) {
        return FormulaStart.in(shown) ? id : text;
    }
}
