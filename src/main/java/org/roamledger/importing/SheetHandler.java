package org.roamledger.importing;

import org.jspecify.annotations.Nullable;
import org.roamledger.wire.table.Cell;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

import java.util.ArrayList;
import java.util.List;

/// Turns the XML of a sheet into rows, one at a time. A formula counts as the result that was saved
/// with it; nothing is calculated.
final class SheetHandler extends DefaultHandler {

    /// Receives the rows.
    @FunctionalInterface
    interface RowVisitor {

        /// Receives the next row.
        ///
        /// @param cells by column, good until the next call
        /// @param number as spreadsheets show it, from 1
        /// @return whether to go on
        boolean visit(List<Cell> cells, long number);
    }

    /// Ends the parsing, because nobody wants more rows.
    static final class Enough extends SAXException {
        private static final long serialVersionUID = 1L;

        private Enough() {
            super("enough");
        }
    }

    private static final int MOST_COLUMNS = 16_384;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final Cell BLANK = new Cell.Text("");

    private final CompactStrings strings;
    private final CellFormats formats;
    private final RowVisitor visitor;

    private final List<Cell> row = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private long rowNumber;
    private int column;
    private String type = "n";
    private int style = -1;
    private boolean isValue;
    private boolean isPhonetic;

    SheetHandler(CompactStrings strings, CellFormats formats, RowVisitor visitor) {
        this.strings = strings;
        this.formats = formats;
        this.visitor = visitor;
    }

    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes) {
        switch (name) {
            case "row" -> {
                row.clear();
                column = -1;
                rowNumber = number(attributes.getValue("r"), rowNumber + 1);
            }
            case "c" -> {
                // References may be left out; then the cells stand side by side.
                column = column(attributes.getValue("r"), column + 1);
                var of = attributes.getValue("t");
                type = of == null ? "n" : of;
                style = (int) number(attributes.getValue("s"), -1);
                text.setLength(0);
            }
            case "v" -> isValue = true;
            case "t" -> isValue = !isPhonetic;
            case "rPh" -> isPhonetic = true;
            default -> {}
        }
    }

    @Override
    public void characters(char[] chars, int start, int length) throws SAXException {
        if (isValue) {
            if (text.length() + length > LONGEST_TEXT) {
                throw new SAXException("a cell of more than " + LONGEST_TEXT + " characters");
            }
            text.append(chars, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qName) throws SAXException {
        switch (name) {
            case "v", "t" -> isValue = false;
            case "rPh" -> isPhonetic = false;
            case "c" -> put(cell());
            case "row" -> {
                if (!visitor.visit(row, rowNumber)) {
                    throw new Enough();
                }
            }
            default -> {}
        }
    }

    private void put(Cell cell) {
        if (cell.isBlank() || column >= MOST_COLUMNS) {
            return;
        }
        while (row.size() < column) {
            row.add(BLANK);
        }
        if (row.size() == column) {
            row.add(cell);
        } else {
            row.set(column, cell);
        }
    }

    private Cell cell() {
        if (text.isEmpty()) {
            return BLANK;
        }
        return switch (type) {
            case "s" -> new Cell.Text(strings.get((int) number(text.toString(), -1)));
            case "n" -> formats.cell(style, text.toString());
            case "b" -> new Cell.Text(text.charAt(0) == '1' ? "yes" : "no");
            // An error such as #N/A: there is no value.
            case "e" -> BLANK;
            default -> new Cell.Text(XlsxParts.unescaped(text.toString()));
        };
    }

    private static long number(@Nullable String digits, long otherwise) {
        if (digits == null) {
            return otherwise;
        }
        try {
            return Long.parseLong(digits.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /// `AB12` is column 27.
    private static int column(@Nullable String reference, int otherwise) {
        if (reference == null) {
            return otherwise;
        }
        var column = 0;
        for (var i = 0; i < reference.length() && i < 3; i++) {
            var letter = reference.charAt(i);
            if (letter < 'A' || letter > 'Z') {
                break;
            }
            column = column * 26 + letter - 'A' + 1;
        }
        return column == 0 ? otherwise : column - 1;
    }
}
