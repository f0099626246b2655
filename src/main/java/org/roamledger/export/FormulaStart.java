package org.roamledger.export;

import java.nio.charset.StandardCharsets;

/// Knows the texts that a spreadsheet would take for a formula.
///
/// The signs are those of OWASP's page on CSV injection: the four that begin a formula, also in
/// full width, and what ends a cell or a line. Before them a spreadsheet skips what cannot be seen.
final class FormulaStart {

    private static final String SIGNS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    private static final String SKIPPED = " \u00A0\u200B\uFEFF";

    private FormulaStart() {}

    static boolean in(String text) {
        var at = 0;
        while (at < text.length() && SKIPPED.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() && SIGNS.indexOf(text.charAt(at)) >= 0;
    }

    /// @param length number of bytes that count; not zero
    static boolean in(byte[] utf8, int begin, int length) {
        return switch (utf8[begin]) {
            case '=', '+', '-', '@', '\t', '\r', '\n' -> true;
            // What is skipped, and signs beyond ASCII, begin with one of these; they are few.
            case ' ', (byte) 0xC2, (byte) 0xE2, (byte) 0xEF ->
                    in(new String(utf8, begin, length, StandardCharsets.UTF_8));
            default -> false;
        };
    }
}
