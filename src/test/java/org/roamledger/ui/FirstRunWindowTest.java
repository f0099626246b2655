package org.roamledger.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamledger.ui.OpenWindow.onScreen;
import static org.roamledger.ui.OpenWindow.until;

import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roamledger.problem.Problem;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// The first minutes with the application, by keyboard alone.
@Tag("screen")
class FirstRunWindowTest {

    private final CannedEngine engine = empty();
    private final FxRobot robot = new FxRobot();
    private final OpenWindow window = OpenWindow.inEnglish(engine);

    private static CannedEngine empty() {
        var engine = new CannedEngine();
        engine.sources = List.of();
        engine.size = 0;
        return engine;
    }

    @AfterEach
    void close() {
        window.close();
    }

    private boolean isThere(String selector) {
        return window.stage.getScene().lookup(selector) != null;
    }

    private void trySample() {
        until(() -> window.hasKeys("empty-sample"));
        robot.push(KeyCode.SPACE);
        until(() -> isThere("#sample-bar"));
        until(() -> !window.<TableView<?>>find("#report").getItems().isEmpty());
        until(() -> window.hasKeys("report"));
    }

    private void useOwnData() {
        robot.push(KeyCode.ALT, KeyCode.U);
        until(() -> isThere("#empty-sample"));
    }

    @Test
    void theSampleIsTriedAndLeftByKeyboardAlone() {
        trySample();
        assertThat(window.stage.getTitle()).contains("sample");
        useOwnData();
        assertThat(onScreen(() -> isThere("#sample-bar"))).isFalse();
        until(() -> window.sample.closed.get() == 1);
        assertThat(engine.closed).hasValue(0);
        assertThat(window.stage.getTitle()).doesNotContain("sample");
    }

    @Test
    void theSampleCanBeTriedAgain() {
        trySample();
        useOwnData();
        trySample();
        useOwnData();
        until(() -> window.sample.closed.get() == 2);
    }

    @Test
    void closingTheWindowClosesTheSampleAndOnesOwnData() {
        trySample();
        window.close();
        assertThat(window.sample.closed).hasValue(1);
        assertThat(engine.closed).hasValue(1);
    }

    @Test
    void nothingRealComesAmongWhatIsMadeUp() {
        trySample();
        window.toImport = List.of(Path.of("october.csv"));
        robot.push(KeyCode.CONTROL, KeyCode.I);
        until(() -> isThere("#notices .notification"));
        robot.push(KeyCode.CONTROL, KeyCode.N);
        assertThat(window.sample.imported).isEmpty();
        assertThat(engine.imported).isEmpty();
    }

    @Test
    void aSampleThatCannotBeOpenedIsToldAndOnesOwnDataStays() {
        window.sampleProblem = new Problem.DiskFull(Path.of("sample"));
        until(() -> window.hasKeys("empty-sample"));
        robot.push(KeyCode.SPACE);
        until(() -> isThere("#notices .notification"));
        assertThat(onScreen(() -> isThere("#sample-bar"))).isFalse();
        assertThat(onScreen(() -> window.<Labeled>find("#empty-sample").isDisabled())).isFalse();
    }

    @Test
    void aSampleThatNobodyWaitsForAnyMoreIsClosed() {
        window.sampleGate = new CountDownLatch(1);
        until(() -> window.hasKeys("empty-sample"));
        robot.push(KeyCode.SPACE);
        until(() -> window.find("#activity-move").isVisible());
        OpenWindow.doOnScreen(() -> window.<Button>find("#activity-move .button").fire());
        window.sampleGate.countDown();
        until(() -> window.sample.closed.get() == 1);
        assertThat(onScreen(() -> isThere("#sample-bar"))).isFalse();
    }

    @Test
    void closingTheWindowMeanwhileClosesTheSampleWhenItComes() {
        window.sampleGate = new CountDownLatch(1);
        until(() -> window.hasKeys("empty-sample"));
        robot.push(KeyCode.SPACE);
        until(() -> window.find("#activity-move").isVisible());
        window.close();
        window.sampleGate.countDown();
        until(() -> window.sample.closed.get() == 1);
    }

    @Test
    void theOtherStepsAreReachedByKeyboardToo() {
        until(() -> window.hasKeys("empty-sample"));
        robot.push(KeyCode.TAB);
        until(() -> window.hasKeys("empty-addSource"));
        robot.push(KeyCode.TAB);
        until(() -> window.hasKeys("empty-import"));
        window.toImport = List.of(Path.of("october.csv"));
        robot.push(KeyCode.SPACE);
        until(() -> engine.imported.size() == 1);
    }
}
