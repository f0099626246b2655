package org.roamledger.ui;

import static org.roamledger.ui.OpenWindow.doOnScreen;
import static org.roamledger.ui.OpenWindow.until;
import static org.roamledger.ui.Screens.dialog;
import static org.roamledger.ui.Screens.page;

import javafx.application.Platform;
import javafx.scene.control.TableView;
import javafx.scene.layout.Pane;

import org.roamledger.problem.Problem;
import org.roamledger.ui.Screens.Screen;
import org.roamledger.ui.base.Command;
import org.roamledger.ui.base.Sources.Connection;
import org.roamledger.ui.base.Sources.Given;
import org.roamledger.ui.base.Sources.SourceStatus;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// The care of the store, and trouble that nobody asked for.
final class CareScreens {

    private static final Path STORE = Path.of("sessions.roamledger");

    static final List<Screen> ALL =
            List.of(
                    dialog("backups", CareScreens::backups),
                    dialog("backups-restore", CareScreens::restore),
                    dialog("store-damaged", CareScreens::damaged, Screens::awaitRows),
                    page("store-rebuilt", CareScreens::rebuilt, CareScreens::told),
                    dialog("fault", CareScreens::fault),
                    dialog("connection-given", CareScreens::given, CareScreens::connection),
                    dialog("sources-given", CareScreens::given, CareScreens::sources));

    private CareScreens() {}

    private static void backups(OpenWindow window) {
        Screens.awaitRows(window);
        window.choose(Command.BACKUPS);
        window.awaitPopup("#backups");
        until(() -> !window.<TableView<?>>findInPopup("#backups").getItems().isEmpty());
    }

    private static void restore(OpenWindow window) {
        backups(window);
        // It waits for the answer.
        Platform.runLater(() -> window.pressInPopup("#care-restore"));
        window.awaitPopup("#care-restore-yes");
    }

    private static void damaged(CannedEngine engine) {
        engine.upkeep.damage = new Problem.StoreDamaged(STORE, "checksum, byte 65536");
    }

    private static void rebuilt(CannedEngine engine) {
        engine.upkeep.told =
                List.of(
                        new Problem.StoreRebuilt(
                                STORE,
                                Path.of("sessions-damaged-20261102T081500Z.roamledger"),
                                CannedEngine.NOW.minus(Duration.ofDays(1))));
    }

    private static void given(CannedEngine engine) {
        var first = engine.sources.getFirst();
        engine.sources =
                List.of(
                        new SourceStatus(
                                first.name(),
                                first.url(),
                                first.dataAsOf(),
                                null,
                                first.sessions(),
                                first.triedAt(),
                                true),
                        engine.sources.getLast());
        engine.connection =
                new Connection(
                        "proxy.example.com:8080",
                        null,
                        Path.of("/etc/roamledger/company.pem"),
                        new Given(true, true));
    }

    private static void sources(OpenWindow window) {
        Screens.awaitRows(window);
        window.choose(Command.MANAGE_SOURCES);
        window.awaitPopup("#test-source");
    }

    private static void connection(OpenWindow window) {
        Screens.awaitRows(window);
        window.choose(Command.CONNECTION);
        window.awaitPopup("#connection-given");
        until(() -> window.findInPopup("#connection-given").isManaged());
    }

    private static void told(OpenWindow window) {
        Screens.awaitRows(window);
        until(() -> !window.<Pane>find("#notices").getChildren().isEmpty());
    }

    private static void fault(OpenWindow window) {
        Screens.awaitRows(window);
        Platform.runLater(
                () -> {
                    throw new IllegalStateException("for the picture");
                });
        window.awaitPopup("#trouble");
        doOnScreen(() -> {});
    }
}
