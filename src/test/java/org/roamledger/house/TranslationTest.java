package org.roamledger.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.roamledger.problem.Problem;
import org.roamledger.wire.mapping.TableMapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Every text is there in both languages and fills in the same things.
class TranslationTest {

    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final String ENGLISH = "messages.properties";
    private static final String SWEDISH = "messages_sv.properties";

    private static List<Path> bundles() throws IOException {
        try (var files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.endsWith(ENGLISH)).sorted().toList();
        }
    }

    @Test
    void thereAreTexts() throws IOException {
        assertThat(bundles()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void swedishSaysTheSameAsEnglish(Path english) throws IOException {
        var swedish = Translation.texts(english.resolveSibling(SWEDISH));
        assertThat(Translation.faults(Translation.texts(english), swedish)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextCanBeFilledIn(Path english) throws IOException {
        var swedish = english.resolveSibling(SWEDISH);
        assertThat(Translation.patternFaults(Translation.texts(english))).isEmpty();
        assertThat(Translation.patternFaults(Translation.texts(swedish))).isEmpty();
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
        assertThat(Translation.keyFaults(wanted, english.keySet())).isEmpty();
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
    void anOpenBraceIsFound() {
        assertThat(Translation.patternFaults(Map.of("open", "Row {0"))).hasSize(1);
    }
}
