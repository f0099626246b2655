package org.roamledger.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Engine;
import org.roamledger.ui.base.Engine.SyncLine;
import org.roamledger.ui.base.Lane;
import org.roamledger.ui.shell.FileDialogs;
import org.roamledger.ui.shell.Kept;
import org.roamledger.ui.shell.Look;
import org.roamledger.ui.shell.MainWindow;
import org.roamledger.ui.shell.WindowModel;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Puts the window together, and takes it apart.
///
/// Confined to the screen thread.
public final class App implements AutoCloseable {

    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private final Stage stage;
    private final Engine engine;
    private final Surroundings surroundings;
    private final Background background = Background.ofThreads();
    private final WindowModel model;
    private Look look;
    private @Nullable MainWindow window;

    /// What the window finds around it.
    ///
    /// @param look how it looks at first
    /// @param keepLook told a look that the person chose, to be kept for the next time
    /// @param kept how it was left the last time
    /// @param keep told how it is left
    /// @param clock says what day it is and how old data is
    /// @param zone zone in which the day begins: that of the reports
    /// @param dialogs asks for files
    /// @param showFolder shows a folder in the system's own way
    /// @param sample brings sample sessions, with a source of their own; absent if there are none.
    ///   Runs off the screen thread
    public record Surroundings(
            Look look,
            Consumer<Look> keepLook,
            Kept kept,
            Consumer<Kept> keep,
            InstantSource clock,
            ZoneId zone,
            FileDialogs dialogs,
            Consumer<Path> showFolder,
            Lane.@Nullable Work<List<SyncLine>> sample) {}

    private App(Stage stage, Engine engine, Surroundings surroundings) {
        this.stage = stage;
        this.engine = engine;
        this.surroundings = surroundings;
        this.look = surroundings.look();
        model =
                new WindowModel(
                        engine,
                        background,
                        surroundings.clock(),
                        surroundings.zone(),
                        surroundings.kept(),
                        surroundings.showFolder());
    }

    /// Opens the window. Closing it closes the engine.
    public static App open(Stage stage, Engine engine, Surroundings surroundings) {
        for (var face : List.of("Regular", "Medium", "Bold")) {
            Font.loadFont(resource("fonts/Roboto-" + face + ".ttf"), 13);
        }
        var app = new App(stage, engine, surroundings);
        app.show();
        return app;
    }

    private void show() {
        Platform.getPreferences().colorSchemeProperty().subscribe(_ -> applyTheme());
        var first = build();
        var scene = new Scene(first, WIDTH, HEIGHT);
        scene.getStylesheets().add(resource("roamledger.css"));
        stage.setScene(scene);
        stage.setMinWidth(1000);
        stage.setMinHeight(600);
        stage.setOnHidden(_ -> close());
        stage.show();
        first.focusTable();
    }

    private MainWindow build() {
        var built =
                new MainWindow(
                        model,
                        look,
                        surroundings.clock(),
                        surroundings.dialogs(),
                        surroundings.sample(),
                        this::change,
                        stage::hide);
        stage.setTitle(built.title());
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
            stage.getScene().setRoot(build());
        }
    }

    private void applyTheme() {
        var dark =
                switch (look.theme()) {
                    case DARK -> true;
                    case LIGHT -> false;
                    case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
                };
        var theme = dark ? new PrimerDark() : new PrimerLight();
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
    }

    private void closeWindow() {
        if (window != null) {
            window.close();
            window = null;
        }
    }

    /// In the opposite order of construction.
    @Override
    public void close() {
        surroundings.keep().accept(model.kept());
        closeWindow();
        background.close();
        engine.close();
    }

    private static String resource(String name) {
        return Objects.requireNonNull(App.class.getResource(name), name).toExternalForm();
    }
}
