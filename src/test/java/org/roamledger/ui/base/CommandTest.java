package org.roamledger.ui.base;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.input.KeyCombination;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

class CommandTest {

    private static List<Locale> languages() {
        return Words.LANGUAGES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyCommandHasWords(Locale language) {
        var words = new Words(language);
        for (var command : Command.values()) {
            assertThat(words.text(command.wordsKey())).isNotBlank();
            assertThat(words.text(command.menu().wordsKey())).isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource(Command.class)
    void noOtherCommandHasTheSameKeys(Command command) {
        var keys = command.keys();
        if (keys != null) {
            var own = KeyCombination.keyCombination(keys);
            assertThat(Command.values())
                    .filteredOn(other -> other.keys() != null)
                    .filteredOn(other -> own.equals(KeyCombination.keyCombination(other.keys())))
                    .containsExactly(command);
        }
    }

    /// The letter that works with Alt would only go back and forth between the two.
    @ParameterizedTest
    @MethodSource("languages")
    void noTwoCommandsOfAMenuShareALetter(Locale language) {
        var words = new Words(language);
        for (var menu : Command.Menu.values()) {
            var letters = new HashMap<String, Command>();
            Arrays.stream(Command.values())
                    .filter(command -> command.menu() == menu)
                    .forEach(
                            command -> {
                                var text = words.text(command.wordsKey());
                                var at = text.indexOf('_');
                                if (at >= 0) {
                                    var letter =
                                            text.substring(at + 1, at + 2).toLowerCase(language);
                                    assertThat(letters.put(letter, command))
                                            .as("%s: %s in %s", letter, text, menu)
                                            .isNull();
                                }
                            });
        }
    }
}
