package org.roamledger.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The words of the glossary are the words of the code.
class GlossaryTest {

    private static final Path PAGE = Path.of("docs", "glossary.md");

    private static List<String> namedClasses(MarkdownTable table) {
        return table.rows().stream()
                .flatMap(row -> MarkdownTable.codeIn(row.get(1)).stream())
                .toList();
    }

    private static Set<String> classes() {
        return Classes.OF_THE_APPLICATION.stream()
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());
    }

    @Test
    void everyClassTheGlossaryNamesExists() throws IOException {
        assertThat(namedClasses(MarkdownTable.in(PAGE, "term")))
                .hasSizeGreaterThan(10)
                .allMatch(classes()::contains);
    }

    @Test
    void aTermWhoseClassIsGoneIsFound() {
        var table =
                MarkdownTable.in(
                        """
                        | term | class | is |
                        |---|---|---|
                        | session | `ChargingSession` | one charging event |
                        | invoice | `Invoice` | a letter |
                        """,
                        "term");
        assertThat(namedClasses(table))
                .filteredOn(name -> !classes().contains(name))
                .containsExactly("Invoice");
    }

    @Test
    void noTermStandsTwice() throws IOException {
        assertThat(MarkdownTable.in(PAGE, "term").rows().stream().map(List::getFirst))
                .doesNotHaveDuplicates();
    }
}
