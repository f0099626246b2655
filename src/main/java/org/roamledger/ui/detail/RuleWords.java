package org.roamledger.ui.detail;

import org.roamledger.ui.base.Words;

import java.util.List;
import java.util.Locale;

/// The rules by which values come about, which are stored in English, in the reader's language.
///
/// What has no words of its own is the name of a field, the same in all languages.
final class RuleWords {

    private static final String KEY = "rule.";

    /// Rules that end with what they were applied to.
    private static final List<String> APPLIED =
            List.of(
                    "local time in ",
                    "offset of the start ",
                    "station zone ",
                    "source zone ",
                    "organisation zone ",
                    "report zone ");

    private RuleWords() {}

    static String of(String rule, Words words) {
        for (var begin : APPLIED) {
            if (rule.startsWith(begin)) {
                return words.text(key(begin.strip()), rule.substring(begin.length()));
            }
        }
        return words.has(key(rule)) ? words.text(key(rule)) : rule;
    }

    private static String key(String rule) {
        return KEY + rule.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    }
}
