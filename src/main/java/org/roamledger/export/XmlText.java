package org.roamledger.export;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Texts as string items of a workbook (ECMA-376 part 1, 18.4.12 and 22.9.2.19).
final class XmlText {

    /// Number of UTF-16 units that a cell can hold.
    static final int LONGEST = 32_767;

    private static final String CUT = "…";
    private static final char REPLACEMENT = '\uFFFD';
    private static final byte[] OPEN = Bytes.utf8("<t>");
    private static final byte[] OPEN_KEEPING_SPACE = Bytes.utf8("<t xml:space=\"preserve\">");
    private static final byte[] CLOSE = Bytes.utf8("</t>");
    private static final boolean[] PLAIN = plain();

    private XmlText() {}

    private static boolean[] plain() {
        var plain = new boolean[256];
        for (var sign = '!'; sign <= '~'; sign++) {
            plain[sign] = true;
        }
        for (var sign : new char[] {'&', '<', '>'}) {
            plain[sign] = false;
        }
        return plain;
    }

    /// The item of a text: `<t>…</t>`.
    static byte[] item(String text) {
        var shown = cut(text);
        var item = new Bytes(shown.length() + 48);
        item.put(hasOuterSpace(shown) ? OPEN_KEEPING_SPACE : OPEN);
        item.put(escaped(shown));
        item.put(CLOSE);
        return item.toArray();
    }

    /// The item of a text in UTF-8. Identifiers seldom hold anything to be escaped, so their bytes
    /// are copied.
    static void putItem(byte[] utf8, int begin, int length, Bytes out) {
        if (length > LONGEST || !isPlain(utf8, begin, begin + length)) {
            out.put(item(new String(utf8, begin, length, StandardCharsets.UTF_8)));
            return;
        }
        out.put(OPEN);
        out.put(utf8, begin, length);
        out.put(CLOSE);
    }

    private static boolean isPlain(byte[] utf8, int begin, int end) {
        for (var at = begin; at < end; at++) {
            if (!PLAIN[utf8[at] & 0xFF]
                    || (utf8[at] == '_' && at + 1 < end && utf8[at + 1] == 'x')) {
                return false;
            }
        }
        return true;
    }

    /// A text as POI has to be given it: POI writes what it gets, and readers would take parts of
    /// some texts for escaped characters.
    static String forPoi(String text) {
        var shown = cut(text);
        var encoded = new StringBuilder(shown.length() + 16);
        for (var i = 0; i < shown.length(); i++) {
            var sign = shown.charAt(i);
            switch (sign) {
                case '\n', '\t' -> encoded.append(sign);
                case '_' -> encoded.append(looksEscaped(shown, i) ? "_x005F_" : "_");
                default -> appendCharacter(shown, i, encoded);
            }
        }
        return encoded.toString();
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        var end = LONGEST - CUT.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
                + CUT;
    }

    private static boolean hasOuterSpace(String text) {
        return !text.isEmpty()
                && (isSpace(text.charAt(0)) || isSpace(text.charAt(text.length() - 1)));
    }

    private static boolean isSpace(char sign) {
        return sign == ' ' || sign == '\t' || sign == '\n';
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        for (var i = 0; i < text.length(); i++) {
            var sign = text.charAt(i);
            switch (sign) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                // So that in the file a line ends only where a row does.
                case '\n' -> escaped.append("&#10;");
                case '\t' -> escaped.append(sign);
                case '_' -> escaped.append(looksEscaped(text, i) ? "_x005F_" : "_");
                default -> appendCharacter(text, i, escaped);
            }
        }
        return escaped.toString();
    }

    private static void appendCharacter(String text, int at, StringBuilder escaped) {
        var sign = text.charAt(at);
        if (sign < ' ' || sign == '\uFFFE' || sign == '\uFFFF') {
            escaped.append("_x").append(hex(sign)).append('_');
        } else if (Character.isSurrogate(sign) && !isPaired(text, at)) {
            escaped.append(REPLACEMENT);
        } else {
            escaped.append(sign);
        }
    }

    private static String hex(char sign) {
        return HexFormat.of().withUpperCase().toHexDigits(sign);
    }

    private static boolean isPaired(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    /// Whether readers would take the text from here for an escaped character: `_x0041_`.
    private static boolean looksEscaped(String text, int at) {
        if (at + 7 > text.length() || text.charAt(at + 1) != 'x' || text.charAt(at + 6) != '_') {
            return false;
        }
        for (var i = at + 2; i < at + 6; i++) {
            if (!HexFormat.isHexDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
