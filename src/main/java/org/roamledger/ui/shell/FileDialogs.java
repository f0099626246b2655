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
                var chooser = new FileChooser();
                chooser.setTitle(words.text("import.title"));
                chooser.getExtensionFilters()
                        .addAll(
                                new ExtensionFilter(
                                        words.text("files.sessions"),
                                        "*.csv",
                                        "*.xlsx",
                                        "*.json",
                                        "*.xml"),
                                new ExtensionFilter(words.text("files.all"), "*.*"));
                var chosen = chooser.showOpenMultipleDialog(owner);
                return chosen == null ? List.of() : chosen.stream().map(File::toPath).toList();
            }

            @Override
            public Optional<Path> toExport(Window owner, Words words, String name) {
                var chooser = new FileChooser();
                chooser.setTitle(words.text("export.title"));
                chooser.setInitialFileName(name);
                chooser.getExtensionFilters()
                        .addAll(
                                new ExtensionFilter(words.text("files.xlsx"), "*.xlsx"),
                                new ExtensionFilter(words.text("files.csv"), "*.csv"));
                return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
            }

            @Override
            public Optional<Path> toExportCsv(Window owner, Words words, String name) {
                var chooser = new FileChooser();
                chooser.setTitle(words.text("export.title"));
                chooser.setInitialFileName(name);
                chooser.getExtensionFilters()
                        .add(new ExtensionFilter(words.text("files.csv"), "*.csv"));
                return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
            }

            @Override
            public Optional<Path> toPicture(Window owner, Words words, String name) {
                var chooser = new FileChooser();
                chooser.setTitle(words.text("charts.save").replace("_", ""));
                chooser.setInitialFileName(name);
                chooser.getExtensionFilters()
                        .addAll(
                                new ExtensionFilter(words.text("files.png"), "*.png"),
                                new ExtensionFilter(words.text("files.svg"), "*.svg"));
                return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
            }

            @Override
            public Optional<Path> toSavePdf(Window owner, Words words, String name) {
                var chooser = new FileChooser();
                chooser.setTitle(words.text("preview.save").replace("_", ""));
                chooser.setInitialFileName(name);
                chooser.getExtensionFilters()
                        .add(new ExtensionFilter(words.text("files.pdf"), "*.pdf"));
                return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
            }

            @Override
            public Optional<Path> toLoadMapping(Window owner, Words words) {
                var chosen = ofMappings(words, "mapping.load").showOpenDialog(owner);
                return Optional.ofNullable(chosen).map(File::toPath);
            }

            @Override
            public Optional<Path> toSaveMapping(Window owner, Words words, String name) {
                var chooser = ofMappings(words, "mapping.save");
                chooser.setInitialFileName(name);
                return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
            }

            @Override
            public Optional<Path> toOpenView(Window owner, Words words) {
                var chosen = ofViews(words, "views.openFile.title").showOpenDialog(owner);
                return Optional.ofNullable(chosen).map(File::toPath);
            }

            @Override
            public Optional<Path> toSaveView(Window owner, Words words, String name) {
                var chooser = ofViews(words, "views.saveFile.title");
                chooser.setInitialFileName(name);
                return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
            }

            private FileChooser ofViews(Words words, String title) {
                var chooser = new FileChooser();
                chooser.setTitle(words.text(title));
                chooser.getExtensionFilters()
                        .add(
                                new ExtensionFilter(
                                        words.text("files.view"), "*" + ViewFolder.ENDING));
                return chooser;
            }

            @Override
            public Optional<Path> toCertificate(Window owner, Words words) {
                var chooser = new FileChooser();
                chooser.setTitle(words.text("files.certificates"));
                chooser.getExtensionFilters()
                        .addAll(
                                new ExtensionFilter(
                                        words.text("files.certificates"),
                                        "*.p12",
                                        "*.pfx",
                                        "*.pem",
                                        "*.crt",
                                        "*.cer"),
                                new ExtensionFilter(words.text("files.all"), "*.*"));
                return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
            }

            private static FileChooser ofMappings(Words words, String key) {
                var chooser = new FileChooser();
                chooser.setTitle(words.text(key).replace("_", ""));
                chooser.getExtensionFilters()
                        .add(new ExtensionFilter(words.text("files.mappings"), "*.json"));
                return chooser;
            }
        };
    }
}
