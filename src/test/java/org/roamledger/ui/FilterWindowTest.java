package org.roamledger.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamledger.ui.OpenWindow.doOnScreen;
import static org.roamledger.ui.OpenWindow.onScreen;
import static org.roamledger.ui.OpenWindow.until;

import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roamledger.ui.filter.Preset;
import org.testfx.api.FxRobot;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Filters as their users meet them, by the keyboard.
@Tag("screen")
class FilterWindowTest {

    private static final String ALL = "4,000 of 4,000 sessions";

    private final FxRobot robot = new FxRobot();
    private final OpenWindow window = OpenWindow.inEnglish(new CannedEngine());

    @AfterEach
    void close() {
        window.close();
    }

    private void awaitRows(String said) {
        until(() -> said.equals(window.<Label>find("#row-count").getText()));
    }

    private void awaitFewerRows() {
        until(
                () -> {
                    var said = window.<Label>find("#row-count").getText();
                    return !said.equals(ALL) && said.endsWith("of 4,000 sessions");
                });
    }

    private void focus(String selector) {
        doOnScreen(() -> window.find(selector).requestFocus());
    }

    private void awaitChips(String... said) {
        until(() -> chips().equals(List.of(said)));
    }

    private List<String> chips() {
        return window.<Pane>find("#chips").getChildren().stream()
                .filter(chip -> chip.getStyleClass().contains("chip"))
                .map(chip -> ((Labeled) chip).getText())
                .toList();
    }

    /// The keys are in a list of the pop-over, and it has lines.
    private void awaitKeysIn(String list) {
        until(
                () -> {
                    var found = window.<ListView<?>>findInPopup(list);
                    return found.isFocused() && !found.getItems().isEmpty();
                });
    }

    @Test
    void aConditionIsAChipThatDeleteTakesAway() {
        awaitRows(ALL);
        window.openFilter("transaction_id");
        doOnScreen(() -> window.pressInPopup("#presence-blank"));
        awaitFewerRows();
        window.closePopup();
        awaitChips("Transaction ID is missing");
        focus("#chip-transaction_id");
        robot.type(KeyCode.DELETE);
        awaitRows(ALL);
        assertThat(onScreen(this::chips)).isEmpty();
    }

    @Test
    void enterOnAChipOpensTheFilterOfItsColumn() {
        awaitRows(ALL);
        window.openFilter("currency");
        awaitKeysIn("#facet-currency");
        robot.type(KeyCode.SPACE);
        awaitChips("Currency is DKK");
        window.closePopup();
        focus("#chip-currency");
        robot.type(KeyCode.ENTER);
        window.awaitPopup("#header-filter");
        awaitKeysIn("#facet-currency");
        robot.type(KeyCode.DOWN, KeyCode.SPACE);
        awaitChips("Currency is DKK or EUR");
    }

    @Test
    void altDownOnTheTableOpensTheFilterOfTheCurrentColumn() {
        awaitRows(ALL);
        focus("#report");
        robot.type(KeyCode.RIGHT);
        robot.press(KeyCode.ALT).type(KeyCode.DOWN).release(KeyCode.ALT);
        window.awaitPopup("#facet-network");
        awaitKeysIn("#facet-network");
        robot.type(KeyCode.ESCAPE);
        until(() -> window.find("#report").isFocused());
    }

    @Test
    void aClickOnAFunnelOpensTheFilterOfItsColumnWithoutSortingByIt() {
        awaitRows(ALL);
        var before =
                onScreen(() -> List.copyOf(window.<TableView<?>>find("#report").getSortOrder()));
        robot.clickOn((Node) onScreen(() -> window.find("#funnel-network")));
        window.awaitPopup("#facet-network");
        awaitKeysIn("#facet-network");
        assertThat(onScreen(() -> window.find("#funnel-network").getAccessibleText()))
                .isEqualTo("Filter by Network");
        robot.type(KeyCode.SPACE);
        awaitFewerRows();
        assertThat(onScreen(() -> window.find("#funnel-network").getAccessibleText()))
                .isEqualTo("Filtered by Network; change the filter");
        assertThat(onScreen(() -> List.copyOf(window.<TableView<?>>find("#report").getSortOrder())))
                .isEqualTo(before);
    }

