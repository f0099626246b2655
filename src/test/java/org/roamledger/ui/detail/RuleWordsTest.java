package org.roamledger.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.roamledger.ui.base.Words;

import java.util.Locale;
import java.util.ResourceBundle;

class RuleWordsTest {

    private static final Words ENGLISH = new Words(Locale.ENGLISH);
    private static final Words GERMAN = new Words(Locale.GERMAN);

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
