package org.roamledger.problem;

import java.text.MessageFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/// What stands in a [Problem] as its detail, in the reader's language.
///
/// Who meets a fault says its detail in English: in words of its own, which are the English texts
/// of the keys `detail.…`, or in those of a driver, a library or the system, which stay as they
/// are.
final class DetailWords {

    private static final String PREFIX = "detail.";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");
    private static final List<Known> KNOWN = known();

    private final ResourceBundle words;
    private final Locale locale;

    /// @param text finds what fills the placeholders, in their order
    private record Known(String key, Pattern text) {}

    /// @param words of the reader's language
    DetailWords(ResourceBundle words, Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    String say(String detail) {
        for (var known : KNOWN) {
            var found = known.text.matcher(detail);
            if (found.matches()) {
                var values = new Object[found.groupCount()];
                for (var i = 0; i < values.length; i++) {
                    values[i] = found.group(i + 1);
                }
                return new MessageFormat(words.getString(known.key), locale).format(values);
            }
        }
        return detail;
    }

    /// Those that say most first: what is filled in may be anything.
    private static List<Known> known() {
        var english = ProblemText.words(Locale.ENGLISH);
        return english.keySet().stream()
                .filter(key -> key.startsWith(PREFIX))
                .sorted(
                        Comparator.comparingInt((String key) -> -english.getString(key).length())
                                .thenComparing(Comparator.naturalOrder()))
                .map(key -> new Known(key, pattern(english.getString(key))))
                .toList();
    }

    private static Pattern pattern(String english) {
        var parts = PLACEHOLDER.split(english.replace("''", "'"), -1);
        var quoted = List.of(parts).stream().map(Pattern::quote).toList();
        return Pattern.compile(String.join("(.*)", quoted), Pattern.DOTALL);
    }
}
