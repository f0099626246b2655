package org.roamledger.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamledger.ui.OpenWindow.doOnScreen;
import static org.roamledger.ui.OpenWindow.onScreen;
import static org.roamledger.ui.OpenWindow.until;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roamledger.problem.Problem;
import org.roamledger.session.Network;
import org.roamledger.ui.base.Sources.Connection;
import org.roamledger.ui.base.Sources.Hub;
import org.roamledger.ui.base.Sources.Login;
import org.roamledger.ui.base.Sources.NewSource;
import org.roamledger.ui.help.HelpTopic;
import org.roamledger.ui.shell.Look;
import org.testfx.api.FxRobot;

import java.util.List;
import java.util.Locale;

/// Sources and the way to them, with mouse and keyboard.
@Tag("screen")
class SourcesWindowTest {

    private final CannedEngine engine = new CannedEngine();
    private final FxRobot robot = new FxRobot();
    private OpenWindow window = OpenWindow.inEnglish(engine);

    @AfterEach
    void close() {
        window.close();
    }

    private void awaitRows() {
        until(() -> !window.<TableView<?>>find("#report").getItems().isEmpty());
    }

    @Test
    void aCloseScanListsWhatIsGone() {
        awaitRows();
        engine.warnings = List.of(new Problem.GoneUpstream("Nordvolt", 2, List.of("a", "b")));
        robot.push(KeyCode.CONTROL, KeyCode.D);
        window.awaitPopup("#sync-source");
        doOnScreen(() -> window.<MenuButton>findInPopup("#sync-source").getItems().get(2).fire());
        until(() -> window.find("#notices").lookup(".notification .button") != null);
        assertThat(engine.scanned).containsExactly("2026-10");
        robot.clickOn("Show gone sessions");
        window.awaitPopup("#gone");
        until(() -> window.<TableView<?>>findInPopup("#gone").getItems().size() == 2);
        window.closePopup();
    }

    @Test
    void aSourceIsChangedByKeysWithoutItsTokenBeingShown() {
        awaitRows();
        engine.accepts = true;
        robot.push(KeyCode.CONTROL, KeyCode.D);
        window.awaitPopup("#edit-source");
        doOnScreen(() -> window.findInPopup("#edit-source").requestFocus());
        until(() -> window.hasKeysInPopup("edit-source"));
        robot.type(KeyCode.SPACE);
        window.awaitPopup("#source-url");
        until(() -> window.hasKeysInPopup("source-url"));
        assertThat(onScreen(() -> window.<TextField>findInPopup("#source-token").getText()))
                .isEmpty();
        doOnScreen(
                () -> window.<TextField>findInPopup("#source-url").setText("https://new.example"));
        robot.type(KeyCode.ENTER);
        until(() -> !engine.changed.isEmpty());
        var changed = engine.changed.getFirst();
        assertThat(changed)
                .isEqualTo(
                        new NewSource(
                                changed.name(),
                                "https://new.example",
                                new Login.Token(""),
                                Network.HUBJECT,
                                "Nordvolt",
                                CannedEngine.ZONE,
                                new Hub("field:x_network", "SE*ABC", "DE*HUB")));
    }

    @Test
    void aDialogAboveAnotherIsExplainedToo() {
        awaitRows();
        robot.push(KeyCode.CONTROL, KeyCode.D);
        window.awaitPopup("#edit-source");
        doOnScreen(() -> window.pressInPopup("#edit-source"));
        window.awaitPopup("#source-url");
        until(() -> window.hasKeysInPopup("source-url"));
        robot.type(KeyCode.F1);
        window.awaitPopup("#help-topics");
        var topic =
                onScreen(
                        () ->
                                window.<ListView<HelpTopic>>findInPopup("#help-topics")
                                        .getSelectionModel()
                                        .getSelectedItem());
        assertThat(topic).isEqualTo(HelpTopic.SOURCES);
    }

    @Test
    void aProxyIsKept() {
        awaitRows();
        robot.push(KeyCode.CONTROL, KeyCode.T);
        window.awaitPopup("#connection-way");
        until(() -> !window.<Button>findInPopup("#connection-keep").isDisabled());
        doOnScreen(
                () -> {
                    window.<ComboBox<?>>findInPopup("#connection-way")
                            .getSelectionModel()
                            .select(2);
                    window.<TextField>findInPopup("#connection-proxy").setText("proxy.example:81");
                    window.pressInPopup("#connection-keep");
                });
        until(() -> engine.connection.equals(new Connection("proxy.example:81", null, null)));
    }

    @Test
    void nothingIsCutOffInTheDialogsInAnyLanguageAndEveryPartHasAName() {
        for (var language : List.of(Locale.ENGLISH, Locale.of("sv"))) {
            window.close();
            window = OpenWindow.of(engine, new Look(Look.Theme.LIGHT, language), 1280, 720);
            awaitRows();
            robot.push(KeyCode.CONTROL, KeyCode.D);
            window.awaitPopup("#test-source");
            doOnScreen(() -> window.pressInPopup("#test-source"));
            isGood("#test-source");
            robot.push(KeyCode.CONTROL, KeyCode.N);
            window.awaitPopup("#source-kind");
            isWhole("#source-kind");
            robot.push(KeyCode.CONTROL, KeyCode.T);
            window.awaitPopup("#connection-way");
            isGood("#connection-way");
        }
    }

    private void isGood(String part) {
        var root = onScreen(() -> window.findInPopup(part).getScene().getRoot());
        assertThat(onScreen(() -> WindowTest.nameless(root))).isEmpty();
        isWhole(part);
    }

    private void isWhole(String part) {
        var root = onScreen(() -> window.findInPopup(part).getScene().getRoot());
        until(() -> WindowTest.cutOff(root).isEmpty());
        window.closePopup();
    }
}
