package org.roamledger.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.roamledger.ui.base.Words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

class RuleWordsTest {

    private static final Words ENGLISH = new Words(Locale.ENGLISH);
    private static final Words GERMAN = new Words(Locale.GERMAN);

    /// Where a rule is made.
    private static final Pattern RULE =
            Pattern.compile(
                    "(?:Provenance\\.\\w+\\(|unknown\\(|String (?:BY_\\w+|MOVED|EARLIER)"
                            + " =)\\s*\"([^\"]+)\"");

    /// Made of the names of fields only.
    private static final Set<String> FIELDS =
            Set.of(
                    "SignedMeteringValues, OCMF",
                    "before_taxes + taxes",
                    "incl_vat - excl_vat",
                    "net, tariffs.tax_included N/A",
                    "signed_data, OCMF",
                    "userIdType ");

    /// Else its translations would never be found.
    @Test
    void everyRuleWithWordsIsFoundByItsStoredText() {
        var texts = ResourceBundle.getBundle("org.roamledger.ui.messages", Locale.ENGLISH);
        var rules = texts.keySet().stream().filter(key -> key.startsWith("rule.")).toList();
        assertThat(rules).isNotEmpty();
        for (var key : rules) {
            var stored = texts.getString(key).replace("{0}", "Europe/Oslo");
            assertThat(RuleWords.of(stored, ENGLISH)).as(key).isEqualTo(stored);
            assertThat(RuleWords.of(stored, GERMAN)).as(key).isNotEqualTo(stored);
        }
    }

    /// Else it would be told in English.
    @Test
    void everyRuleOfTheReadersHasWords() throws IOException {
        var rules = new TreeSet<String>();
        for (var part : List.of("wire", "importing", "store")) {
            var folder = Path.of("src", "main", "java", "org", "roamledger", part);
            try (var files = Files.walk(folder)) {
                for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    RULE.matcher(Files.readString(file))
                            .results()
                            .map(found -> found.group(1))
                            .filter(rule -> rule.contains(" "))
                            .forEach(rules::add);
                }
            }
        }
        assertThat(rules).hasSizeGreaterThan(30);
        assertThat(rules)
                .filteredOn(rule -> RuleWords.of(rule, GERMAN).equals(rule))
                .containsExactlyInAnyOrderElementsOf(FIELDS);
    }

    @Test
    void aRuleThatIsPutTogetherHasWords() {
        for (var shape : List.of("incl_vat / excl_vat", "taxes / before_taxes")) {
            for (var kind : List.of("national rate", "mixed")) {
                var rule = shape + ", " + kind;
                assertThat(RuleWords.of(rule, GERMAN)).isNotEqualTo(rule);
            }
        }
    }

    @Test
    void whatARuleWasAppliedToIsTold() {
        assertThat(RuleWords.of("station zone Europe/Oslo", GERMAN))
                .isEqualTo("Zone der Station Europe/Oslo");
    }

    @Test
    void aFieldIsCalledAsItIs() {
        assertThat(RuleWords.of("total_cost.incl_vat", GERMAN)).isEqualTo("total_cost.incl_vat");
    }
}
