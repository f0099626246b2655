package org.roamledger.ui;

import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Control;
import javafx.scene.control.MenuBar;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.Command;
import org.roamledger.ui.base.Engine;
import org.roamledger.ui.base.Lane;
import org.roamledger.ui.base.Words;
import org.roamledger.ui.report.ReportTable;
import org.roamledger.ui.shell.FileDialogs;
import org.roamledger.ui.shell.Look;
import org.roamledger.views.KeptViews;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// The whole window over a canned engine, without a display.
public final class OpenWindow implements AutoCloseable {

    /// For a machine that has other work; who waits for what comes does not wait this long.
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static boolean started;

    /// Of the window opened last.
    private static volatile @Nullable Diary diary;

    public final CannedEngine engine;
    public final Stage stage;
    public final CannedEngine sample = new CannedEngine();
    public final List<Path> opened = new CopyOnWriteArrayList<>();
    public volatile Optional<Path> viewFile = Optional.empty();
    public volatile @Nullable Problem sampleProblem;

    /// Opening the sample waits for it.
    public volatile CountDownLatch sampleGate = new CountDownLatch(0);

    public volatile Optional<Path> exportTarget = Optional.empty();
    public volatile List<Path> toImport = List.of();

    private @Nullable App app;

    private OpenWindow(CannedEngine engine, Stage stage) {
        this.engine = engine;
        this.stage = stage;
    }

    public static OpenWindow of(CannedEngine engine, Look look, int width, int height) {
        return open(engine, engine, null, look, width, height);
    }

    /// A window over real stores; its canned engine has nothing but the folder of settings.
    public static OpenWindow over(Engine own, Lane.Work<Engine> sample) {
        return open(
                new CannedEngine(),
                own,
                sample,
                new Look(Look.Theme.LIGHT, Locale.ENGLISH),
                1600,
                1000);
    }

    private static OpenWindow open(
            CannedEngine engine,
            Engine own,
            Lane.@Nullable Work<Engine> sample,
            Look look,
            int width,
            int height) {
        start();
        return onScreen(
                () -> {
                    var stage = new Stage();
                    var window = new OpenWindow(engine, stage);
                    var stores =
                            new App.Stores(
                                    _ -> own, sample == null ? _ -> window.openSample() : sample);
                    window.app = App.open(stage, own, false, window.surroundings(look, stores));
                    stage.setX(0);
                    stage.setY(0);
                    stage.setWidth(width);
                    stage.setHeight(height);
                    diary = new Diary(stage);
                    return window;
                });
    }

    /// Opens the file of a view as one that is named on the command line.
    void openView(Path file) {
        doOnScreen(() -> Objects.requireNonNull(app).openView(file));
    }

    public static OpenWindow inEnglish(CannedEngine engine) {
        return of(engine, new Look(Look.Theme.LIGHT, Locale.ENGLISH), 1600, 1000);
    }

