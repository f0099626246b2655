package org.roamledger.ui;

import static org.roamledger.ui.OpenWindow.doOnScreen;
import static org.roamledger.ui.OpenWindow.until;

import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;

import org.roamledger.problem.Problem;
import org.roamledger.ui.base.Command;
import org.roamledger.ui.base.Sources.Connection;
import org.roamledger.ui.base.Sources.SourceStatus;
import org.roamledger.ui.shell.Look;
import org.roamledger.wire.mapping.EnergyUnit;
import org.roamledger.wire.mapping.TaxBasis;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Every screen and dialog of the window, each in the states worth looking at: the one list from
/// which the screenshots are drawn and over which the tests of all screens walk.
///
/// A new screen is a line in [#OWN], or in the list of its feature.
public final class Screens {

    /// In logical pixels.
    public record Size(int width, int height) {}

    /// The smallest screen that has to do.
    public static final Size SMALL = new Size(1280, 720);

    /// @param name of its picture
    /// @param size of the main window in its picture
    /// @param before prepares what the window finds
    /// @param open brings it onto the screen in a window that has just been opened
    /// @param above whether it stands in a window of its own above the main one
    public record Screen(
            String name,
            Size size,
            Consumer<CannedEngine> before,
            Consumer<OpenWindow> open,
            boolean above) {

        Screen inSize(int width, int height) {
            return new Screen(name, new Size(width, height), before, open, above);
        }

        /// The window with this screen; the person who asked closes it.
        public OpenWindow show(Look look, int width, int height) {
            var engine = new CannedEngine();
            before.accept(engine);
            var window = OpenWindow.of(engine, look, width, height);
            open.accept(window);
            if (above) {
                until(window::hasPopup);
            }
            return window;
        }

        public Scene scene(OpenWindow window) {
            return above ? window.popupScene() : window.stage.getScene();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Screen> OWN =
            List.of(
                    page("first-run", Screens::withoutSources, Screens::awaitFirstRun),
                    page("sessions", Screens::sessions),
                    page("window", Screens::sessions).inSize(1600, 1000),
                    page("no-match", Screens::noMatch),
                    page("problem", Screens::problem),
                    page("loading", engine -> engine.gate = new CountDownLatch(1), _ -> {}),
                    dialog("columns", command(Command.COLUMNS)),
                    page("details-values", window -> details(window, 0)),
                    page(
                            "details-findings",
                            window -> details(window, "#without-transaction-id", 1)),
                    page("details-station", window -> details(window, 2)),
                    page("details-record", window -> details(window, 3)),
                    page("details-versions", window -> details(window, 4)),
                    page("stations", Screens::stations),
                    page(
                            "stations-none",
                            engine -> engine.stations = new CannedStations(List.of(), List.of()),
                            command(Command.STATIONS)),
                    page(
                            "stations-failed",
                            engine -> engine.stationsProblem = busy(),
                            command(Command.STATIONS)),
                    dialog("stations-change", stationsThen("#stations-change")),
                    dialog("organisation", stationsThen("#organisation-add")),
                    dialog("rejects", Screens::rejects),
                    dialog("mapping-open", Screens::mapping),
                    dialog("mapping", Screens::mappingAnswered),
                    dialog("sources", Screens::withTrouble, command(Command.MANAGE_SOURCES)),
                    dialog("sources-tested", Screens::withTrouble, Screens::sourcesTested),
                    dialog("gone", Screens::withTrouble, Screens::gone),
                    page("gone-notice", Screens::withTrouble, Screens::goneNotice),
                    dialog("source-wrong", Screens::sourceWrong),
                    dialog("source-tested", Screens::sourceTested),
                    dialog("source-oicp", Screens::sourceOicp),
                    page("palette", Screens::palette),
                    dialog("help", command(Command.HELP)),
                    dialog("about", command(Command.ABOUT)),
                    dialog("connection", command(Command.CONNECTION)),
                    dialog("connection-wrong", Screens::withProxy, Screens::connectionWrong));

    private Screens() {}

    /// A feature with many screens has a list of its own. Not a constant, as those lists are made
    /// with what is here.
    public static List<Screen> all() {
        return Stream.of(
                        OWN,
                        TableScreens.ALL,
                        FilterScreens.ALL,
                        ChartScreens.ALL,
                        SettlementScreens.ALL,
                        SourceScreens.ALL,
                        CareScreens.ALL,
                        ViewScreens.ALL)
                .flatMap(List::stream)
                .toList();
    }

    static Screen page(String name, Consumer<OpenWindow> open) {
        return page(name, _ -> {}, open);
    }

    static Screen page(String name, Consumer<CannedEngine> before, Consumer<OpenWindow> open) {
        return new Screen(name, SMALL, before, open, false);
    }

    static Screen dialog(String name, Consumer<OpenWindow> open) {
        return dialog(name, _ -> {}, open);
    }

    static Screen dialog(String name, Consumer<CannedEngine> before, Consumer<OpenWindow> open) {
        return new Screen(name, SMALL, before, open, true);
    }

    private static Consumer<OpenWindow> command(Command command) {
        return window -> {
            awaitRows(window);
            window.choose(command);
        };
    }

    private static Problem busy() {
        return new Problem.StoreBusy(Path.of("sessions.db"));
    }

    static void awaitRows(OpenWindow window) {
        until(() -> !window.<TableView<?>>find("#report").getItems().isEmpty());
    }

    static void withoutSources(CannedEngine engine) {
        engine.sources = List.of();
        engine.size = 0;
    }

    static void awaitFirstRun(OpenWindow window) {
        until(() -> window.stage.getScene().lookup(".step-card") != null);
    }

    /// With some rows selected.
    private static void sessions(OpenWindow window) {
        awaitRows(window);
        doOnScreen(
                () -> window.<TableView<?>>find("#report").getSelectionModel().selectRange(3, 6));
    }

    private static void noMatch(OpenWindow window) {
        awaitRows(window);
        doOnScreen(() -> window.<TextField>find("#search").setText("no such"));
        until(() -> window.<TableView<?>>find("#report").getItems().isEmpty());
    }

    private static void problem(OpenWindow window) {
        awaitRows(window);
        window.engine.loadProblem = busy();
        window.engine.sources =
                List.of(broken("Nordvolt back office"), window.engine.sources.getLast());
        doOnScreen(() -> window.<ButtonBase>find("#sync").fire());
        until(() -> window.find("#problem").isVisible());
    }

    private static SourceStatus broken(String name) {
        return new SourceStatus(
                name,
                "https://hub.vastkusten.example/ocpi/cpo/versions/2.2.1",
                CannedEngine.NOW.minus(Duration.ofHours(5)),
                new Problem.ServerUnreachable("https://hub.example", "timeout"),
                1_412_020);
    }

    /// A session that was changed, with one of the tabs.
    private static void details(OpenWindow window, int tab) {
        details(window, "#changed-only", tab);
    }

    /// @param filter a tick that leaves few sessions
    private static void details(OpenWindow window, String filter, int tab) {
        awaitRows(window);
        doOnScreen(() -> window.<ButtonBase>find(filter).fire());
        until(() -> window.<TableView<?>>find("#report").getItems().size() < 100);
        doOnScreen(() -> window.<TableView<?>>find("#report").getSelectionModel().select(3));
        window.choose(Command.SHOW_DETAILS);
        until(() -> window.stage.getScene().lookup("#detail .tab-pane") != null);
        doOnScreen(() -> window.<TabPane>find("#detail .tab-pane").getSelectionModel().select(tab));
    }

    private static void stations(OpenWindow window) {
        command(Command.STATIONS).accept(window);
        until(() -> !window.<TableView<?>>find("#stations").getItems().isEmpty());
        doOnScreen(
                () -> window.<TableView<?>>find("#stations").getSelectionModel().selectRange(2, 5));
    }

    private static Consumer<OpenWindow> stationsThen(String button) {
        return window -> {
            stations(window);
            doOnScreen(() -> window.<ButtonBase>find(button).fire());
        };
    }

    private static void rejects(OpenWindow window) {
        awaitRows(window);
        until(() -> window.find("#rejected").isVisible());
        doOnScreen(() -> window.<Hyperlink>find("#rejected").fire());
        window.awaitPopup("#rejects");
        doOnScreen(
                () -> window.<TableView<?>>findInPopup("#rejects").getSelectionModel().select(1));
    }

    private static void mapping(OpenWindow window) {
        awaitRows(window);
        window.toImport = List.of(PartnerList.write(Path.of(System.getProperty("java.io.tmpdir"))));
        window.choose(Command.IMPORT);
        window.awaitPopup("#mapping-sample");
    }

    private static void mappingAnswered(OpenWindow window) {
        mapping(window);
        doOnScreen(
                () -> {
                    window.<ComboBox<EnergyUnit>>findInPopup("#mapping-unit")
                            .setValue(EnergyUnit.KWH);
                    window.<ComboBox<TaxBasis>>findInPopup("#mapping-basis")
                            .setValue(TaxBasis.GROSS);
                });
        until(() -> !window.<TableView<?>>findInPopup("#mapping-sample").getItems().isEmpty());
    }

    private static void withTrouble(CannedEngine engine) {
        var source = "Nordvolt back office";
        var gone = List.of("CDR-26100010", "CDR-26100011");
        engine.warnings =
                List.of(
                        new Problem.ClockDiffers(source, 7),
                        new Problem.GoneUpstream(source, 2, gone));
        engine.sources =
                List.of(
                        engine.sources.getFirst(),
                        broken("Västkusten hub"),
                        engine.sources.getLast());
    }

    private static void sourcesTested(OpenWindow window) {
        command(Command.MANAGE_SOURCES).accept(window);
        window.awaitPopup("#test-source");
        doOnScreen(() -> window.pressInPopup("#test-source"));
    }

    private static void gone(OpenWindow window) {
        sourcesTested(window);
        doOnScreen(
                () -> window.<MenuButton>findInPopup("#sync-source").getItems().getLast().fire());
        window.awaitPopup("#gone");
    }

    private static void goneNotice(OpenWindow window) {
        sourcesTested(window);
        doOnScreen(() -> window.<MenuButton>findInPopup("#sync-source").getItems().get(2).fire());
        until(() -> !window.<Pane>find("#notices").getChildren().isEmpty());
        until(() -> !window.hasPopup());
    }

    private static void sourceWrong(OpenWindow window) {
        command(Command.ADD_SOURCE).accept(window);
        doOnScreen(() -> window.pressInPopup("#source-add"));
    }

    private static void sourceTested(OpenWindow window) {
        command(Command.ADD_SOURCE).accept(window);
        doOnScreen(
                () -> {
                    window.<TextField>findInPopup("#source-name").setText("Hub");
                    window.<TextField>findInPopup("#source-url").setText("https://hub.example");
                    window.<TextField>findInPopup("#source-token").setText("secret");
                    window.pressInPopup("#source-test");
                });
    }

    private static void sourceOicp(OpenWindow window) {
        command(Command.ADD_SOURCE).accept(window);
        doOnScreen(
                () ->
                        window.<ComboBox<?>>findInPopup("#source-kind")
                                .getSelectionModel()
                                .select(1));
    }

    private static void palette(OpenWindow window) {
        command(Command.PALETTE).accept(window);
        doOnScreen(() -> window.<TextField>find("#palette-search").setText("s"));
    }

    private static void withProxy(CannedEngine engine) {
        engine.connection =
                new Connection("proxy.example.com:8080", "anna", Path.of("company.pem"));
    }

    private static void connectionWrong(OpenWindow window) {
        command(Command.CONNECTION).accept(window);
        doOnScreen(
                () -> {
                    window.<TextField>findInPopup("#connection-proxy").setText("proxy");
                    window.pressInPopup("#connection-keep");
                });
    }
}
