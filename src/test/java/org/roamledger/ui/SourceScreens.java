package org.roamledger.ui;

import static org.roamledger.ui.OpenWindow.doOnScreen;
import static org.roamledger.ui.OpenWindow.until;
import static org.roamledger.ui.Screens.dialog;
import static org.roamledger.ui.Screens.page;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.TitledPane;

import org.roamledger.problem.Problem;
import org.roamledger.ui.Screens.Screen;
import org.roamledger.ui.base.Command;
import org.roamledger.ui.base.Sources.Schedule;
import org.roamledger.ui.base.Sources.SourceStatus;

import java.time.Duration;
import java.util.List;

/// How sources are shown when they are well, ill and not there, and the sample.
final class SourceScreens {

    static final List<Screen> ALL =
            List.of(
                    page("health", SourceScreens::ofAllKinds, Screens::awaitRows),
                    dialog("health-sources", SourceScreens::ofAllKinds, SourceScreens::sources),
                    dialog("health-history", SourceScreens::ofAllKinds, SourceScreens::history),
                    dialog("source-hubs", SourceScreens::hubs),
                    dialog("source-edit", SourceScreens::edit),
                    page("offline", SourceScreens::offline, Screens::awaitRows),
                    page("sample", Screens::withoutSources, SourceScreens::sample),
                    page("sample-closed", Screens::withoutSources, SourceScreens::sampleClosed));

    private SourceScreens() {}

    private static void ofAllKinds(CannedEngine engine) {
        engine.sources = ofAllKinds();
        engine.schedule = new Schedule(true, 60);
    }

    private static void offline(CannedEngine engine) {
        engine.sources = ofAllKinds().stream().map(SourceScreens::offline).toList();
    }

    private static void sources(OpenWindow window) {
        Screens.awaitRows(window);
        window.choose(Command.MANAGE_SOURCES);
    }

    private static void history(OpenWindow window) {
        sources(window);
        doOnScreen(() -> window.pressInPopup("#source-history"));
        window.awaitPopup("#history");
    }

    private static void edit(OpenWindow window) {
        sources(window);
        doOnScreen(() -> window.pressInPopup("#edit-source"));
        window.awaitPopup("#source-url");
    }

    private static void hubs(OpenWindow window) {
        window.choose(Command.ADD_SOURCE);
        window.awaitPopup("#source-hubs");
        doOnScreen(() -> window.<TitledPane>findInPopup("#source-hubs").setExpanded(true));
    }

    private static void sampleClosed(OpenWindow window) {
        sample(window);
        window.choose(Command.ADD_SOURCE);
    }

    private static void sample(OpenWindow window) {
        Screens.awaitFirstRun(window);
        doOnScreen(() -> window.<ButtonBase>find("#empty-sample").fire());
        until(() -> window.stage.getScene().lookup("#sample-bar") != null);
        Screens.awaitRows(window);
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
}
