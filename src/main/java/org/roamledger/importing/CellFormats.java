package org.roamledger.importing;

import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;
import org.roamledger.wire.table.Cell;
import org.roamledger.wire.table.ExcelSerial;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The number formats of a workbook's cells, which alone tell a date or a percentage from a number.
final class CellFormats {

    private static final Pattern ZEROS = Pattern.compile("0{2,20}");
    private static final Pattern LITERALS = Pattern.compile("\"[^\"]*\"|\\\\.");
    // Beyond this no double goes; a larger exponent would only fill the memory with zeros.
    private static final int LARGEST_EXPONENT = 400;
    private static final int LONGEST_NUMBER = 100;

    private enum Kind {
        NUMBER,
        PERCENT,
        DATE
    }

    private record Format(Kind kind, int minDigits) {

        static final Format GENERAL = new Format(Kind.NUMBER, 0);

        static Format of(int id, @Nullable String code) {
            if (code == null) {
                return GENERAL;
            }
            if (DateUtil.isADateFormat(id, code)) {
                return new Format(Kind.DATE, 0);
            }
            if (LITERALS.matcher(code).replaceAll("").contains("%")) {
                return new Format(Kind.PERCENT, 0);
            }
            return ZEROS.matcher(code).matches() ? new Format(Kind.NUMBER, code.length()) : GENERAL;
        }
    }

    private final List<Format> formats = new ArrayList<>();
    private final boolean since1904;

    private CellFormats(boolean since1904) {
        this.since1904 = since1904;
    }

    /// Reads the formats.
    ///
    /// @param styles the styles part, absent in the plainest of workbooks
    static CellFormats of(@Nullable InputStream styles, boolean since1904) throws IOException {
        var formats = new CellFormats(since1904);
        if (styles != null) {
            XlsxParts.parse(styles, formats.new StylesHandler());
        }
        return formats;
    }

    /// A number cell as what its format says it is.
    ///
    /// @param style the cell's style number, -1 for none
    /// @param digits as they stand in the file
    Cell cell(int style, String digits) {
        var value = number(digits);
        if (value == null) {
            return new Cell.Text(digits);
        }
        var format = style >= 0 && style < formats.size() ? formats.get(style) : Format.GENERAL;
        return switch (format.kind) {
            case NUMBER -> new Cell.Numeric(value, format.minDigits);
            case PERCENT -> new Cell.Numeric(value.movePointRight(2), 0);
            case DATE ->
                    ExcelSerial.toLocal(value, since1904)
                            .<Cell>map(at -> new Cell.Time(value, at))
                            .orElseGet(() -> new Cell.Numeric(value, 0));
        };
    }

    private static @Nullable BigDecimal number(String digits) {
        if (digits.length() > LONGEST_NUMBER) {
            return null;
        }
        try {
            var value = new BigDecimal(digits.strip());
            return Math.abs((long) value.scale()) > LARGEST_EXPONENT ? null : value;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private final class StylesHandler extends DefaultHandler {

        private final Map<Integer, String> codes = new HashMap<>();
        private boolean isCellFormat;

        @Override
        public void startElement(String uri, String name, String qName, Attributes attributes) {
            switch (name) {
                case "numFmt" ->
                        codes.put(
                                number(attributes, "numFmtId"), attributes.getValue("formatCode"));
                case "cellXfs" -> isCellFormat = true;
                case "xf" -> {
                    if (isCellFormat) {
                        formats.add(format(number(attributes, "numFmtId")));
                    }
                }
                default -> {}
            }
        }

        @Override
        public void endElement(String uri, String name, String qName) {
            if (name.equals("cellXfs")) {
                isCellFormat = false;
            }
        }

        private Format format(int id) {
            var code = codes.get(id);
            return Format.of(id, code == null ? BuiltinFormats.getBuiltinFormat(id) : code);
        }

        private static int number(Attributes attributes, String name) {
            var value = attributes.getValue(name);
            try {
                return value == null ? 0 : Integer.parseInt(value);
            } catch (NumberFormatException e) {
                return 0;
            }
        }
    }
}
