package org.roamledger.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Every item of the security notes names tests, and they are there.
class SecurityNotesTest {

    private static final Path PAGE = Path.of("docs", "security.md");
    private static final Path TESTS = Path.of("src", "test", "java");

    /// A test, from its annotation to its name; there is no blank line in between.
    private static final Pattern TEST =
            Pattern.compile(
                    "@(?:Parameterized)?Test\\b(?:(?!\\n\\n).)*?\\bvoid (\\w+)\\(", Pattern.DOTALL);

    private static List<String> testsOf(List<String> row) {
        return MarkdownTable.codeIn(row.get(2));
    }

    /// Tests that are named but not there, as `Class` or `Class.method`.
    private static List<String> missing(MarkdownTable table) throws IOException {
        var there = tests();
        return table.rows().stream()
                .flatMap(row -> testsOf(row).stream())
                .filter(name -> !there.contains(name))
                .toList();
    }

    /// The names of all classes of tests, and of the tests in them.
    private static Set<String> tests() throws IOException {
        var names = new HashSet<String>();
        try (var files = Files.walk(TESTS)) {
            for (var file : files.filter(each -> each.toString().endsWith("Test.java")).toList()) {
                var type = file.getFileName().toString().replace(".java", "");
                names.add(type);
                TEST.matcher(Files.readString(file))
                        .results()
                        .forEach(test -> names.add(type + "." + test.group(1)));
            }
        }
        return names;
    }

    @Test
    void everyItemOfTheListIsThereAndNamesTests() throws IOException {
        var rows = MarkdownTable.in(PAGE, "item").rows();
        assertThat(rows)
                .extracting(row -> row.getFirst().split(" ", 2)[0])
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 10).mapToObj(number -> "DA" + number).toList());
        assertThat(rows).allSatisfy(row -> assertThat(testsOf(row)).isNotEmpty());
    }

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        assertThat(missing(MarkdownTable.in(PAGE, "item"))).isEmpty();
    }

    @Test
    void aTestThatIsGoneIsFound() throws IOException {
        var table =
                MarkdownTable.in(
                        """
                        | item | what is done | tests |
                        |---|---|---|
                        | DA1 | much | `SecurityNotesTest.aTestThatIsGoneIsFound`, `SecurityNotesTest` |
                        | DA2 | little | `SecurityNotesTest.missing`, `GoneTest`, `GoneTest.was` |
                        """,
                        "item");
        assertThat(missing(table))
                .containsExactly("SecurityNotesTest.missing", "GoneTest", "GoneTest.was");
    }
}