    private App.Surroundings surroundings(Look look, App.Stores stores) {
        var views = new KeptViews(engine.settings);
        return new App.Surroundings(
                look,
                _ -> {},
                engine.left,
                now -> engine.left = now,
                InstantSource.fixed(CannedEngine.NOW),
                CannedEngine.ZONE,
                new FileDialogs() {
                    @Override
                    public List<Path> toImport(Window owner, Words words) {
                        return toImport;
                    }

                    @Override
                    public Optional<Path> toLoadMapping(Window owner, Words words) {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<Path> toOpenView(Window owner, Words words) {
                        return viewFile;
                    }

                    @Override
                    public Optional<Path> toSaveView(Window owner, Words words, String name) {
                        return viewFile;
                    }

                    @Override
                    public Optional<Path> toCertificate(Window owner, Words words) {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<Path> toSaveMapping(Window owner, Words words, String name) {
                        return exportTarget;
                    }

                    @Override
                    public Optional<Path> toExport(Window owner, Words words, String name) {
                        return exportTarget;
                    }

                    @Override
                    public Optional<Path> toPicture(Window owner, Words words, String name) {
                        return exportTarget;
                    }

                    @Override
                    public Optional<Path> toSaveSettlement(Window owner, Words words, String name) {
                        return exportTarget;
                    }

                    @Override
                    public Optional<Path> toFolder(Window owner, Words words, String title) {
                        return exportTarget;
                    }

                    @Override
                    public Optional<Path> toLogo(Window owner, Words words) {
                        return exportTarget;
                    }

                    @Override
                    public Optional<Path> toSaveZip(Window owner, Words words, String name) {
                        return exportTarget;
                    }

                    @Override
                    public Optional<Path> toExportCsv(Window owner, Words words, String name) {
                        return exportTarget;
                    }
                },
                opened::add,
                views,
                views.opening(),
                stores);
    }

    private CannedEngine openSample() {
        var problem = sampleProblem;
        if (problem != null) {
            throw new ProblemException(problem);
        }
        var interrupted = false;
        while (sampleGate.getCount() > 0) {
            try {
                sampleGate.await();
            } catch (InterruptedException _) {
                // As work that comes to its end although it was stopped.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return sample;
    }

    public static synchronized void start() {
        if (!started) {
            Platform.startup(() -> {});
            Platform.setImplicitExit(false);
            started = true;
        }
    }

    public static <T> T onScreen(Supplier<T> work) {
        var done = new CompletableFuture<T>();
        Platform.runLater(
                () -> {
                    try {
                        done.complete(work.get());
                    } catch (RuntimeException | Error e) {
                        done.completeExceptionally(e);
                    }
                });
        try {
            return done.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void doOnScreen(Runnable work) {
        onScreen(
                () -> {
                    work.run();
                    return true;
                });
    }

    /// Waits until something has become so on the screen.
    public static void until(BooleanSupplier so) {
        until(so, () -> "it never became so");
    }

    /// Waits until nothing is left of something, and else tells what is.
    public static void untilEmpty(Supplier<? extends Collection<?>> left) {
        var seen = new AtomicReference<Object>();
        until(
                () -> {
                    var now = left.get();
                    seen.set(now);
                    return now.isEmpty();
                },
                () -> "there still is " + seen);
    }

    private static void until(BooleanSupplier so, Supplier<String> otherwise) {
        var patience = System.nanoTime() + PATIENCE.toNanos();
        while (!onScreen(() -> isSo(so))) {
            if (System.nanoTime() > patience) {
                throw new AssertionError(otherwise.get() + "\n" + diary);
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /// What is not there yet may come.
    private static boolean isSo(BooleanSupplier so) {
        try {
            return so.getAsBoolean();
        } catch (NotThere _) {
            return false;
        }
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // the caller knows what it looks for
    public <T extends Node> T find(String selector) {
        return find(stage.getScene(), selector);
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // the caller knows what it looks for
    private static <T extends Node> T find(Scene scene, String selector) {
        @Nullable Node found = scene.lookup(selector);
        if (found == null) {
            throw new NotThere(selector);
        }
        @SuppressWarnings("unchecked")
        var node = (T) found;
        return node;
    }

    private static final class NotThere extends AssertionError {

        NotThere(String what) {
            super("nothing is " + what);
        }
    }

    /// Whether what is pressed comes to the node with this id. A control without its skin, which it
    /// gets with the next pulse, has the focus but does not hear any key yet.
    public boolean hasKeys(String id) {
        return hasKeys(stage.getScene(), id);
    }

    /// As [#hasKeys], in the window on top of this one.
    public boolean hasKeysInPopup(String id) {
        return hasKeys(popupScene(), id);
    }

    private static boolean hasKeys(Scene scene, String id) {
        var owner = scene.getFocusOwner();
        return scene.getWindow().isFocused()
                && owner != null
                && id.equals(owner.getId())
                && !(owner instanceof Control control && control.getSkin() == null);
    }

    /// Opens the filter of a column as Alt+Down on it does.
    public void openFilter(String column) {
        doOnScreen(
                () -> {
                    var table = this.<ReportTable>find("#report");
                    table.filter(ReportColumn.ofKey(column).orElseThrow());
                });
        awaitPopup("#header-filter");
    }

    /// Draws the window into a PNG file.
    public void draw(Path file) {
        draw(stage.getScene(), file);
    }

    /// Draws what stands above the window.
    public void drawPopup(Path file) {
        draw(popupScene(), file);
    }

    static void draw(Scene scene, Path file) {
        SmallPng.write(snapshot(scene), file);
    }

    /// What is seen once popups, hover and scroll bars have come to rest.
    static WritableImage snapshot(Scene scene) {
        doOnScreen(
                () -> {
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                });
        try {
            Thread.sleep(400);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return onScreen(() -> scene.snapshot(null));
    }

    /// The window on top of this one.
    private Window popup() {
        var all = popups();
        if (all.isEmpty()) {
            throw new NotThere("above the window");
        }
        return all.getLast();
    }

    public boolean hasPopup() {
        return !popups().isEmpty();
    }

    public Scene popupScene() {
        return popup().getScene();
    }

    /// Waits until something stands in the window on top of this one.
    public void awaitPopup(String selector) {
        until(
                () ->
                        popups().stream()
                                .anyMatch(window -> window.getScene().lookup(selector) != null));
    }

    private List<Window> popups() {
        return Window.getWindows().stream()
                .filter(window -> !stage.equals(window) && window.isShowing())
                .toList();
    }

    public void closePopup() {
        until(this::hasPopup);
        doOnScreen(() -> popup().hide());
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // the caller knows what it looks for
    public <T extends Node> T findInPopup(String selector) {
        return find(popup().getScene(), selector);
    }

    public void pressInPopup(String selector) {
        ((ButtonBase) popup().getScene().lookup(selector)).fire();
    }

    /// Presses a key where a node has the focus; on the screen thread.
    public void press(String selector, KeyCode key, boolean alt) {
        var node = find(selector);
        node.requestFocus();
        Event.fireEvent(
                node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, alt, false));
    }

    /// Chooses an item of the menu bar.
    public void choose(Command command) {
        doOnScreen(
                () -> {
                    var chosen =
                            this.<MenuBar>find(".menu-bar").getMenus().stream()
                                    .flatMap(menu -> menu.getItems().stream())
                                    .filter(item -> command.name().equals(item.getId()))
                                    .findAny()
                                    .orElseThrow();
                    if (chosen instanceof CheckMenuItem check) {
                        check.setSelected(!check.isSelected());
                    }
                    chosen.fire();
                });
    }

    @Override
    public void close() {
        engine.gate.countDown();
        doOnScreen(stage::hide);
    }
}
