package org.roamledger.ui.filter;

import org.roamledger.session.ReportColumn;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// A list of ids as it comes out of a spreadsheet, a mail or a query.
///
/// @param texts each once, in the order of the list
/// @param tooMany whether there are more than [#MOST]; then only so many are kept
record PastedIds(Set<String> texts, boolean tooMany) {

    static final int MOST = 100_000;

    private static final Pattern BETWEEN_IDS = Pattern.compile("[\\r\\n\\t;,]+");

    /// Names may have a comma or a semicolon in them.
    private static final Pattern BETWEEN_NAMES = Pattern.compile("[\\r\\n\\t]+");

    /// Reads one id per line, or several set apart by commas, semicolons or tabs; names only by
    /// lines and tabs. Quotes around an id are not part of it.
    static PastedIds of(String pasted, ReportColumn column) {
        var between = column.kind() == ReportColumn.Kind.CODED ? BETWEEN_NAMES : BETWEEN_IDS;
        var texts = new LinkedHashSet<String>();
        for (var part : between.split(pasted, -1)) {
            var text = unquoted(part.strip());
            if (!text.isEmpty() && !texts.contains(text)) {
                if (texts.size() == MOST) {
                    return new PastedIds(texts, true);
                }
                texts.add(text);
            }
        }
        return new PastedIds(texts, false);
    }

    private static String unquoted(String text) {
        var quoted =
                text.length() > 1
                        && (text.startsWith("\"") || text.startsWith("'"))
                        && text.endsWith(text.substring(0, 1));
        return quoted ? text.substring(1, text.length() - 1).strip() : text;
    }
}
