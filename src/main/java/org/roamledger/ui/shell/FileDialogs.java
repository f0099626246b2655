package org.roamledger.ui.shell;

import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

import org.roamledger.ui.base.Words;
import org.roamledger.views.ViewFolder;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks for files.
public interface FileDialogs {

    List<Path> toImport(Window owner, Words words);

    /// Asks for a file of the kind that a name has by its ending.
    ///
    /// @param name a name to begin with
    Optional<Path> toExport(Window owner, Words words, String name);

    /// As [#toExport], for a file that can only be CSV.
    ///
    /// @param name a name to begin with
    Optional<Path> toExportCsv(Window owner, Words words, String name);

    /// Asks for a file of a picture: PNG or SVG.
    ///
    /// @param name a name to begin with
    Optional<Path> toPicture(Window owner, Words words, String name);

    /// Asks where a document is to be.
    ///
    /// @param name a name to begin with
    Optional<Path> toSavePdf(Window owner, Words words, String name);

    /// Asks where a mapping is.
    Optional<Path> toLoadMapping(Window owner, Words words);

    /// Asks for a file of certificates.
    Optional<Path> toCertificate(Window owner, Words words);

    /// Asks where a mapping is to be kept.
    ///
    /// @param name a name to begin with
    Optional<Path> toSaveMapping(Window owner, Words words, String name);

    /// Asks where a view is that was passed on.
    Optional<Path> toOpenView(Window owner, Words words);

    /// Asks where a view is to be kept that is passed on.
    ///
    /// @param name a name to begin with
    Optional<Path> toSaveView(Window owner, Words words, String name);

    /// The system's own dialogs.
    static FileDialogs ofSystem() {
        return new FileDialogs() {
            @Override
            public List<Path> toImport(Window owner, Words words) {
                var chosen =
                        chooser(
                                        words.text("import.title"),
                                        kind(
                                                words,
                                                "files.sessions",
                                                "*.csv",
                                                "*.xlsx",
                                                "*.json",
                                                "*.xml"),
                                        kind(words, "files.all", "*.*"))
                                .showOpenMultipleDialog(owner);
                return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
            }

            @Override
            public Optional<Path> toExport(Window owner, Words words, String name) {
                return save(owner, chooser(words.text("export.title"), kindOf(words, name)), name);
            }

            private static ExtensionFilter kindOf(Words words, String name) {
                var ending = name.substring(name.lastIndexOf('.'));
                return switch (ending) {
                    case ".xlsx" -> kind(words, "files.xlsx", "*.xlsx");
                    case ".jsonl" -> kind(words, "files.jsonl", "*.jsonl");
                    default -> kind(words, "files.csv", "*" + ending);
                };
            }

            @Override
            public Optional<Path> toExportCsv(Window owner, Words words, String name) {
                return save(
                        owner,
                        chooser(words.text("export.title"), kind(words, "files.csv", "*.csv")),
                        name);
            }

            @Override
            public Optional<Path> toPicture(Window owner, Words words, String name) {
                return save(
                        owner,
                        chooser(
                                words.text("charts.save").replace("_", ""),
                                kind(words, "files.png", "*.png"),
                                kind(words, "files.svg", "*.svg")),
                        name);
            }

            @Override
            public Optional<Path> toSavePdf(Window owner, Words words, String name) {
                return save(
                        owner,
                        chooser(
                                words.text("preview.save").replace("_", ""),
                                kind(words, "files.pdf", "*.pdf")),
                        name);
            }

            @Override
            public Optional<Path> toLoadMapping(Window owner, Words words) {
                return open(
                        owner,
                        chooser(
                                words.text("mapping.load").replace("_", ""),
                                kind(words, "files.mappings", "*.json")));
            }

            @Override
            public Optional<Path> toSaveMapping(Window owner, Words words, String name) {
                return save(
                        owner,
                        chooser(
                                words.text("mapping.save").replace("_", ""),
                                kind(words, "files.mappings", "*.json")),
                        name);
            }

            @Override
            public Optional<Path> toOpenView(Window owner, Words words) {
                return open(
                        owner,
                        chooser(
                                words.text("views.openFile.title"),
                                kind(words, "files.view", "*" + ViewFolder.ENDING)));
            }

            @Override
            public Optional<Path> toSaveView(Window owner, Words words, String name) {
                return save(
                        owner,
                        chooser(
                                words.text("views.saveFile.title"),
                                kind(words, "files.view", "*" + ViewFolder.ENDING)),
                        name);
            }

            @Override
            public Optional<Path> toCertificate(Window owner, Words words) {
                return open(
                        owner,
                        chooser(
                                words.text("files.certificates"),
                                kind(
                                        words,
                                        "files.certificates",
                                        "*.p12",
                                        "*.pfx",
                                        "*.pem",
                                        "*.crt",
                                        "*.cer"),
                                kind(words, "files.all", "*.*")));
            }

            private static FileChooser chooser(String title, ExtensionFilter... kinds) {
                var chooser = new FileChooser();
                chooser.setTitle(title);
                chooser.getExtensionFilters().setAll(kinds);
                return chooser;
            }

            private static ExtensionFilter kind(Words words, String key, String... endings) {
                return new ExtensionFilter(words.text(key), endings);
            }

            private static Optional<Path> open(Window owner, FileChooser chooser) {
                return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
            }

            private static Optional<Path> save(Window owner, FileChooser chooser, String name) {
                chooser.setInitialFileName(name);
                return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
            }
        };
    }
}
