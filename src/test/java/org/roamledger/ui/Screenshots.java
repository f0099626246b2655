package org.roamledger.ui;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;

import org.roamledger.export.PictureExport;
import org.roamledger.problem.Problem;
import org.roamledger.report.Chart;
import org.roamledger.ui.base.Command;
import org.roamledger.ui.base.Engine.Connection;
import org.roamledger.ui.base.Engine.Picture;
import org.roamledger.ui.base.Engine.SourceStatus;
import org.roamledger.ui.filter.Preset;
import org.roamledger.ui.shell.Look;
import org.roamledger.ui.shell.Look.Theme;
import org.roamledger.wire.mapping.EnergyUnit;
import org.roamledger.wire.mapping.TaxBasis;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// Draws the window in many states into a folder, to be looked at.
///
/// The folder is the first argument; the others are beginnings of the names that are wanted, else
/// all are. Run it with the system properties that the tests of screens have.
final class Screenshots {

    private static final Locale SWEDISH = Locale.of("sv", "SE");

    private final Path folder;

    private final List<String> wanted;

    private Screenshots(Path folder, List<String> wanted) {
        this.folder = folder;
        this.wanted = wanted;
    }

    public static void main(String[] args) {
        var wanted = List.of(args).subList(1, args.length);
        new Screenshots(Path.of(args[0]), wanted).draw();
        System.exit(0);
    }

    private void draw() {
        shot("window-light", () -> rows("window-light", Theme.LIGHT, Locale.ENGLISH, 1600, 1000));
        shot("window-dark", () -> rows("window-dark", Theme.DARK, Locale.ENGLISH, 1600, 1000));
        shot("window-small", () -> rows("window-small", Theme.LIGHT, Locale.ENGLISH, 1280, 720));
        shot("window-swedish", () -> rows("window-swedish", Theme.LIGHT, SWEDISH, 1280, 720));
        shot("no-sources", this::noSources);
        shot("no-match", this::noMatch);
        shot("failed", this::failed);
        shot("loading", this::loading);
        shot("columns", this::columns);
        shot("sources-light", () -> sources("-light", Theme.LIGHT, Locale.ENGLISH));
        shot("sources-dark", () -> sources("-dark", Theme.DARK, Locale.ENGLISH));
        shot("sources-swedish", () -> sources("-swedish", Theme.LIGHT, SWEDISH));
        shot("stations", this::stations);
        shot("charts-light", () -> charts("charts-light", Theme.LIGHT, Locale.ENGLISH, 1600, 1000));
        shot("charts-dark", () -> charts("charts-dark", Theme.DARK, Locale.ENGLISH, 1280, 720));
        shot("charts-german", () -> charts("charts-german", Theme.LIGHT, Locale.GERMAN, 1280, 720));
        shot("charts-large", () -> charts("charts-large", Theme.DARK, SWEDISH, 2560, 1400));
        shot("charts-table", this::chartsAsTables);
        shot("charts-picture", this::chartPictures);
        shot("detail-light", () -> detail("detail-light", Theme.LIGHT, Locale.ENGLISH, 0));
        shot("detail-dark", () -> detail("detail-dark", Theme.DARK, Locale.ENGLISH, 1));
        shot("detail-swedish", () -> detail("detail-swedish", Theme.LIGHT, SWEDISH, 2));
        shot("rejects-light", () -> rejects("rejects-light", Theme.LIGHT, SWEDISH));
        shot("rejects-dark", () -> rejects("rejects-dark", Theme.DARK, Locale.ENGLISH));
        shot("mapping-light", () -> mapping("mapping-light", Theme.LIGHT, Locale.ENGLISH));
        shot("mapping-dark", () -> mapping("mapping-dark", Theme.DARK, Locale.ENGLISH));
        shot("mapping-swedish", () -> mapping("mapping-swedish", Theme.LIGHT, SWEDISH));
    }

    /// Draws what is wanted: all, or what begins as one of the arguments says.
    private void shot(String name, Runnable draw) {
        if (wanted.isEmpty() || wanted.stream().anyMatch(name::startsWith)) {
            draw.run();
        }
    }

    private void charts(String name, Theme theme, Locale language, int width, int height) {
        try (var window = openCharts(theme, language, width, height)) {
            window.draw(folder.resolve(name + ".png"));
            if (height < 1000) {
                OpenWindow.doOnScreen(() -> window.<ScrollPane>find(".charts-scroll").setVvalue(1));
                window.draw(folder.resolve(name + "-end.png"));
            }
        }
    }

