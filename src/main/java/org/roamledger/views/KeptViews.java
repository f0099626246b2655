package org.roamledger.views;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.ProblemException;
import org.roamledger.settings.PrivateFile;
import org.roamledger.settings.Settings;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the window keeps in a user's folder of settings besides how it looks: saved views, recent
/// exports and how they are written, and what it opens with.
public final class KeptViews {

    private final Path config;
    private final ViewFolder folder;

    /// @param config the user's folder of settings; made when something is kept
    public KeptViews(Path config) {
        this.config = config;
        folder = new ViewFolder(config.resolve("views"));
    }

    public ViewFolder folder() {
        return folder;
    }

    public RecentExports exports() {
        return new RecentExports(config);
    }

    public ExportProfiles profiles() {
        return new ExportProfiles(config);
    }

    /// What the window opens with.
    ///
    /// @param view the saved view; absent for the standard view
    /// @param state what differs from it; absent if nothing does
    public record Opening(@Nullable SavedView view, @Nullable ViewState state) {

        /// The standard view.
        public static final Opening STANDARD = new Opening(null, null);
    }

    /// What the window opens with: the standard view if what was chosen cannot be read.
    public Opening opening() {
        try {
            return switch (start()) {
                case Start.Standard() -> Opening.STANDARD;
                case Start.Saved(var file) -> new Opening(ViewFolder.read(folder.file(file)), null);
                case Start.LeftOff() -> leftOff();
            };
        } catch (ProblemException _) {
            return Opening.STANDARD;
        }
    }

    private Opening leftOff() {
        if (!Files.exists(last())) {
            return Opening.STANDARD;
        }
        var last = ViewFolder.read(last()).view();
        return new Opening(folder.read().named(last.name()).orElse(null), last.state());
    }

    public Start start() {
        return Start.of(Settings.in(config).start());
    }

    /// @throws ProblemException with [org.roamledger.problem.Problem.FileNotWritable]
    public void start(Start chosen) {
        Settings.change(config, settings -> settings.withStart(chosen.text()));
    }

    /// Keeps what is shown for the next time.
    ///
    /// @param name that of the saved view that it began with; absent for the standard view
    /// @throws ProblemException with [org.roamledger.problem.Problem.FileNotWritable]
    public void keepLast(@Nullable String name, ViewState state) {
        var view = NamedView.of(name == null ? NamedView.STANDARD : name, state);
        PrivateFile.write(last(), ViewJson.write(view).getBytes(StandardCharsets.UTF_8));
    }

    private Path last() {
        return config.resolve("last" + ViewFolder.ENDING);
    }
}
