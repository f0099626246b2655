package org.roamledger.wire.mapping;

/// Takes back what a careful CSV writer does to texts that a spreadsheet would run as a formula: it
/// writes an apostrophe before them.
public final class NeutralisedText {

    private static final String TRIGGERS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private NeutralisedText() {}

    /// The text without that apostrophe; any other text as it is.
    public static String undo(String text) {
        var apostrophes = 0;
        while (apostrophes < text.length() && text.charAt(apostrophes) == '\'') {
            apostrophes++;
        }
        var neutralised =
                apostrophes > 0
                        && apostrophes < text.length()
                        && TRIGGERS.indexOf(text.charAt(apostrophes)) >= 0;
        return neutralised ? text.substring(1) : text;
    }
}
