package org.roamledger.export;

import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/// How a sheet is printed: A4 on its side, as wide as the page.
final class SheetPaper {

    private SheetPaper() {}

    /// A sheet of which every page begins with the first row.
    static void fitTable(XSSFSheet sheet) {
        fit(sheet);
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
    }

    static void fit(XSSFSheet sheet) {
        // What says nothing is printed on Letter.
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }
}
