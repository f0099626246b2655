package org.roamledger.export;

import org.roamledger.session.ReportColumn;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Texts as strings of JSON (RFC 8259). They are for programs, so nothing is neutralised.
///
/// Amounts are strings too, as most readers would make binary fractions of them.
final class JsonText implements CellText {

    private static final byte QUOTE = '"';
    private static final byte BACKSLASH = '\\';

    @Override
    public byte[] of(String text) {
        if (text.isEmpty()) {
            return new byte[0];
        }
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        var value = new Bytes(utf8.length + 8);
        put(utf8, 0, utf8.length, value);
        return value.toArray();
    }

    @Override
    public void put(byte[] utf8, int begin, int length, Bytes out) {
        out.put('"');
        for (var at = begin; at < begin + length; at++) {
            var sign = utf8[at];
            if (sign == QUOTE || sign == BACKSLASH) {
                out.put('\\');
                out.put((char) sign);
            } else if (sign >= 0 && sign < ' ') {
                out.put("\\u" + HexFormat.of().toHexDigits((short) sign));
            } else {
                out.put(utf8, at, 1);
            }
        }
        out.put('"');
    }

    @Override
    public boolean quotes(ReportColumn.Kind kind) {
        return switch (kind) {
            case DATE_TIME, OFFSET_TIME, SECONDS, MONEY, MONEY_PER_KWH -> true;
            case WATT_HOURS, READING, PERCENT, CODED, CODED_ID, CHOICE, CHOICES, ID -> false;
        };
    }
}
