package org.roamledger.report;

import org.roamledger.session.Folded;
import org.roamledger.session.ReportColumn;

import java.util.Locale;
import java.util.ResourceBundle;

/// What the columns of the report, and the words of its closed lists, are called in one language:
/// on the screen, on paper and in files. Safe for use by any threads.
public final class ColumnWords {

    private static final String BUNDLE = "org.roamledger.report.messages";

    private final ResourceBundle bundle;

    /// @param locale a language in which there are no words is English
    public ColumnWords(Locale locale) {
        bundle = bundle(locale);
    }

    /// The words of this package.
    static ResourceBundle bundle(Locale locale) {
        // Without the control a missing language would become that of the computer.
        return ResourceBundle.getBundle(
                BUNDLE,
                locale,
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public String title(ReportColumn column) {
        return bundle.getString("column." + column.key());
    }

    /// A word of a closed list in the reader's language; a word of another feed as it was sent.
    public String choice(ReportColumn column, String word) {
        var key = "choice." + column.key() + "." + Folded.of(word).replace(' ', '_');
        return bundle.containsKey(key) ? bundle.getString(key) : word;
    }
}