    @Test
    void daysAndHoursOfTheWeekAreChosenByTheArrows() {
        awaitRows(ALL);
        window.openFilter("start_time");
        until(() -> window.hasKeysInPopup("least-start_time"));
        doOnScreen(() -> window.findInPopup("#day-1").requestFocus());
        until(() -> window.hasKeysInPopup("day-1"));
        robot.type(KeyCode.RIGHT, KeyCode.SPACE);
        awaitChips("Start time is on a Tuesday");
        robot.type(KeyCode.TAB);
        until(() -> window.hasKeysInPopup("hour-0"));
        robot.type(KeyCode.DOWN, KeyCode.LEFT, KeyCode.SPACE);
        awaitChips("Start time is on a Tuesday at 11:00–11:59");
        awaitFewerRows();
    }

    @Test
    void aRangeIsTypedInTheUnitThatIsShown() {
        awaitRows(ALL);
        doOnScreen(() -> window.<TitledPane>find("#section-energy_wh").setExpanded(true));
        focus("#least-energy_wh");
        robot.write("20").type(KeyCode.ENTER);
        awaitChips("Energy is at least 20\u00a0kWh");
        robot.type(KeyCode.TAB);
        robot.write("25,5").type(KeyCode.ENTER);
        awaitChips("Energy is at least 20\u00a0kWh and at most 25.5\u00a0kWh");
    }

    @Test
    void aWrongEndOfARangeIsToldAtItsFieldAndChangesNothing() {
        awaitRows(ALL);
        doOnScreen(() -> window.<TitledPane>find("#section-price").setExpanded(true));
        focus("#most-price");
        robot.write("12 apples").type(KeyCode.ENTER);
        until(() -> window.find("#problem-price").isVisible());
        assertThat(onScreen(this::chips)).isEmpty();
        assertThat(onScreen(() -> window.<Label>find("#problem-price").getText()))
                .contains("12 apples");
    }

    @Test
    void barsAreOnlyShownOfOneCurrency() {
        awaitRows(ALL);
        doOnScreen(() -> window.<TitledPane>find("#section-price").setExpanded(true));
        until(() -> hint().startsWith("Choose one currency"));
        assertThat(onScreen(() -> window.find("#slider-price").isVisible())).isFalse();
        doOnScreen(() -> window.find("#facet-currency").requestFocus());
        robot.type(KeyCode.SPACE);
        until(() -> window.find("#slider-price").isVisible());
        assertThat(onScreen(this::hint)).isEmpty();
    }

    private String hint() {
        return window.<Label>find("#hint-price").getText();
    }

    @Test
    void aThumbOfTheSliderIsMovedByTheKeyboard() {
        awaitRows(ALL);
        doOnScreen(() -> window.<TitledPane>find("#section-energy_wh").setExpanded(true));
        until(() -> window.find("#slider-energy_wh").isVisible());
        focus("#slider-energy_wh .low-thumb");
        robot.type(KeyCode.RIGHT);
        until(() -> chips().size() == 1 && chips().getFirst().startsWith("Energy is at least"));
    }

    @Test
    void aPastedListSaysWhatWasNotFound() {
        awaitRows(ALL);
        window.openFilter("cdr_id");
        until(() -> window.<TextArea>findInPopup("#pasted-ids").isFocused());
        doOnScreen(
                () ->
                        window.<TextArea>findInPopup("#pasted-ids")
                                .setText("CDR-26100004, nowhere;CDR-26100430\n\"nothing\""));
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        awaitRows("2 of 4,000 sessions");
        until(
                () ->
                        window.<Label>findInPopup("#found-ids")
                                .getText()
                                .equals("2 of 4 found in this period, 2 not found."));
        assertThat(onScreen(() -> window.<Node>findInPopup("#copy-missing").isVisible())).isTrue();
    }

