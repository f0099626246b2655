package org.roamledger.ui;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableView;

import org.roamledger.problem.Problem;
import org.roamledger.ui.base.Command;
import org.roamledger.ui.base.Engine.Schedule;
import org.roamledger.ui.base.Engine.SourceStatus;
import org.roamledger.ui.shell.Look;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Draws how sources are shown when they are well, ill and not there, and the sample.
final class SourceShots {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    private final Path folder;

    SourceShots(Path folder) {
        this.folder = folder;
    }

    /// One of each kind, the healthy first.
    private static List<SourceStatus> ofAllKinds() {
        var now = CannedEngine.NOW;
        return List.of(
                new SourceStatus(
                        "Nordvolt",
                        "https://ocpi.nordvolt.example/versions",
                        now.minusSeconds(300),
                        null,
                        8_412),
                new SourceStatus(
                        "Kustladd",
                        "https://kustladd.example/ocpi/versions",
                        now.minus(Duration.ofDays(3)),
                        null,
                        31_020),
                new SourceStatus(
                        "Västkusten hub",
                        "https://hub.vastkusten.example/ocpi/cpo/versions/2.2.1",
                        now.minus(Duration.ofHours(5)),
                        new Problem.TokenRefused("https://hub.vastkusten.example", 401),
                        1_412_020,
                        now.minusSeconds(600)),
                new SourceStatus(
                        "Stadsnät",
                        "https://stadsnat.example/versions",
                        null,
                        new Problem.ModuleMissing("Stadsnät", "Stations"),
                        0,
                        now.minusSeconds(600)),
                new SourceStatus("Imported files", null, now.minusSeconds(259_200), null, 1_204));
    }

    private static SourceStatus offline(SourceStatus source) {
        return source.url() == null
                ? source
                : new SourceStatus(
                        source.name(),
                        source.url(),
                        CannedEngine.NOW.minus(Duration.ofHours(20)),
                        new Problem.ServerUnreachable(source.url(), "no route to host"),
                        source.sessions(),
                        CannedEngine.NOW.minusSeconds(60));
    }

    private static void awaitRows(OpenWindow window) {
        OpenWindow.until(() -> !window.<TableView<?>>find("#report").getItems().isEmpty());
    }

    void health(String end, Look.Theme theme, Locale language) {
        var engine = new CannedEngine();
        engine.sources = ofAllKinds();
        engine.schedule = new Schedule(true, 60);
        try (var window = OpenWindow.of(engine, new Look(theme, language), WIDTH, HEIGHT)) {
            awaitRows(window);
            window.draw(folder.resolve("health" + end + ".png"));
            window.choose(Command.MANAGE_SOURCES);
            window.drawPopup(folder.resolve("health-sources" + end + ".png"));
            OpenWindow.doOnScreen(() -> window.pressInPopup("#source-history"));
            window.awaitPopup("#history");
            window.drawPopup(folder.resolve("health-history" + end + ".png"));
        }
    }

    void offline(String end, Look.Theme theme, Locale language) {
        var engine = new CannedEngine();
        engine.sources = ofAllKinds().stream().map(SourceShots::offline).toList();
        try (var window = OpenWindow.of(engine, new Look(theme, language), WIDTH, HEIGHT)) {
            awaitRows(window);
            window.draw(folder.resolve("offline" + end + ".png"));
        }
    }

    void sample(String end, Look.Theme theme, Locale language) {
        var engine = new CannedEngine();
        engine.sources = List.of();
        engine.size = 0;
        try (var window = OpenWindow.of(engine, new Look(theme, language), WIDTH, HEIGHT)) {
            OpenWindow.until(() -> window.stage.getScene().lookup("#empty-sample") != null);
            window.draw(folder.resolve("sample-first-run" + end + ".png"));
            OpenWindow.doOnScreen(() -> window.<ButtonBase>find("#empty-sample").fire());
            OpenWindow.until(() -> window.stage.getScene().lookup("#sample-bar") != null);
            awaitRows(window);
            window.draw(folder.resolve("sample" + end + ".png"));
            window.choose(Command.ADD_SOURCE);
            window.draw(folder.resolve("sample-closed" + end + ".png"));
        }
    }
}
