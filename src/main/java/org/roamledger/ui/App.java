package org.roamledger.ui;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Faults;
import org.roamledger.problem.ProblemException;
import org.roamledger.ui.base.Activity;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Engine;
import org.roamledger.ui.base.Lane;
import org.roamledger.ui.base.Notice;
import org.roamledger.ui.base.Roomy;
import org.roamledger.ui.shell.ContentState;
import org.roamledger.ui.shell.FileDialogs;
import org.roamledger.ui.shell.Kept;
import org.roamledger.ui.shell.Look;
import org.roamledger.ui.shell.MainWindow;
import org.roamledger.ui.shell.StoreSwitch;
import org.roamledger.views.KeptViews;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Puts the window together, and takes it apart.
///
/// Confined to the screen thread.
public final class App implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(App.class);
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    /// What the window needs; in less it is scrolled.
    private static final double LEAST_WIDTH = 1000;

    private static final double LEAST_HEIGHT = 560;

    /// A screen of 1280 x 720 at twice the scale.
    private static final double LEAST_SEEN_WIDTH = 640;

    private static final double LEAST_SEEN_HEIGHT = 360;
    private static final int TICK_SECONDS = 5;

    private final Stage stage;
    private final Surroundings surroundings;
    private final Roomy room = new Roomy();
    private final Background background = Background.ofThreads();
    private final Activity moving = new Activity("activity.move", background.lane("move"));

    /// Closes what is not shown any more, without anybody having to wait for it.
    private final ExecutorService closing =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("closing").daemon().factory());

    private Opening opening = new Opening();

    private final ScheduledExecutorService ticks =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("ticks").daemon().factory());

    /// Kept while the sample is shown, so that the way back is short.
    private @Nullable Workplace own;

    private Workplace shown;
    private Look look;
    private @Nullable MainWindow window;
    private @Nullable StageFrame frame;
    private Subscription colours = Subscription.EMPTY;
    private final Thread.@Nullable UncaughtExceptionHandler handlerBefore =
            Thread.getDefaultUncaughtExceptionHandler();

    /// What the window finds around it.
    ///
    /// @param look how it looks at first
    /// @param keepLook told a look that the person chose, to be kept for the next time
    /// @param kept how it was left the last time
    /// @param keep told how it is left
    /// @param clock says what day it is and how old data is
    /// @param zone zone in which the day begins: that of the reports
    /// @param dialogs asks for files
    /// @param open opens a file or a folder in the system's own way
    /// @param views saved views and recent exports
    /// @param opening what is shown first of the user's own sessions
    /// @param stores the stores it can show
    public record Surroundings(
            Look look,
            Consumer<Look> keepLook,
            Kept kept,
            Consumer<Kept> keep,
            InstantSource clock,
            ZoneId zone,
            FileDialogs dialogs,
            Consumer<Path> open,
            KeptViews views,
            KeptViews.Opening opening,
            Stores stores) {}

    /// The ways to the stores that a window can show. They run off the screen thread.
    ///
    /// @param own opens the user's own store
    /// @param sample opens a store with nothing but sample sessions, and starts what they come
    ///   from; absent if there is none. Closing the engine ends that too
    public record Stores(Lane.Work<Engine> own, Lane.@Nullable Work<Engine> sample) {}

    private App(Stage stage, Engine engine, boolean sample, Surroundings surroundings) {
        this.stage = stage;
        this.surroundings = surroundings;
        this.look = surroundings.look();
        shown = new Workplace(engine, surroundings, sample);
        own = sample ? null : shown;
    }

    /// Opens the window. Closing it closes the engine.
    ///
    /// @param sample whether nothing in the engine's store is real
    public static App open(Stage stage, Engine engine, boolean sample, Surroundings surroundings) {
        for (var face : List.of("Regular", "Medium", "Bold")) {
            Font.loadFont(resource("/org/roamledger/fonts/Roboto-" + face + ".ttf"), 13);
        }
        var app = new App(stage, engine, sample, surroundings);
        app.show();
        return app;
    }

    private void show() {
        Thread.setDefaultUncaughtExceptionHandler((_, fault) -> tell(fault));
        var first = build();
        var screen = Screen.getPrimary().getVisualBounds();
        stage.setScene(
                new Scene(
                        room,
                        Math.min(WIDTH, screen.getWidth()),
                        Math.min(HEIGHT, screen.getHeight())));
        colours = Platform.getPreferences().subscribe(this::applyTheme);
        applyTheme();
        stage.setMinWidth(LEAST_SEEN_WIDTH);
        stage.setMinHeight(LEAST_SEEN_HEIGHT);
        frame = new StageFrame(stage, surroundings.kept().frame());
        stage.setOnHidden(_ -> close());
        stage.show();
        first.focusTable();
        var _ =
                ticks.scheduleWithFixedDelay(
                        () -> Platform.runLater(() -> shown.model().tick()),
                        TICK_SECONDS,
                        TICK_SECONDS,
                        TimeUnit.SECONDS);
    }

    /// On any thread.
    private void tell(Throwable fault) {
        var unexpected = Faults.unexpected(fault);
        LOG.error("Unexpected, reference {}", unexpected.reference(), fault);
        Platform.runLater(
                () -> {
                    if (window != null) {
                        window.tellFault(unexpected);
                    }
                });
    }

    private StoreSwitch storeSwitch() {
        if (shown.isSample()) {
            return new StoreSwitch(true, moving, this::useOwn);
        }
        var sample = surroundings.stores().sample();
        return new StoreSwitch(false, moving, sample == null ? null : () -> open(sample, true));
    }

    private void useOwn() {
        if (own == null) {
            open(surroundings.stores().own(), false);
        } else if (!moving.running().get()) {
            show(own);
        }
    }

    private void open(Lane.Work<Engine> way, boolean sample) {
        if (moving.running().get()) {
            return;
        }
        var now = new Opening();
        opening = now;
        moving.run(
                progress -> now.open(way, progress),
                opened -> opened.take().ifPresent(engine -> show(engine, sample)),
                problem -> {
                    closeLater(now::abandon);
                    shown.model().tell(Notice.failed("move.failed", problem));
                });
    }

    private void show(Engine engine, boolean sample) {
        var place = new Workplace(engine, surroundings, sample);
        own = sample ? own : place;
        show(place);
    }

    private void show(Workplace place) {
        var left = shown;
        closeWindow();
        shown = place;
        replaceWindow();
        if (left.isSample()) {
            closeLater(left::close);
        }
    }

    private void replaceWindow() {
        var built = build();
        // A split pane has what it divides only once it is styled, and only then can that have the
        // keys.
        built.applyCss();
        built.layout();
        built.focusTable();
    }

    private void closeLater(Runnable work) {
        // What was under way to the screen may come after the end.
        if (!closing.isShutdown()) {
            closing.execute(work);
        }
    }

    private MainWindow build() {
        var built =
                new MainWindow(
                        shown.model(),
                        look,
                        surroundings.clock(),
                        surroundings.dialogs(),
                        storeSwitch(),
                        this::change,
                        stage::hide);
        stage.setTitle(built.title());
        room.show(built, LEAST_WIDTH, LEAST_HEIGHT);
        window = built;
        return built;
    }

    private void change(UnaryOperator<Look> asked) {
        var before = look;
        look = asked.apply(before);
        surroundings.keepLook().accept(look);
        applyTheme();
        if (!look.language().equals(before.language())) {
            closeWindow();
            replaceWindow();
        }
    }

    private void applyTheme() {
        var system = Platform.getPreferences();
        var skin = Skin.of(look.theme(), system.getColorScheme(), Skin.isContrast(system));
        Application.setUserAgentStylesheet(skin.theme());
        stage.getScene().getStylesheets().setAll(skin.sheets());
    }

    private void closeWindow() {
        if (window != null) {
            window.close();
            window = null;
        }
    }

    /// Shows a view from its file, which is kept among the person's own.
    void openView(Path file) {
        shown.model().views().saved().openFile(file);
    }

    /// Tells when the window is seen for the first time, and closes it once its sessions are seen
    /// too.
    void tryOut(Runnable seen) {
        whenPainted(
                () -> {
                    seen.run();
                    hideOnceLoaded();
                });
    }

    private void hideOnceLoaded() {
        if (shown.model().content().get() == ContentState.FIRST_LOAD) {
            whenPainted(this::hideOnceLoaded);
        } else {
            whenPainted(stage::hide);
        }
    }

    /// A frame is painted between two pulses.
    private void whenPainted(Runnable then) {
        atPulse(() -> atPulse(() -> Platform.runLater(then)));
    }

    private void atPulse(Runnable then) {
        var scene = stage.getScene();
        scene.addPostLayoutPulseListener(
                new Runnable() {
                    @Override
                    public void run() {
                        scene.removePostLayoutPulseListener(this);
                        then.run();
                    }
                });
        Platform.requestNextPulse();
    }

    /// In the opposite order of construction.
    @Override
    public void close() {
        Thread.setDefaultUncaughtExceptionHandler(handlerBefore);
        keep();
        colours.unsubscribe();
        closeWindow();
        ticks.shutdownNow();
        background.close();
        opening.abandon();
        shown.close();
        if (own != null && !own.equals(shown)) {
            own.close();
        }
        closing.close();
    }

    /// A window that cannot be kept is closed all the same.
    private void keep() {
        var kept = own == null ? shown : own;
        surroundings.keep().accept(kept.model().kept(frame == null ? null : frame.now()));
        if (own != null) {
            try {
                own.model().keepViews();
            } catch (ProblemException e) {
                LOG.warn("What was shown last is not kept: {}", e.problem());
            }
        }
    }

    private static String resource(String name) {
        return Objects.requireNonNull(App.class.getResource(name), name).toExternalForm();
    }
}
