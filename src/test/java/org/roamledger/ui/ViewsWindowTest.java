package org.roamledger.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamledger.ui.OpenWindow.doOnScreen;
import static org.roamledger.ui.OpenWindow.onScreen;
import static org.roamledger.ui.OpenWindow.until;

import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.ui.base.Command;
import org.roamledger.views.Days;
import org.roamledger.views.KeptViews;
import org.roamledger.views.NamedView;
import org.roamledger.views.ViewFolder;
import org.testfx.api.FxRobot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Undo, saved views and recent exports as their users meet them.
@Tag("screen")
class ViewsWindowTest {

    @TempDir private Path home;

    private final CannedEngine engine = new CannedEngine();
    private final FxRobot robot = new FxRobot();
    private OpenWindow window = open();

    private OpenWindow open() {
        return OpenWindow.inEnglish(engine);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void awaitRows(int number) {
        until(() -> window.<TableView<?>>find("#report").getItems().size() == number);
    }

    private MenuItem item(Command command) {
        return window.<MenuBar>find(".menu-bar").getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> command.name().equals(item.getId()))
                .findAny()
                .orElseThrow();
    }

    private String words(Command command) {
        return onScreen(() -> item(command).getText());
    }

    private void searchFor(String text) {
        doOnScreen(() -> window.<TextField>find("#search").requestFocus());
        robot.write(text);
    }

    private void press(KeyCode... keys) {
        robot.press(keys).release(keys);
    }

    private String view() {
        return onScreen(() -> window.<MenuButton>find("#view").getText());
    }

    private void nameView(String name) {
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
        window.awaitPopup("#view-name");
        doOnScreen(
                () -> {
                    window.<TextField>findInPopup("#view-name").setText(name);
                    window.pressInPopup("#view-keep");
                });
    }

    private void saveAs(String name) {
        nameView(name);
        until(() -> window.<MenuButton>find("#view").getText().equals(name));
    }

    @Test
    void aSearchIsTakenBackAndDoneAgainByKeys() {
        awaitRows(4_000);
        searchFor("de*8eo");
        until(() -> window.<TableView<?>>find("#report").getItems().size() < 4_000);
        var found = onScreen(() -> window.<TableView<?>>find("#report").getItems().size());
        doOnScreen(() -> window.find("#report").requestFocus());
        press(KeyCode.CONTROL, KeyCode.Z);
        awaitRows(4_000);
        assertThat(onScreen(() -> window.<TextField>find("#search").getText())).isEmpty();
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        awaitRows(found);
        press(KeyCode.CONTROL, KeyCode.Z);
        awaitRows(4_000);
        press(KeyCode.CONTROL, KeyCode.Y);
        awaitRows(found);
    }

    @Test
    void theMenuSaysWhatIsTakenBack() {
        awaitRows(4_000);
        assertThat(words(Command.UNDO)).isEqualTo("_Undo");
        assertThat(onScreen(() -> item(Command.UNDO).isDisable())).isTrue();
        doOnScreen(() -> window.find("#facet-network").requestFocus());
        robot.type(KeyCode.DOWN, KeyCode.SPACE);
        awaitRows(1_029);
        assertThat(words(Command.UNDO)).isEqualTo("_Undo: Network is Hubject");
        window.choose(Command.UNDO);
        awaitRows(4_000);
        assertThat(words(Command.REDO)).isEqualTo("_Redo: Network is Hubject");
    }

    @Test
    void aFieldTakesBackWhatWasTypedThereBeforeTheWindowDoes() {
        awaitRows(4_000);
        doOnScreen(() -> window.find("#facet-network").requestFocus());
        robot.type(KeyCode.DOWN, KeyCode.SPACE);
        awaitRows(1_029);
        searchFor("x");
        until(() -> window.<TableView<?>>find("#report").getItems().isEmpty());
        press(KeyCode.CONTROL, KeyCode.Z);
        awaitRows(1_029);
        press(KeyCode.CONTROL, KeyCode.Z);
        until(() -> window.<TableView<?>>find("#report").getItems().size() != 1_029);
    }

    @Test
    void aViewIsSavedByKeysAndOpenedAgain() {
        awaitRows(4_000);
        searchFor("de*8eo");
        until(() -> window.<TableView<?>>find("#report").getItems().size() < 4_000);
        var found = onScreen(() -> window.<TableView<?>>find("#report").getItems().size());
        saveAs("Stadtwerke");
        window.choose(Command.STANDARD_VIEW);
        awaitRows(4_000);
        assertThat(view()).isEqualTo("Roaming sessions");
        until(() -> viewItem("Stadtwerke").isPresent());
        doOnScreen(() -> viewItem("Stadtwerke").orElseThrow().fire());
        awaitRows(found);
        assertThat(view()).isEqualTo("Stadtwerke");
        searchFor("x");
        until(() -> window.<MenuButton>find("#view").getText().equals("Stadtwerke *"));
    }

