package org.roamledger.ui.sources;

import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.roamledger.problem.Problem;
import org.roamledger.ui.base.Sources.TestStep;
import org.roamledger.ui.base.Words;

import java.util.List;

/// How the test of a source went: its steps, and the words for the one that failed.
final class TestSteps extends VBox {

    private final Words words;

    TestSteps(Words words) {
        super(6);
        this.words = words;
        setId("test-steps");
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /// Shows steps; hides itself if there are none.
    void show(List<TestStep> steps) {
        getChildren().clear();
        setVisible(!steps.isEmpty());
        if (steps.isEmpty()) {
            return;
        }
        var line = new FlowPane(14, 4);
        steps.forEach(step -> line.getChildren().add(label(step)));
        getChildren().add(line);
        var problem = steps.getLast().problem();
        if (problem != null) {
            show(problem);
        }
    }

    /// Shows why there was no test.
    void show(Problem problem) {
        setVisible(true);
        var told = new Label(words.problem(problem));
        told.setWrapText(true);
        told.setMinHeight(USE_PREF_SIZE);
        told.getStyleClass().add("field-problem");
        getChildren().add(told);
    }

    private Label label(TestStep step) {
        var ok = step.problem() == null;
        var name = words.text("test." + step.key());
        var label = new Label(name);
        label.getStyleClass().addAll("source-label", ok ? "healthy" : "failing");
        label.setGraphic(new FontIcon(ok ? Material2AL.CHECK_CIRCLE : Material2MZ.REPORT_PROBLEM));
        label.setAccessibleText(words.text(ok ? "test.ok" : "test.failed", name));
        return label;
    }
}
