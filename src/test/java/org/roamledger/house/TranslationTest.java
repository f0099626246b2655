package org.roamledger.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.roamledger.problem.Problem;
import org.roamledger.ui.base.Words;
import org.roamledger.wire.mapping.TableMapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Every text is there in every language and fills in the same things.
class TranslationTest {

    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final String ENGLISH = "messages.properties";

    private static List<Path> bundles() throws IOException {
        try (var files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.endsWith(ENGLISH)).sorted().toList();
        }
    }

    private static List<Path> translated() throws IOException {
        var languages =
                Words.LANGUAGES.stream().filter(language -> !language.equals(Locale.ENGLISH));
        var english = bundles();
        return languages.flatMap(to -> english.stream().map(from -> in(to, from))).toList();
    }

    private static Path in(Locale language, Path english) {
        return english.resolveSibling("messages_" + language.getLanguage() + ".properties");
    }

    @Test
    void thereAreTextsInSixLanguages() throws IOException {
        assertThat(translated()).hasSize(5 * bundles().size()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("translated")
    void everyLanguageSaysTheSameAsEnglish(Path file) throws IOException {
        var english = Translation.texts(file.resolveSibling(ENGLISH));
        var other = Translation.texts(file);
        assertThat(Translation.faults(english, other)).isEmpty();
        assertThat(Translation.untranslated(english, other)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource({"bundles", "translated"})
    void everyTextCanBeFilledIn(Path file) throws IOException {
        assertThat(Translation.patternFaults(Translation.texts(file))).isEmpty();
    }

    @Test
    void everyProblemHasItsWordsAndThereAreNoOthers() throws IOException {
        var wanted = new TreeSet<String>();
        wanted.add("none");
        for (var problem : Problem.class.getPermittedSubclasses()) {
            var name = problem.getSimpleName();
            wanted.add(Character.toLowerCase(name.charAt(0)) + name.substring(1));
        }
        for (var question : TableMapping.Question.values()) {
            wanted.add("mappingNeeded." + question.name());
        }
        var english =
                Translation.texts(
                        RESOURCES.resolve(Path.of("org", "roamledger", "problem", ENGLISH)));
        var found =
                english.keySet().stream()
                        .filter(key -> !key.startsWith("detail."))
                        .collect(Collectors.toSet());
        assertThat(Translation.keyFaults(wanted, found)).isEmpty();
    }

    @Test
    void everyProblemIsARecord() {
        assertThat(Arrays.stream(Problem.class.getPermittedSubclasses())).allMatch(Class::isRecord);
    }

    @Test
    void aMissingKeyIsFound() {
        assertThat(Translation.faults(Map.of("gone", "Gone."), Map.of()))
                .containsExactly("gone: missing");
    }

    @Test
    void anObsoleteKeyIsFound() {
        assertThat(Translation.faults(Map.of(), Map.of("old", "Gammal.")))
                .containsExactly("old: obsolete");
    }

    @Test
    void anotherPlaceholderIsFound() {
        assertThat(
                        Translation.faults(
                                Map.of("rows", "{0} of {1} rows"), Map.of("rows", "{0} rader")))
                .containsExactly("rows: other placeholders");
    }

    @Test
    void placeholdersInAnotherOrderAreTheSame() {
        assertThat(Translation.faults(Map.of("rows", "{0} of {1}"), Map.of("rows", "av {1}: {0}")))
                .isEmpty();
    }

    @Test
    void aSingleApostropheIsFound() {
        assertThat(Translation.patternFaults(Map.of("no", "Can't read {0}")))
                .containsExactly("no: single apostrophe", "no: placeholder not filled in");
    }

    @Test
    void aDoubledApostropheIsRight() {
        assertThat(Translation.patternFaults(Map.of("no", "Can''t read {0}"))).isEmpty();
    }

    @Test
    void aTextLeftInEnglishIsFound() {
        var english = Map.of("none", "There are no {0}", "unit", "Version {0}");
        assertThat(Translation.untranslated(english, english)).containsExactly("none: English");
    }

    @Test
    void anOpenBraceIsFound() {
        assertThat(Translation.patternFaults(Map.of("open", "Row {0"))).hasSize(1);
    }
}
