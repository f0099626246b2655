package org.roamledger.support;

import java.util.List;
import java.util.regex.Pattern;

/// Takes out of a text whatever may be secret or about a person, though it should not be there in
/// the first place: tokens, names in addresses, ids of contracts and charge points.
final class Redaction {

    private static final String GONE = "[removed]";

    private record Rule(Pattern pattern, String replacement) {
        static Rule of(String regex, String replacement) {
            return new Rule(Pattern.compile(regex), replacement);
        }
    }

    private final List<Rule> rules;

    /// @param home the user's own folder, whose name may be theirs
    Redaction(String home) {
        rules =
                List.of(
                        new Rule(Pattern.compile(Pattern.quote(home)), "~"),
                        // After the words by which servers are told who asks.
                        Rule.of("(?i)\\b(authorization\"?\\s*[:=]\\s*).*", "$1" + GONE),
                        Rule.of(
                                "(?i)\\b(token|bearer|basic|password|secret)"
                                        + "(\"?\\s*[:= ]\\s*\"?)[^\\s\",;]+",
                                "$1$2" + GONE),
                        Rule.of("(?i)(https?://)[^/\\s@]+@", "$1" + GONE + "@"),
                        Rule.of("(?i)(https?://[^\\s?#]+)[?#]\\S*", "$1?" + GONE),
                        Rule.of("[\\w.+-]+@[\\w-]+\\.[\\w.-]+", GONE),
                        // EVSE-IDs and contract ids: country, party, the rest.
                        Rule.of("\\b[A-Z]{2}[*-]?[A-Z0-9]{3}[*-]?[CE][A-Z0-9*-]{4,}", GONE),
                        Rule.of("(?i)\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b", GONE),
                        // Long runs with letters and digits are keys; names of classes have no
                        // digits.
                        Rule.of(
                                "(?<![\\w.$/])(?=[\\w+/=-]*\\d)(?=[\\w+/=-]*[A-Za-z])[\\w+/=-]{20,}",
                                GONE));
    }

    String of(String text) {
        var clean = text;
        for (var rule : rules) {
            clean = rule.pattern().matcher(clean).replaceAll(rule.replacement());
        }
        return clean;
    }
}
