package org.roamledger.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class PaletteModelTest {

    private final List<String> done = new ArrayList<>();
    private final PaletteModel model = new PaletteModel();
    private final List<Entry> entries =
            List.of(
                    entry("Import files", "File"),
                    entry("Export", "File"),
                    entry("Show filters", "View"),
                    entry("Clear filters", "Edit"),
                    entry("Källor", "Arkiv"));

    private Entry entry(String title, String place) {
        return new Entry(title, title, place, "", () -> done.add(title));
    }

    private List<String> found(String typed) {
        return model.matching(typed, entries).stream().map(Entry::title).toList();
    }

    @Test
    void nothingTypedListsAll() {
        assertThat(found("")).hasSize(5);
    }

    @Test
    void lettersInTheirOrderAreEnough() {
        assertThat(found("sfi")).containsExactly("Show filters");
    }

    @Test
    void theBeginningOfAWordComesBeforeItsMiddle() {
        assertThat(found("e")).startsWith("Export");
    }

    @Test
    void lettersThatStandTogetherComeFirst() {
        assertThat(found("fil")).startsWith("Import files").doesNotContain("Källor");
    }

    @Test
    void caseAndAccentsDoNotCount() {
        assertThat(found("KALL")).containsExactly("Källor");
    }

    @Test
    void theMenuFindsItsCommandsAfterThoseOfThatName() {
        assertThat(found("view")).containsExactly("Show filters");
        assertThat(found("file")).startsWith("Import files").contains("Export");
    }

    @Test
    void whatNobodyHasIsNotFound() {
        assertThat(found("xyz")).isEmpty();
    }

    @Test
    void whatWasUsedLastComesFirst() {
        model.run(entries.get(3));
        model.run(entries.get(1));
        assertThat(found("")).startsWith("Export", "Clear filters");
        assertThat(done).containsExactly("Clear filters", "Export");
    }
}
