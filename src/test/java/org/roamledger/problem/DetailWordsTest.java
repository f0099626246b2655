package org.roamledger.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

class DetailWordsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    /// A text over several lines.
    private static final Pattern BREAK = Pattern.compile("\"\\s*\\+\\s*\"");

    /// Where a detail is said: as the last argument but for a cause, or in a fault that is told.
    private static final Pattern SAID =
            Pattern.compile(
                    "\\b(?:wrong|unusable|unreadable|locked|notWritable|IOException|POIXMLException)\\((?:[^;\"]*?(?:\"[^\"]*\")?[^;\"]*?,"
                        + " )?\\s*\"([^\"]+)\"(?:, \\w+)?\\)");

    /// Of faults that are caught again before anybody is told.
    private static final List<String> UNTOLD = List.of("in memory", "too large");

    private static String in(Locale language, String detail) {
        return new DetailWords(ProblemText.words(language), language).say(detail);
    }

    private static String sources() throws IOException {
        try (var files = Files.walk(Path.of("src", "main", "java"))) {
            var all = new StringBuilder();
            for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
            return BREAK.matcher(all).replaceAll("");
        }
    }

    private static List<String> english() {
        var words = ProblemText.words(Locale.ENGLISH);
        return words.keySet().stream()
                .filter(key -> key.startsWith("detail."))
                .map(words::getString)
                .toList();
    }

    @Test
    void everyDetailIsFoundByItsEnglishText() {
        for (var text : english()) {
            var said = PLACEHOLDER.matcher(text).replaceAll("7");
            assertThat(in(Locale.ENGLISH, said)).isEqualTo(said);
            assertThat(in(Locale.GERMAN, said)).as(said).isNotEqualTo(said);
        }
    }

    @Test
    void everyDetailIsSaidSomewhere() throws IOException {
        var sources = sources();
        assertThat(english())
                .allSatisfy(
                        text ->
                                assertThat(sources)
                                        .contains(
                                                Arrays.stream(PLACEHOLDER.split(text))
                                                        .max(
                                                                Comparator.comparingInt(
                                                                        String::length))
                                                        .orElseThrow()));
    }

    @Test
    void everyDetailThatIsSaidHasWords() throws IOException {
        var said =
                new ArrayList<>(
                        SAID.matcher(sources())
                                .results()
                                .map(found -> found.group(1))
                                .distinct()
                                .toList());
        said.removeAll(UNTOLD);
        assertThat(said).hasSizeGreaterThan(40);
        assertThat(said).filteredOn(text -> in(Locale.GERMAN, text).equals(text)).isEmpty();
    }

    @Test
    void whatIsFilledInIsKept() {
        assertThat(in(Locale.GERMAN, "it is no JSON at byte 512"))
                .isEqualTo("sie ist bei Byte 512 kein JSON");
        assertThat(in(Locale.GERMAN, "no well-formed XML (line 3, column 14)"))
                .isEqualTo("kein wohlgeformtes XML (Zeile 3, Spalte 14)");
    }

    @Test
    void theWordsOfOthersStayAsTheyAre() {
        assertThat(in(Locale.GERMAN, "SQLITE_IOERR: disk I/O error"))
                .isEqualTo("SQLITE_IOERR: disk I/O error");
    }

    @Test
    void aProblemTellsItsDetailInTheReadersLanguage() {
        var problem = new Problem.UnreadableAnswer("https://hub.example", "it ends too early");
        assertThat(ProblemText.of(Locale.GERMAN).say(problem))
                .contains("sie endet zu früh")
                .doesNotContain("early");
    }
}