    @Test
    void allOfALongListCountsThoughOnlyItsBeginningIsShown() {
        awaitRows(ALL);
        window.openFilter("cdr_id");
        until(() -> window.<TextArea>findInPopup("#pasted-ids").isFocused());
        var list =
                IntStream.range(0, 3_000)
                        .mapToObj(at -> "nowhere-" + at + "\n")
                        .collect(Collectors.joining("", "", "CDR-26100004"));
        doOnScreen(
                () -> {
                    var clipboard = Map.<DataFormat, Object>of(DataFormat.PLAIN_TEXT, list);
                    Clipboard.getSystemClipboard().setContent(clipboard);
                    window.<TextArea>findInPopup("#pasted-ids").paste();
                });
        assertThat(onScreen(() -> window.<TextArea>findInPopup("#pasted-ids").getText()))
                .startsWith("nowhere-0\n")
                .hasSizeLessThan(3_000);
        assertThat(onScreen(() -> window.<Node>findInPopup("#long-list").isVisible())).isTrue();
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        awaitRows("1 of 4,000 sessions");
        robot.type(KeyCode.DELETE);
        until(() -> window.<TextArea>findInPopup("#pasted-ids").getText().isEmpty());
        assertThat(onScreen(() -> window.<Node>findInPopup("#long-list").isVisible())).isFalse();
    }

    @Test
    void aDayThatIsNoneIsToldAndTheReportStays() {
        awaitRows(ALL);
        var first = window.<DatePicker>find("#period-first");
        doOnScreen(
                () -> {
                    first.getEditor().requestFocus();
                    first.getEditor().setText("31.2.2026");
                });
        robot.type(KeyCode.ENTER);
        until(() -> window.<Label>find("#period-problem").getText().contains("31.2.2026"));
        assertThat(onScreen(() -> first.getEditor().getText())).isEqualTo("31.2.2026");
        assertThat(onScreen(() -> first.getStyleClass().contains("wrong"))).isTrue();
        awaitRows(ALL);
    }

    @Test
    void theLastDaysAreCountedAndEndToday() {
        awaitRows(ALL);
        doOnScreen(
                () -> window.<ComboBox<Preset>>find("#period-preset").setValue(Preset.LAST_DAYS));
        doOnScreen(
                () -> {
                    window.<TextField>find("#period-count").requestFocus();
                    window.<TextField>find("#period-count").selectAll();
                });
        robot.write("7").type(KeyCode.ENTER);
        until(
                () ->
                        window.<DatePicker>find("#period-first")
                                .getEditor()
                                .getText()
                                .equals("2026-10-27"));
        assertThat(onScreen(() -> window.<DatePicker>find("#period-last").getEditor().getText()))
                .isEqualTo("2026-11-02");
    }

    @Test
    void theSearchSaysHowManyAndWhere() {
        awaitRows(ALL);
        focus("#search");
        robot.write("rastplats");
        awaitFewerRows();
        until(() -> window.<Label>find("#search-hits").getText().startsWith("Station name "));
        var rows = onScreen(() -> window.<Label>find("#row-count").getText());
        assertThat(rows)
                .startsWith(
                        onScreen(() -> window.<Label>find("#hit-count").getText())
                                .replace(" hits", " of"));
    }

    @Test
    void aSectionIsAddedToThePane() {
        awaitRows(ALL);
        addSection("vat_rate");
        until(() -> !window.<ListView<?>>find("#facet-vat_rate").getItems().isEmpty());
    }

    @Test
    void findingsAreTickedByTheirWordsAndAnyOfThemShowsARow() {
        awaitRows(ALL);
        addSection("findings");
        until(() -> !window.<ListView<?>>find("#facet-findings").getItems().isEmpty());
        focus("#facet-findings");
        robot.type(KeyCode.SPACE);
        awaitFewerRows();
        awaitChips("Findings: No price");
        robot.type(KeyCode.END, KeyCode.SPACE);
        awaitChips("Findings: no findings or No price");
    }

    private void addSection(String column) {
        doOnScreen(
                () ->
                        window.<MenuButton>find("#more-filters").getItems().stream()
                                .filter(item -> ("filter-by-" + column).equals(item.getId()))
                                .map(CheckMenuItem.class::cast)
                                .forEach(
                                        item -> {
                                            item.setSelected(true);
                                            item.fire();
                                        }));
        doOnScreen(() -> window.<TitledPane>find("#section-" + column).setExpanded(true));
    }
}
