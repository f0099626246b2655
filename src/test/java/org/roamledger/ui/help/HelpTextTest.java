package org.roamledger.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.roamledger.ui.base.Words;
import org.roamledger.ui.shell.Page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

class HelpTextTest {

    private static List<Locale> languages() {
        return Words.LANGUAGES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTopicHasATitleAndParagraphs(Locale language) {
        var text = new HelpText(language);
        for (var topic : HelpTopic.values()) {
            assertThat(text.title(topic)).isNotBlank();
            assertThat(text.paragraphs(topic)).isNotEmpty().noneMatch(String::isBlank);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTopicIsFoundByItsTitle(Locale language) {
        var text = new HelpText(language);
        for (var topic : HelpTopic.values()) {
            assertThat(text.matching(text.title(topic))).contains(topic);
        }
    }

    @Test
    void onlyTopicsWithAllWordsAreFound() {
        var text = new HelpText(Locale.ENGLISH);
        assertThat(text.matching("token connection")).containsExactly(HelpTopic.SOURCES);
        assertThat(text.matching("")).containsExactly(HelpTopic.values());
        assertThat(text.matching("aardvark")).isEmpty();
    }

    @Test
    void everyPageHasATopic() {
        assertThat(Arrays.stream(Page.values()).map(Page::name))
                .isSubsetOf(Arrays.stream(HelpTopic.values()).map(HelpTopic::name).toList());
    }
}