    private static OpenWindow openCharts(Theme theme, Locale language, int width, int height) {
        var window = OpenWindow.of(new CannedEngine(), new Look(theme, language), width, height);
        awaitRows(window);
        OpenWindow.doOnScreen(
                () ->
                        window.<ComboBox<Preset>>find("#period-preset")
                                .setValue(Preset.THIS_QUARTER));
        window.choose(Command.SHOW_CHARTS);
        OpenWindow.until(() -> window.stage.getScene().lookup(".chart-bar") != null);
        return window;
    }

    private void chartsAsTables() {
        try (var window = openCharts(Theme.LIGHT, Locale.FRENCH, 1600, 1000)) {
            OpenWindow.doOnScreen(
                    () ->
                            window.stage.getScene().getRoot().lookupAll(".toggle-button").stream()
                                    .filter(button -> String.valueOf(button.getId()).startsWith("chart-table-"))
                                    .forEach(button -> ((ButtonBase) button).fire()));
            window.draw(folder.resolve("charts-table.png"));
        }
    }

    /// The files that are saved, by the real writer.
    private void chartPictures() {
        try (var window = openCharts(Theme.DARK, Locale.ENGLISH, 1280, 720)) {
            for (var chart : Chart.values()) {
                for (var end : List.of(".png", ".svg")) {
                    var target = folder.resolve("charts-picture-" + chart + end);
                    window.exportTarget = Optional.of(target);
                    var before = window.engine.pictures.size();
                    OpenWindow.doOnScreen(
                            () ->
                                    window.<MenuButton>find("#chart-more-" + chart)
                                            .getItems()
                                            .getFirst()
                                            .fire());
                    OpenWindow.until(() -> window.engine.pictures.size() > before);
                    switch (window.engine.pictures.getLast()) {
                        case Picture.Pixels(var width, var height, var argb) ->
                                PictureExport.png(width, height, argb, 192, target);
                        case Picture.Drawing(var svg) -> PictureExport.svg(svg, target);
                    }
                }
            }
        }
    }

    private void stations() {
        stations("stations-light", Theme.LIGHT, Locale.ENGLISH);
        stations("stations-dark", Theme.DARK, Locale.ENGLISH);
        stations("stations-swedish", Theme.LIGHT, SWEDISH);
        var empty = new CannedEngine();
        empty.stations = new CannedStations(List.of(), List.of());
        try (var window = openStations(empty, Theme.LIGHT, Locale.ENGLISH)) {
            window.draw(folder.resolve("stations-none.png"));
        }
        var broken = new CannedEngine();
        broken.stationsProblem = new Problem.StoreBusy(Path.of("sessions.db"));
        try (var window = openStations(broken, Theme.DARK, Locale.ENGLISH)) {
            window.draw(folder.resolve("stations-failed.png"));
        }
    }

    private void stations(String name, Theme theme, Locale language) {
        try (var window = openStations(new CannedEngine(), theme, language)) {
            OpenWindow.until(() -> !stationTable(window).getItems().isEmpty());
            OpenWindow.doOnScreen(() -> stationTable(window).getSelectionModel().selectRange(2, 5));
            window.draw(folder.resolve(name + ".png"));
            OpenWindow.doOnScreen(() -> window.<ButtonBase>find("#stations-change").fire());
            window.drawPopup(folder.resolve(name + "-change.png"));
            window.closePopup();
            OpenWindow.doOnScreen(() -> window.<ButtonBase>find("#organisation-add").fire());
            window.drawPopup(folder.resolve(name + "-organisation.png"));
            window.closePopup();
        }
    }

    private static TableView<?> stationTable(OpenWindow window) {
        return window.find("#stations");
    }

    private static OpenWindow openStations(CannedEngine engine, Theme theme, Locale language) {
        var window = OpenWindow.of(engine, new Look(theme, language), 1280, 720);
        awaitRows(window);
        window.choose(Command.STATIONS);
        return window;
    }

