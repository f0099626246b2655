package org.roamledger.ui;

import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.ProblemException;
import org.roamledger.settings.OperatingSystem;
import org.roamledger.settings.Settings;
import org.roamledger.settings.WindowState;
import org.roamledger.ui.base.Engine;
import org.roamledger.ui.report.ColumnLayout;
import org.roamledger.ui.shell.FileDialogs;
import org.roamledger.ui.shell.Frame;
import org.roamledger.ui.shell.Kept;
import org.roamledger.ui.shell.Look;
import org.roamledger.views.KeptViews;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/// Opens the window on this computer's screen.
public final class Desktop {

    private static final Logger LOG = LoggerFactory.getLogger(Desktop.class);

    /// In pixels: for title bar, list of windows and dock.
    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 64, 128);

    private Desktop() {}

    /// How the window starts.
    ///
    /// @param view file of a view that is shown; absent for what is shown as a rule
    /// @param painted told when the window is seen, which then closes by itself once its sessions
    ///   are there; absent for a window that a person closes
    /// @param toFront told what brings the window to the front, with a view if there is one, on any
    ///   thread
    public record Start(
            @Nullable Path view,
            @Nullable Runnable painted,
            Consumer<Consumer<Optional<Path>>> toFront) {

        public static final Start USUAL = new Start(null, null, _ -> {});
    }

    /// Opens the window and waits until it is closed. To be called once in a process, not on the
    /// screen thread.
    ///
    /// @param engine shown first, closed with the window
    /// @param sample whether nothing in its store is real
    /// @param stores the stores that the window can show
    /// @param settings the user's folder of settings
    public static void open(
            Engine engine, boolean sample, App.Stores stores, Path settings, Start start) {
        var closed = new CountDownLatch(1);
        var kept = Settings.in(settings);
        var views = new KeptViews(settings);
        var opening = views.opening();
        var zone = engine.reportZone(Set.of());
        Platform.startup(
                () -> {
                    var stage = new Stage();
                    stage.getIcons().setAll(icons());
                    var app =
                            App.open(
                                    stage,
                                    engine,
                                    sample,
                                    new App.Surroundings(
                                            new Look(theme(kept.theme()), kept.language()),
                                            look -> keep(settings, look),
                                            kept(WindowState.in(settings)),
                                            state -> keep(settings, state),
                                            InstantSource.system(),
                                            zone,
                                            FileDialogs.ofSystem(),
                                            Desktop::openPath,
                                            views,
                                            opening,
                                            stores));
                    if (start.view() != null) {
                        app.openView(start.view());
                    }
                    if (start.painted() != null) {
                        app.tryOut(start.painted());
                    }
                    start.toFront()
                            .accept(
                                    asked ->
                                            Platform.runLater(
                                                    () -> {
                                                        bringToFront(stage);
                                                        asked.ifPresent(app::openView);
                                                    }));
                    stage.showingProperty()
                            .subscribe(
                                    showing -> {
                                        if (!showing) {
                                            closed.countDown();
                                        }
                                    });
                });
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
    }

    private static List<Image> icons() {
        return ICON_SIZES.stream()
                .map(size -> Desktop.class.getResource("icon/roamledger-" + size + ".png"))
                .map(icon -> new Image(Objects.requireNonNull(icon).toExternalForm()))
                .toList();
    }

    private static void bringToFront(Stage stage) {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    private static Look.Theme theme(String name) {
        return switch (name) {
            case "light" -> Look.Theme.LIGHT;
            case "dark" -> Look.Theme.DARK;
            case "high_contrast" -> Look.Theme.HIGH_CONTRAST;
            default -> Look.Theme.SYSTEM;
        };
    }

    private static void keep(Path settings, Look look) {
        Settings.change(
                settings,
                kept -> kept.with(look.theme().name().toLowerCase(Locale.ROOT), look.language()));
    }

    private static Kept kept(WindowState state) {
        return new Kept(
                ColumnLayout.of(state.columns()),
                state.detailOpen(),
                state.detailWidth(),
                state.filtersOpen(),
                state.filtersWidth(),
                Frame.of(state.frame()).orElse(null));
    }

    /// A window that cannot be kept is closed all the same.
    private static void keep(Path settings, Kept left) {
        try {
            new WindowState(
                            left.columns().text(),
                            left.detailOpen(),
                            (int) Math.round(left.detailWidth()),
                            left.filtersOpen(),
                            (int) Math.round(left.filtersWidth()),
                            left.frame() == null ? "" : left.frame().text())
                    .keep(settings);
        } catch (ProblemException e) {
            LOG.warn("The window is not kept as it was left: {}", e.problem());
        }
    }

    /// A file by the program for its kind, a folder by the file browser: JavaFX knows neither, and
    /// AWT may not run beside it.
    private static void openPath(Path path) {
        var opener =
                switch (OperatingSystem.current()) {
                    case WINDOWS -> "explorer";
                    case MAC -> "open";
                    case LINUX -> "xdg-open";
                };
        try {
            new ProcessBuilder(opener, path.toAbsolutePath().toString()).start();
        } catch (IOException e) {
            LOG.warn("Nothing opens files: {}", e.getMessage());
        }
    }
}
