package org.roamledger.export;

import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.xml.parsers.ParserConfigurationException;

/// Reads the rows of a workbook by POI's event reader, with numbers as the digits that stand in the
/// file.
final class EventRows {

    /// Takes a row.
    @FunctionalInterface
    interface Taker {
        /// @param row number from 1
        /// @param cells texts and digits by column; null where there is no cell
        void take(String sheet, int row, @Nullable String[] cells);
    }

    private EventRows() {}

    /// @param columns how many to read
    /// @return the number of rows by sheet, in the order of the sheets
    static Map<String, Integer> read(Path workbook, int columns, Taker taker)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        var rows = new LinkedHashMap<String, Integer>();
        try (var opened = OPCPackage.open(workbook.toFile(), PackageAccess.READ)) {
            var strings = new ReadOnlySharedStringsTable(opened);
            var sheets = (XSSFReader.SheetIterator) new XSSFReader(opened).getSheetsData();
            while (sheets.hasNext()) {
                try (var content = sheets.next()) {
                    var handler = new Handler(sheets.getSheetName(), columns, strings, taker);
                    var parser = XMLHelper.newXMLReader();
                    parser.setContentHandler(handler);
                    parser.parse(new InputSource(content));
                    rows.put(sheets.getSheetName(), handler.rows);
                }
            }
        }
        return rows;
    }

    private static final class Handler extends DefaultHandler {
        private final String sheet;
        private final @Nullable String[] cells;
        private final ReadOnlySharedStringsTable strings;
        private final Taker taker;
        private final StringBuilder text = new StringBuilder();
        private int rows;
        private int number;
        private int column;
        private boolean shared;
        private boolean inside;

        Handler(String sheet, int columns, ReadOnlySharedStringsTable strings, Taker taker) {
            this.sheet = sheet;
            this.cells = new String[columns];
            this.strings = strings;
            this.taker = taker;
        }

        @Override
        public void startElement(String uri, String name, String qualified, Attributes of) {
            switch (name) {
                case "row" -> {
                    Arrays.fill(cells, null);
                    number = Integer.parseInt(of.getValue("r"));
                    rows++;
                }
                case "c" -> {
                    column = new CellReference(of.getValue("r")).getCol();
                    shared = "s".equals(of.getValue("t"));
                    text.setLength(0);
                }
                case "v", "t" -> inside = true;
                default -> {}
            }
        }

        @Override
        public void characters(char[] signs, int begin, int length) {
            if (inside) {
                text.append(signs, begin, length);
            }
        }

        @Override
        public void endElement(String uri, String name, String qualified) {
            switch (name) {
                case "v", "t" -> inside = false;
                case "c" -> {
                    if (column < cells.length) {
                        cells[column] = value();
                    }
                }
                case "row" -> taker.take(sheet, number, cells);
                default -> {}
            }
        }

        private String value() {
            return shared
                    ? strings.getItemAt(Integer.parseInt(text.toString())).getString()
                    : new XSSFRichTextString(text.toString()).getString();
        }
    }
}
