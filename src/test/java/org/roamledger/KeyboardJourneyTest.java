package org.roamledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamledger.ui.OpenWindow.onScreen;
import static org.roamledger.ui.OpenWindow.until;

import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;

import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.cli.SampleData;
import org.roamledger.problem.Progress;
import org.roamledger.sample.SampleSize;
import org.roamledger.session.ReportColumn;
import org.roamledger.settings.Folders;
import org.roamledger.settings.KeyRing;
import org.roamledger.settings.Tokens;
import org.roamledger.ui.CannedEngine;
import org.roamledger.ui.OpenWindow;
import org.roamledger.ui.base.Engine;
import org.roamledger.ui.help.HelpTopic;
import org.testfx.api.FxRobot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// The work of a month's end from the first start on, by keyboard alone: a real back office, a real
/// store and real files. Only the dialogs of the operating system are answered.
@Tag("screen")
@Tag("slow")
class KeyboardJourneyTest {

    private static final int SESSIONS = 3_000;
    private static final int MOST_STEPS = 60;

    @TempDir private Path home;

    private final FxRobot robot = new FxRobot();
    private OpenWindow window;

    @BeforeEach
    void trySample() {
        var folders =
                new Folders(home.resolve("data"), home.resolve("config"), home.resolve("logs"));
        var desktop = new DesktopWindow(folders, new Tokens(folders.config(), KeyRing.NONE));
        window =
                OpenWindow.over(
                        desktop.own(home.resolve("own.roamledger")),
                        progress -> sample(desktop, progress));
        until(() -> window.hasKeys("empty-sample"));
        robot.push(KeyCode.SPACE);
        until(() -> window.stage.getScene().lookup("#sample-bar") != null);
        until(() -> rows() > 0);
        until(() -> window.hasKeys("report"));
    }

    private Engine sample(DesktopWindow desktop, Progress progress) {
        var today = LocalDate.ofInstant(CannedEngine.NOW, CannedEngine.ZONE);
        var size = new SampleSize(1, SESSIONS, today);
        return desktop.synced(
                SampleData.open(home.resolve("sample.roamledger"), size, progress), progress);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private TableView<?> table() {
        return window.find("#report");
    }

    private int rows() {
        return table().getItems().size();
    }

    private void awaitFocusAbove(String id) {
        until(() -> window.hasKeysInPopup(id));
    }

    /// Goes on by Tab until something has the keys.
    private void tabTo(String id, boolean above) {
        for (var step = 0; step < MOST_STEPS; step++) {
            if (onScreen(() -> above ? window.hasKeysInPopup(id) : window.hasKeys(id))) {
                return;
            }
            robot.push(KeyCode.TAB);
        }
        throw new AssertionError("Tab never comes to " + id);
    }

    /// By the keys themselves, which come to the window that has them.
    private void write(String text) {
        text.chars()
                .mapToObj(
                        letter ->
                                KeyCode.getKeyCode(
                                        Character.toString(letter).toUpperCase(Locale.ROOT)))
                .forEach(robot::push);
    }

    private void toTable() {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        until(() -> window.hasKeys("report"));
    }

    private void toColumn(ReportColumn column) {
        var place =
                onScreen(
                        () ->
                                table().getVisibleLeafColumns().stream()
                                        .map(TableColumn::getId)
                                        .toList()
                                        .indexOf(column.key()));
        for (var step = 0; step < place; step++) {
            robot.push(KeyCode.RIGHT);
        }
    }

    private int awaitFewerRows(int than) {
        until(() -> rows() > 0 && rows() < than);
        return onScreen(this::rows);
    }

    private List<String> chips() {
        return window.<Pane>find("#chips").getChildren().stream()
                .filter(chip -> chip.getStyleClass().contains("chip"))
                .map(chip -> ((Labeled) chip).getText())
                .toList();
    }

    private void awaitChips(int number) {
        until(() -> chips().size() == number);
    }

    @Test
    void sessionsAreFilteredSortedSelectedExportedAndPreviewed() throws IOException {
        var all = onScreen(this::rows);
        var ofNetwork = filterByNetwork(all);
        var left = filterByEnergy(ofNetwork);
        sortByEnergy();
        selectThree();
        exportTo(home.resolve("month.xlsx"), left);
        previewAndSave(home.resolve("month.pdf"));
        assertThat(onScreen(this::rows)).isEqualTo(left);
        assertThat(onScreen(() -> window.hasKeys("report"))).isTrue();
    }

    private int filterByNetwork(int all) {
        tabTo("facet-network", false);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.SPACE);
        awaitChips(1);
        return awaitFewerRows(all);
    }

