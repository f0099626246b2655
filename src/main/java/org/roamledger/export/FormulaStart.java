package org.roamledger.export;

/// Knows the texts that a spreadsheet would take for a formula.
///
/// The signs are those of OWASP's page on CSV injection: the four that begin a formula, also in
/// full width, and what a spreadsheet skips before it looks at the next sign.
final class FormulaStart {

    private static final String SIGNS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private FormulaStart() {}

    static boolean in(String text) {
        return !text.isEmpty() && SIGNS.indexOf(text.charAt(0)) >= 0;
    }

    /// @param length number of bytes that count; not zero
    static boolean in(byte[] utf8, int begin, int length) {
        return switch (utf8[begin]) {
            case '=', '+', '-', '@', '\t', '\r', '\n' -> true;
            // The full-width signs are EF BC and one of these.
            case (byte) 0xEF ->
                    length > 2
                            && utf8[begin + 1] == (byte) 0xBC
                            && switch (utf8[begin + 2]) {
                                case (byte) 0x9D, (byte) 0x8B, (byte) 0x8D, (byte) 0xA0 -> true;
                                default -> false;
                            };
            default -> false;
        };
    }
}
