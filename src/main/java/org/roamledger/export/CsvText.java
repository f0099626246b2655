package org.roamledger.export;

import org.roamledger.session.ReportColumn;

/// Texts as values of a CSV file: neutralised, quoted where RFC 4180 asks for it.
final class CsvText implements CellText {

    private static final char QUOTE = '"';

    private final char separator;
    private final boolean[] quoted = new boolean[256];

    CsvText(char separator) {
        this.separator = separator;
        for (var sign : new char[] {separator, QUOTE, '\r', '\n'}) {
            quoted[sign] = true;
        }
    }

    char separator() {
        return separator;
    }

    @Override
    public byte[] of(String text) {
        if (text.isEmpty()) {
            return new byte[0];
        }
        var utf8 = Bytes.utf8(text);
        var value = new Bytes(utf8.length + 8);
        put(utf8, 0, utf8.length, value);
        return value.toArray();
    }

    @Override
    public void put(byte[] utf8, int begin, int length, Bytes out) {
        var quotes = needsQuotes(utf8, begin, length);
        if (quotes) {
            out.put(QUOTE);
        }
        // A program that opens the file takes the apostrophe for "this is text", and never runs it.
        if (FormulaStart.in(utf8, begin, length)) {
            out.put('\'');
        }
        if (!quotes) {
            out.put(utf8, begin, length);
            return;
        }
        for (var at = begin; at < begin + length; at++) {
            if (utf8[at] == QUOTE) {
                out.put(QUOTE);
            }
            out.put(utf8, at, 1);
        }
        out.put(QUOTE);
    }

    @Override
    public boolean quotes(ReportColumn.Kind kind) {
        return false;
    }

    private boolean needsQuotes(byte[] utf8, int begin, int length) {
        for (var at = begin; at < begin + length; at++) {
            if (quoted[utf8[at] & 0xFF]) {
                return true;
            }
        }
        return false;
    }
}
