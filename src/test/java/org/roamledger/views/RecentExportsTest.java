package org.roamledger.views;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.mutation.Seeds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.IntStream;

class RecentExportsTest {

    private static final Instant NOW = Instant.parse("2026-11-02T08:15:00Z");

    @TempDir private Path folder;

    private final RandomView random = new RandomView(Seeds.random(11));

    private RecentExport export(String name) {
        return new RecentExport(
                folder.resolve(name), NOW, 4_000, random.view(), ExportProfile.of(Path.of(name)));
    }

    private RecentExports exports() {
        return new RecentExports(folder);
    }

    @Test
    void exportsAreThereTheNextTimeTheNewestFirst() {
        var first = export("a.xlsx");
        var second = export("b.csv");
        exports().add(first);
        exports().add(second);
        assertThat(exports().read()).containsExactly(second, first);
    }

    @Test
    void aFileStandsThereOnce() {
        exports().add(export("a.xlsx"));
        exports().add(export("b.xlsx"));
        var again = export("a.xlsx");
        exports().add(again);
        assertThat(exports().read())
                .extracting(RecentExport::file)
                .containsExactly(again.file(), folder.resolve("b.xlsx"));
    }

    @Test
    void theOldestGoWhenThereAreMany() {
        IntStream.range(0, 25).forEach(i -> exports().add(export(i + ".xlsx")));
        assertThat(exports().read()).hasSize(RecentExports.MOST);
        assertThat(exports().read().getLast().file()).isEqualTo(folder.resolve("5.xlsx"));
    }

    @Test
    void aForgottenExportIsGoneFromTheListAlone() throws IOException {
        var export = export("a.xlsx");
        Files.writeString(export.file(), "kept");
        exports().add(export);
        assertThat(exports().forget(export)).isEmpty();
        assertThat(export.file()).hasContent("kept");
    }

    @Test
    void anEntryThatCannotBeReadTakesNoOtherWithIt() throws IOException {
        exports().add(export("a.xlsx"));
        exports().add(export("b.xlsx"));
        var kept = folder.resolve("recent-exports.json");
        Files.writeString(
                kept, Files.readString(kept).replaceFirst("2026-11-02T08:15:00Z", "yesterday"));
        assertThat(exports().read())
                .extracting(RecentExport::file)
                .containsExactly(folder.resolve("a.xlsx"));
    }

    @Test
    void aBrokenListBeginsAnew() throws IOException {
        Files.writeString(folder.resolve("recent-exports.json"), "{\"rece");
        assertThat(exports().read()).isEmpty();
        exports().add(export("a.xlsx"));
        assertThat(exports().read()).hasSize(1);
    }
}