    private Optional<RadioMenuItem> viewItem(String name) {
        return window.<MenuButton>find("#view").getItems().stream()
                .filter(RadioMenuItem.class::isInstance)
                .map(RadioMenuItem.class::cast)
                .filter(item -> name.equals(item.getText()))
                .findFirst();
    }

    @Test
    void escapeClosesTheViewsAlsoFromTheirList() {
        awaitRows(4_000);
        saveAs("October");
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
        until(() -> window.popupScene().getFocusOwner() instanceof ListView<?>);
        robot.type(KeyCode.ESCAPE);
        until(() -> !window.hasPopup());
    }

    @Test
    void aNameThatIsTakenIsRefusedInTheDialog() {
        awaitRows(4_000);
        saveAs("October");
        nameView("october");
        until(() -> !window.<Label>findInPopup("#view-problem").getText().isEmpty());
        assertThat(onScreen(() -> window.<Label>findInPopup("#view-problem").getText()))
                .contains("already is a view");
        window.closePopup();
    }

    private Path theirs() {
        var file = home.resolve("theirs" + ViewFolder.ENDING);
        var theirs = NamedView.of("Theirs", CannedViews.state(new Days.Relative("last_month")));
        ViewFolder.write(theirs, file);
        return file;
    }

    @Test
    void aViewFromAFileIsShownAndKept() {
        awaitRows(4_000);
        window.viewFile = Optional.of(theirs());
        window.choose(Command.OPEN_VIEW_FILE);
        awaitRows(970);
        theirsIsShownAndKept();
    }

    @Test
    void aViewNamedAtTheStartIsShownAndKept() {
        window.openView(theirs());
        awaitRows(970);
        theirsIsShownAndKept();
    }

    private void theirsIsShownAndKept() {
        assertThat(view()).isEqualTo("Theirs");
        assertThat(new KeptViews(engine.settings).folder().read().named("Theirs")).isPresent();
    }

    @Test
    void anExportOffersItsFileAndItsFolderAndIsRemembered() {
        awaitRows(4_000);
        var target = home.resolve("october.xlsx");
        window.exportTarget = Optional.of(target);
        window.choose(Command.EXPORT);
        window.awaitPopup("#export-choose");
        doOnScreen(() -> window.pressInPopup("#export-choose"));
        until(
                () ->
                        window.stage.getScene().getRoot().lookupAll(".notification .button").size()
                                >= 2);
        until(() -> new KeptViews(engine.settings).exports().read().size() == 1);
        var kept = new KeptViews(engine.settings).exports().read().getFirst();
        assertThat(kept.file()).isEqualTo(target.toAbsolutePath());
        assertThat(kept.rows()).isEqualTo(4_000);
        assertThat(kept.view().state().days()).isInstanceOf(Days.Fixed.class);
    }

    @Test
    void aFileThatIsGoneIsWrittenAnewWithItsView() throws Exception {
        awaitRows(4_000);
        var target = home.resolve("gireve.xlsx");
        window.exportTarget = Optional.of(target);
        doOnScreen(() -> window.find("#facet-network").requestFocus());
        robot.type(KeyCode.SPACE);
        awaitRows(970);
        window.choose(Command.EXPORT);
        window.awaitPopup("#export-choose");
        doOnScreen(() -> window.pressInPopup("#export-choose"));
        until(() -> engine.exported.size() == 1);
        until(() -> new KeptViews(engine.settings).exports().read().size() == 1);
        Files.deleteIfExists(target);
        window.choose(Command.CLEAR_FILTER);
        awaitRows(4_000);
        window.choose(Command.RECENT_EXPORTS);
        window.awaitPopup("#recent-exports");
        until(() -> !window.<TableView<?>>findInPopup("#recent-exports").getItems().isEmpty());
        doOnScreen(() -> window.pressInPopup("#recent-again"));
        until(() -> engine.exported.size() == 2);
        assertThat(engine.exported).isEqualTo(List.of(target, target));
        until(
                () ->
                        new KeptViews(engine.settings).exports().read().getFirst().rows() == 970
                                && new KeptViews(engine.settings).exports().read().size() == 1);
        awaitRows(4_000);
    }

    @Test
    void theWindowAndItsFiltersAreFoundAsTheyWereLeft() {
        awaitRows(4_000);
        window.choose(Command.SHOW_FILTERS);
        doOnScreen(
                () -> {
                    window.stage.setX(40);
                    window.stage.setWidth(1_300);
                });
        window.close();
        assertThat(engine.left.filtersOpen()).isFalse();
        var frame = Objects.requireNonNull(engine.left.frame());
        assertThat(List.of(frame.x(), frame.width())).containsExactly(40, 1_300);
        window = open();
        awaitRows(4_000);
        assertThat(onScreen(() -> window.stage.getScene().lookup("#facet-network"))).isNull();
    }
}