    /// A session that was changed, with one of the tabs.
    private void detail(String name, Theme theme, Locale language, int tab) {
        try (var window = OpenWindow.of(new CannedEngine(), new Look(theme, language), 1280, 720)) {
            awaitRows(window);
            OpenWindow.doOnScreen(() -> window.<ButtonBase>find("#changed-only").fire());
            OpenWindow.until(() -> window.<TableView<?>>find("#report").getItems().size() < 100);
            OpenWindow.doOnScreen(
                    () -> window.<TableView<?>>find("#report").getSelectionModel().select(3));
            window.choose(Command.SHOW_DETAILS);
            OpenWindow.until(() -> window.stage.getScene().lookup("#detail .tab-pane") != null);
            OpenWindow.doOnScreen(
                    () ->
                            window.<TabPane>find("#detail .tab-pane")
                                    .getSelectionModel()
                                    .select(tab));
            window.draw(folder.resolve(name + ".png"));
        }
    }

    private void rejects(String name, Theme theme, Locale language) {
        try (var window = OpenWindow.of(new CannedEngine(), new Look(theme, language), 1280, 720)) {
            awaitRows(window);
            OpenWindow.until(() -> window.find("#rejected").isVisible());
            OpenWindow.doOnScreen(() -> window.<Hyperlink>find("#rejected").fire());
            OpenWindow.doOnScreen(
                    () ->
                            window.<TableView<?>>findInPopup("#rejects")
                                    .getSelectionModel()
                                    .select(1));
            window.drawPopup(folder.resolve(name + ".png"));
            window.closePopup();
        }
    }

    private void mapping(String name, Theme theme, Locale language) {
        var engine = new CannedEngine();
        try (var window = OpenWindow.of(engine, new Look(theme, language), 1280, 720)) {
            awaitRows(window);
            window.toImport = List.of(PartnerList.write(folder));
            window.choose(Command.IMPORT);
            window.awaitPopup("#mapping-sample");
            window.drawPopup(folder.resolve(name + "-open.png"));
            OpenWindow.doOnScreen(
                    () -> {
                        window.<ComboBox<EnergyUnit>>findInPopup("#mapping-unit")
                                .setValue(EnergyUnit.KWH);
                        window.<ComboBox<TaxBasis>>findInPopup("#mapping-basis")
                                .setValue(TaxBasis.GROSS);
                    });
            OpenWindow.until(
                    () ->
                            !window.<TableView<?>>findInPopup("#mapping-sample")
                                    .getItems()
                                    .isEmpty());
            window.drawPopup(folder.resolve(name + ".png"));
        }
    }

    private void rows(String name, Theme theme, Locale language, int width, int height) {
        try (var window =
                OpenWindow.of(new CannedEngine(), new Look(theme, language), width, height)) {
            awaitRows(window);
            if (width >= 1600) {
                OpenWindow.doOnScreen(() -> asReadersLikeIt(window));
            }
            window.draw(folder.resolve(name + ".png"));
        }
    }

    /// Without meter readings, by price, and some rows picked.
    private static void asReadersLikeIt(OpenWindow window) {
        var table = window.<TableView<?>>find("#report");
        table.getColumns().stream()
                .filter(column -> column.getId().startsWith("meter"))
                .toList()
                .forEach(column -> column.setVisible(false));
        table.getSelectionModel().selectRange(3, 6);
    }

    private static void awaitRows(OpenWindow window) {
        OpenWindow.until(() -> !window.<TableView<?>>find("#report").getItems().isEmpty());
    }

    private void noSources() {
        var engine = new CannedEngine();
        engine.sources = List.of();
        engine.size = 0;
        for (var theme : List.of(Theme.LIGHT, Theme.DARK)) {
            try (var window = OpenWindow.of(engine, new Look(theme, Locale.ENGLISH), 1280, 720)) {
                OpenWindow.until(() -> window.stage.getScene().lookup(".step-card") != null);
                window.draw(folder.resolve("no-sources-" + theme + ".png"));
            }
        }
    }

    private void noMatch() {
        try (var window = OpenWindow.inEnglish(new CannedEngine())) {
            awaitRows(window);
            OpenWindow.doOnScreen(() -> window.<TextField>find("#search").setText("no such"));
            OpenWindow.until(() -> window.<TableView<?>>find("#report").getItems().isEmpty());
            window.draw(folder.resolve("no-match.png"));
        }
    }

    private void failed() {
        var engine = new CannedEngine();
        try (var window = OpenWindow.of(engine, new Look(Theme.LIGHT, Locale.ENGLISH), 1280, 720)) {
            awaitRows(window);
            engine.loadProblem = new Problem.StoreBusy(Path.of("sessions.db"));
            var source = engine.sources.getFirst();
            engine.sources =
                    List.of(
                            new SourceStatus(
                                    source.name(),
                                    source.url(),
                                    CannedEngine.NOW.minus(Duration.ofHours(5)),
                                    new Problem.ServerUnreachable("https://x.example", "timeout"),
                                    8_412),
                            engine.sources.getLast());
            OpenWindow.doOnScreen(() -> window.<ButtonBase>find("#sync").fire());
            OpenWindow.until(() -> window.find("#problem").isVisible());
            window.draw(folder.resolve("failed.png"));
        }
    }

