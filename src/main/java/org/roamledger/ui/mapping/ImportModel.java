package org.roamledger.ui.mapping;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Engine;
import org.roamledger.ui.base.Lane;
import org.roamledger.ui.base.Notice;
import org.roamledger.wire.mapping.TableMapping;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Files on their way in: those that can be read as they are go on, about the others a person is
/// asked, one after the other.
///
/// Confined to the screen thread.
public final class ImportModel {

    private final Engine engine;
    private final Consumer<Notice> notices;
    private final Consumer<List<Path>> clear;
    private final BiConsumer<Path, TableMapping> mapped;
    private final Lane looking;
    private final Lane mapping;
    private final Lane files;
    private final Queue<Path> waiting = new ArrayDeque<>();
    private boolean isAsking;
    private final ReadOnlyObjectWrapper<@Nullable MappingModel> asked =
            new ReadOnlyObjectWrapper<>();

    /// @param clear imports files that can be read as they are
    /// @param mapped imports a table by the mapping that a person confirmed
    public ImportModel(
            Engine engine,
            Background background,
            Consumer<Notice> notices,
            Consumer<List<Path>> clear,
            BiConsumer<Path, TableMapping> mapped) {
        this.engine = engine;
        this.notices = notices;
        this.clear = clear;
        this.mapped = mapped;
        this.looking = background.lane("import-look");
        this.mapping = background.lane("mapping");
        this.files = background.lane("mapping-files");
    }

    /// Imports files and folders, and asks about those that leave something open.
    public void importFiles(List<Path> chosen) {
        if (chosen.isEmpty()) {
            return;
        }
        looking.run(
                _ -> List.<Path>copyOf(engine.unclear(chosen)),
                unclear -> {
                    clear.accept(chosen.stream().filter(file -> !unclear.contains(file)).toList());
                    askAbout(unclear);
                },
                this::failed);
    }

    /// Asks about files even if they could be read as they are.
    public void askAbout(List<Path> tables) {
        waiting.addAll(tables);
        if (!isAsking) {
            askNext();
        }
    }

    private void askNext() {
        var next = waiting.poll();
        isAsking = next != null;
        if (next == null) {
            asked.set(null);
            return;
        }
        mapping.run(
                _ -> engine.preview(next),
                preview -> asked.set(new MappingModel(engine, mapping, files, preview)),
                problem -> {
                    failed(problem);
                    askNext();
                });
    }

    private void failed(Problem problem) {
        notices.accept(Notice.failed("import.failed", problem));
    }

    /// Imports what is asked about by the mapping that was made, and asks about the next.
    void confirm(MappingModel answered) {
        mapped.accept(answered.preview().file(), answered.mapping().get());
        askNext();
    }

    /// Leaves the file that is asked about alone, and asks about the next.
    void skip() {
        askNext();
    }

    /// The table that a person is asked about; nothing if there is none.
    public ReadOnlyObjectProperty<@Nullable MappingModel> asked() {
        return asked.getReadOnlyProperty();
    }
}
