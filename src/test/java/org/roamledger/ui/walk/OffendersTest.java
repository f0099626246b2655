package org.roamledger.ui.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamledger.ui.OpenWindow.onScreen;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.stage.Stage;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roamledger.ui.OpenWindow;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// Each walk finds what it is there to find.
@Tag("screen")
class OffendersTest {

    private static List<String> found(
            Supplier<Parent> content, Function<Scene, List<String>> walk) {
        OpenWindow.start();
        return onScreen(
                () -> {
                    var stage = new Stage();
                    stage.setScene(new Scene(content.get(), 300, 200));
                    stage.show();
                    stage.requestFocus();
                    stage.getScene().getRoot().applyCss();
                    stage.getScene().getRoot().layout();
                    try {
                        return walk.apply(stage.getScene());
                    } finally {
                        stage.hide();
                    }
                });
    }

    private static Parent onWhite(Region content) {
        content.setStyle("-fx-background-color: white");
        return new VBox(content);
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.setStyle(style);
        return label;
    }

    @Test
    void aPaleTextIsFound() {
        var pale =
                found(
                        () -> onWhite(new HBox(label("pale", "-fx-text-fill: #999"))),
                        Contrast::faults);
        assertThat(pale).singleElement().asString().contains("pale");
    }

    @Test
    void aTextMadePaleByItsParentIsFound() {
        var faint =
                found(
                        () -> {
                            var box = new HBox(label("faint", "-fx-text-fill: black"));
                            box.setOpacity(0.3);
                            return onWhite(new HBox(box));
                        },
                        Contrast::faults);
        assertThat(faint).hasSize(1);
    }

    @Test
    void aDarkTextOnWhiteIsRight() {
        assertThat(
                        found(
                                () -> onWhite(new HBox(label("dark", "-fx-text-fill: #666"))),
                                Contrast::faults))
                .isEmpty();
    }

    @Test
    void theContrastOfBlackAndWhiteIs21() {
        assertThat(Contrast.ratio(Color.BLACK, Color.WHITE)).isEqualTo(21);
    }

    @Test
    void aFieldWithoutNameIsFound() {
        assertThat(found(() -> new VBox(new TextField("x")), Names::faults)).hasSize(1);
    }

    @Test
    void aFieldWithALabelIsRight() {
        var named =
                found(
                        () -> {
                            var field = new TextField();
                            var label = new Label("Name");
                            label.setLabelFor(field);
                            return new VBox(label, field);
                        },
                        Names::faults);
        assertThat(named).isEmpty();
    }

    @Test
    void aNodeWithoutRoleIsFound() {
        var plain =
                found(
                        () -> {
                            var node = new Region();
                            node.setMinSize(10, 10);
                            node.setFocusTraversable(true);
                            node.setAccessibleText("a picture");
                            return new VBox(node);
                        },
                        Names::faults);
        assertThat(plain).hasSize(1);
    }

    @Test
    void aTextThatIsCutOffIsFound() {
        var cut =
                found(
                        () -> {
                            var button = new Button("much too long a text");
                            button.setMaxWidth(40);
                            return new VBox(button);
                        },
                        Room::cutOff);
        assertThat(cut).singleElement().asString().contains("much too long");
    }

    @Test
    void aControlOutsideTheWindowIsFound() {
        var outside =
                found(
                        () -> {
                            var button = new Button("far");
                            button.relocate(290, 10);
                            return new Pane(button);
                        },
                        Room::outside);
        assertThat(outside).hasSize(1);
    }

    @Test
    void whatTheKeysDoNotReachIsFound() {
        var lost =
                found(
                        () -> {
                            var first = new Button("first");
                            var trap = new Button("trap");
                            trap.focusedProperty()
                                    .subscribe(
                                            focused -> {
                                                if (focused) {
                                                    first.requestFocus();
                                                }
                                            });
                            return new HBox(first, trap, new Button("lost"));
                        },
                        Keys::faults);
        assertThat(lost).anyMatch(fault -> fault.contains("not reached") && fault.contains("lost"));
    }

    @Test
    void aColourThatIsNotSeenIsFound() {
        var painted =
                found(
                        () -> {
                            var clear = new VBox();
                            clear.setStyle("-fx-background-color: transparent");
                            return clear;
                        },
                        Painting::inVain);
        assertThat(painted).singleElement().asString().contains("VBox");
    }

    @Test
    void aKeptPictureIsFound() {
        var painted =
                found(
                        () -> {
                            var kept = new VBox();
                            kept.setCache(true);
                            return kept;
                        },
                        Painting::inVain);
        assertThat(painted).hasSize(1);
    }

    @Test
    void longerTextsAreLongerAndKeepTheirPlaceholders() {
        assertThat(PseudoLanguage.longer("{0} of {1} rows")).contains("{0}", "{1}");
        assertThat(PseudoLanguage.longer("_Close all windows"))
                .contains("_C")
                .hasSizeGreaterThanOrEqualTo(24);
    }
}