    private int filterByEnergy(int before) {
        toTable();
        toColumn(ReportColumn.ENERGY_WH);
        robot.push(KeyCode.ALT, KeyCode.DOWN);
        awaitFocusAbove("least-energy_wh");
        write("10");
        robot.push(KeyCode.TAB);
        write("40");
        robot.push(KeyCode.ENTER);
        awaitChips(2);
        robot.push(KeyCode.ESCAPE);
        until(() -> !window.hasPopup() && window.hasKeys("report"));
        return awaitFewerRows(before);
    }

    private void sortByEnergy() {
        robot.push(KeyCode.ALT, KeyCode.UP);
        until(() -> order().equals(List.of("energy_wh")));
    }

    private List<String> order() {
        return table().getSortOrder().stream().map(TableColumn::getId).toList();
    }

    private void selectThree() {
        robot.push(KeyCode.HOME);
        robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        robot.push(KeyCode.SHIFT, KeyCode.DOWN);
        until(() -> table().getSelectionModel().getSelectedIndices().equals(List.of(0, 1, 2)));
    }

    private void exportTo(Path file, int rows) throws IOException {
        window.exportTarget = Optional.of(file);
        robot.push(KeyCode.CONTROL, KeyCode.E);
        awaitFocusAbove("export-profile");
        robot.push(KeyCode.ENTER);
        until(() -> Files.exists(file));
        try (var book = WorkbookFactory.create(file.toFile())) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(rows);
        }
    }

    private void previewAndSave(Path file) throws IOException {
        window.exportTarget = Optional.of(file);
        robot.push(KeyCode.CONTROL, KeyCode.P);
        awaitFocusAbove("preview-page");
        until(() -> place().startsWith("Page 1 of "));
        tabTo("preview-save", true);
        robot.push(KeyCode.SPACE);
        until(() -> Files.exists(file));
        var head = Arrays.copyOf(Files.readAllBytes(file), 5);
        assertThat(new String(head, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        robot.push(KeyCode.ESCAPE);
        until(() -> !window.hasPopup());
    }

    private String place() {
        return window.<Label>findInPopup("#preview-place").getText();
    }

    @Test
    void aViewIsSavedAndTheWayBackIsTakenAndThePaletteAndHelpAreFound() {
        var all = onScreen(this::rows);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        write("de");
        var found = awaitFewerRows(all);
        saveViewAs("german");
        toTable();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> rows() == all);
        robot.push(KeyCode.CONTROL, KeyCode.Y);
        until(() -> rows() == found);
        choose("charts");
        until(() -> window.find("#charts").isVisible());
        robot.push(KeyCode.F1);
        awaitFocusAbove("help-topics");
        assertThat(onScreen(this::topic)).isEqualTo(HelpTopic.CHARTS);
        robot.push(KeyCode.ESCAPE);
        until(() -> !window.hasPopup());
        choose("standard");
        until(() -> rows() == all);
        choose("german");
        until(() -> rows() == found);
        assertThat(onScreen(this::view)).isEqualTo("german");
    }

    private Object topic() {
        return Objects.requireNonNull(
                window.<ListView<?>>findInPopup("#help-topics")
                        .getSelectionModel()
                        .getSelectedItem());
    }

    private String view() {
        return window.<MenuButton>find("#view").getText();
    }

    private void saveViewAs(String name) {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        awaitFocusAbove("view-name");
        write(name);
        robot.push(KeyCode.ENTER);
        until(() -> !window.hasPopup() && view().equals(name));
    }

    private void choose(String typed) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        until(() -> window.hasKeys("palette-search"));
        write(typed);
        robot.push(KeyCode.ENTER);
        until(() -> !window.find("#palette").isVisible());
    }
}