    private void loading() {
        var engine = new CannedEngine();
        engine.gate = new CountDownLatch(1);
        try (var window = OpenWindow.of(engine, new Look(Theme.DARK, Locale.ENGLISH), 1280, 720)) {
            window.draw(folder.resolve("loading.png"));
        }
    }

    private void columns() {
        try (var window =
                OpenWindow.of(
                        new CannedEngine(), new Look(Theme.LIGHT, Locale.ENGLISH), 1280, 720)) {
            awaitRows(window);
            OpenWindow.doOnScreen(
                    () -> {
                        window.<ButtonBase>find("#columns").fire();
                    });
            window.drawPopup(folder.resolve("columns.png"));
        }
    }

    private void sources(String end, Theme theme, Locale language) {
        var engine = new CannedEngine();
        engine.warnings =
                List.of(
                        new Problem.ClockDiffers("Nordvolt back office", 7),
                        new Problem.GoneUpstream(
                                "Nordvolt back office",
                                2,
                                List.of("CDR-26100010", "CDR-26100011")));
        var first = engine.sources.getFirst();
        engine.sources =
                List.of(
                        first,
                        new SourceStatus(
                                "Västkusten hub",
                                "https://hub.vastkusten.example/ocpi/cpo/versions/2.2.1",
                                CannedEngine.NOW.minus(Duration.ofHours(5)),
                                new Problem.ServerUnreachable("https://hub.example", "timeout"),
                                1_412_020),
                        engine.sources.getLast());
        try (var window = OpenWindow.of(engine, new Look(theme, language), 1280, 720)) {
            awaitRows(window);
            window.choose(Command.MANAGE_SOURCES);
            window.drawPopup(folder.resolve("sources" + end + ".png"));
            OpenWindow.doOnScreen(() -> window.pressInPopup("#test-source"));
            window.drawPopup(folder.resolve("sources-tested" + end + ".png"));
            var sync = window.<MenuButton>findInPopup("#sync-source");
            OpenWindow.doOnScreen(sync::show);
            window.drawPopup(folder.resolve("sources-menu" + end + ".png"));
            OpenWindow.doOnScreen(sync::hide);
            OpenWindow.doOnScreen(() -> sync.getItems().getLast().fire());
            window.awaitPopup("#gone");
            window.drawPopup(folder.resolve("gone" + end + ".png"));
            window.closePopup();
            OpenWindow.doOnScreen(() -> sync.getItems().get(2).fire());
            OpenWindow.until(() -> !window.<Pane>find("#notices").getChildren().isEmpty());
            window.draw(folder.resolve("gone-notice" + end + ".png"));
            window.choose(Command.ADD_SOURCE);
            OpenWindow.doOnScreen(() -> window.pressInPopup("#source-add"));
            window.drawPopup(folder.resolve("source-wrong" + end + ".png"));
            OpenWindow.doOnScreen(
                    () -> {
                        window.<TextField>findInPopup("#source-name").setText("Hub");
                        window.<TextField>findInPopup("#source-url").setText("https://hub.example");
                        window.<TextField>findInPopup("#source-token").setText("secret");
                        window.pressInPopup("#source-test");
                    });
            window.drawPopup(folder.resolve("source-tested" + end + ".png"));
            OpenWindow.doOnScreen(
                    () ->
                            window.<ComboBox<?>>findInPopup("#source-kind")
                                    .getSelectionModel()
                                    .select(1));
            window.drawPopup(folder.resolve("source-oicp" + end + ".png"));
            window.closePopup();
            window.choose(Command.CONNECTION);
            window.drawPopup(folder.resolve("connection" + end + ".png"));
            window.closePopup();
            engine.connection =
                    new Connection("proxy.example.com:8080", "anna", Path.of("company.pem"));
            window.choose(Command.CONNECTION);
            OpenWindow.doOnScreen(
                    () -> {
                        window.<TextField>findInPopup("#connection-proxy").setText("proxy");
                        window.pressInPopup("#connection-keep");
                    });
            window.drawPopup(folder.resolve("connection-wrong" + end + ".png"));
        }
    }
}
