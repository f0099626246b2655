package org.roamledger.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamledger.ui.OpenWindow.onScreen;
import static org.roamledger.ui.OpenWindow.until;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roamledger.problem.Problem;
import org.roamledger.session.KnownStation;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// The screen of organisations and stations as its users meet it.
@Tag("screen")
class StationsWindowTest {

    private final CannedEngine engine = new CannedEngine();
    private final FxRobot robot = new FxRobot();
    private OpenWindow window = OpenWindow.inEnglish(engine);

    @BeforeEach
    void awaitReport() {
        until(() -> !window.<TableView<?>>find("#report").getItems().isEmpty());
    }

    @AfterEach
    void close() {
        window.close();
    }

    private TableView<KnownStation> stations() {
        return window.find("#stations");
    }

    private void open() {
        robot.push(KeyCode.CONTROL, KeyCode.O);
        until(() -> stations().getItems().size() == 240);
        until(() -> window.find("#owners").isFocused());
    }

    private static Node inDialog(String selector) {
        return Objects.requireNonNull(
                Window.getWindows().getLast().getScene().lookup(selector), selector);
    }

    /// Whether a dialog is open and the keys are at one of its fields.
    private static boolean isDialogAt(String selector) {
        return isDialogOpen()
                && inDialog(selector)
                        .equals(Window.getWindows().getLast().getScene().getFocusOwner());
    }

    /// Types letters in lower case key by key: what is written as text goes to the window below.
    private void type(String text) {
        text.toUpperCase(Locale.ROOT)
                .chars()
                .mapToObj(letter -> letter == ' ' ? "Space" : Character.toString(letter))
                .forEach(key -> robot.type(KeyCode.getKeyCode(key)));
    }

    private static boolean isDialogOpen() {
        return Window.getWindows().size() > 1;
    }

    @Test
    void theKeyboardAloneGivesAStationWithoutOwnerToAnOrganisation() {
        open();
        robot.type(KeyCode.DOWN);
        until(() -> stations().getItems().size() == 48);
        OpenWindow.doOnScreen(() -> stations().requestFocus());
        robot.type(KeyCode.DOWN);
        until(() -> stations().getSelectionModel().getSelectedItems().size() == 1);
        robot.type(KeyCode.ENTER);
        until(() -> isDialogAt("#change-owner"));
        robot.push(KeyCode.CONTROL, KeyCode.A);
        type("kustladd");
        robot.type(KeyCode.ENTER);
        until(() -> !isDialogOpen());
        until(() -> stations().getItems().size() == 47);
        robot.type(KeyCode.ESCAPE);
        until(() -> window.find("#report").isFocused());
    }

    @Test
    void anOrganisationIsAddedBelowTheChosenOne() {
        open();
        robot.type(KeyCode.DOWN, KeyCode.DOWN);
        until(() -> !window.find("#organisation-edit").isDisabled());
        OpenWindow.doOnScreen(() -> window.find("#organisation-add").requestFocus());
        robot.type(KeyCode.SPACE);
        until(() -> isDialogAt("#organisation-name"));
        type("kust nord");
        robot.type(KeyCode.ENTER);
        until(() -> !isDialogOpen());
        assertThat(engine.organisations())
                .anyMatch(
                        organisation ->
                                organisation.name().equals("kust nord")
                                        && "Kustladd".equals(organisation.parent()));
    }

    @Test
    void aNameThatIsTakenIsSaidInTheDialog() {
        open();
        OpenWindow.doOnScreen(() -> window.find("#organisation-add").requestFocus());
        robot.type(KeyCode.SPACE);
        until(() -> isDialogAt("#organisation-name"));
        type("nordvolt");
        robot.type(KeyCode.ENTER);
        until(
                () ->
                        ((Labeled) inDialog("#organisation-problem"))
                                .getText()
                                .contains("already is an organisation"));
        robot.type(KeyCode.ESCAPE);
        until(() -> !isDialogOpen());
    }

    @Test
    void aListThatIsImportedIsShownAtOnce() {
        open();
        window.toImport = List.of(Path.of("list.csv"));
        engine.stations = new CannedStations(List.of(), engine.stations.stations().subList(0, 7));
        OpenWindow.doOnScreen(() -> window.find("#stations-import").requestFocus());
        robot.type(KeyCode.SPACE);
        until(() -> stations().getItems().size() == 7);
        assertThat(engine.imported).containsExactly(Path.of("list.csv"));
    }

    @Test
    void stationsThatCannotBeReadSayWhyAndCanBeTriedAgain() {
        engine.stationsProblem = new Problem.StoreBusy(Path.of("sessions.db"));
        robot.push(KeyCode.CONTROL, KeyCode.O);
        until(
                () ->
                        window.<Labeled>find("#stations-state")
                                .getText()
                                .equals("The stations could not be read."));
        engine.stationsProblem = null;
        OpenWindow.doOnScreen(() -> window.find("#stations-again").requestFocus());
        robot.type(KeyCode.SPACE);
        until(() -> stations().getItems().size() == 240);
    }

    @Test
    void everythingThatTakesTheKeyboardHasAName() {
        open();
        assertThat(onScreen(() -> nameless(window.find("#stations-pane")))).isEmpty();
        OpenWindow.doOnScreen(() -> stations().getSelectionModel().select(0));
        OpenWindow.doOnScreen(() -> stations().requestFocus());
        robot.type(KeyCode.ENTER);
        until(StationsWindowTest::isDialogOpen);
        assertThat(onScreen(() -> nameless(Window.getWindows().getLast().getScene().getRoot())))
                .isEmpty();
        robot.type(KeyCode.ESCAPE);
        until(() -> !isDialogOpen());
    }

    private static List<Node> nameless(Node node) {
        var found = new ArrayList<Node>();
        if (node instanceof Control control && control.isFocusTraversable()) {
            var label = control instanceof Labeled labeled ? labeled.getText() : null;
            if ((label == null || label.isBlank()) && control.getAccessibleText() == null) {
                found.add(control);
            }
        }
        if (node instanceof Parent parent && !(node instanceof TextInputControl)) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(nameless(child)));
        }
        return found;
    }
}
