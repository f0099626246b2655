package org.roamledger.ui;

import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;

/// What came to a window last, so that a test that waits in vain can tell what happened instead. It
/// holds nothing of the window, which is forgotten once it is closed.
final class Diary {

    private static final int MOST = 60;

    private final long opened = System.nanoTime();
    private final Deque<String> lines = new ArrayDeque<>();

    /// To be called on the screen thread, once the stage has its scene.
    Diary(Stage stage) {
        stage.titleProperty().subscribe(now -> note("title " + now));
        stage.focusedProperty().subscribe(now -> note("focused " + now));
        var scene = stage.getScene();
        scene.focusOwnerProperty().subscribe(now -> note("keys go to " + now));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::note);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, this::note);
    }

    private void note(InputEvent event) {
        note(
                event.getEventType()
                        + " "
                        + ((KeyEvent) event).getCode()
                        + " at "
                        + event.getTarget());
    }

    private synchronized void note(String line) {
        lines.add(Duration.ofNanos(System.nanoTime() - opened).toMillis() + " ms: " + line);
        if (lines.size() > MOST) {
            lines.remove();
        }
    }

    @Override
    public synchronized String toString() {
        return Window.getWindows().stream()
                        .map(window -> window + (window.isFocused() ? " (focused)" : ""))
                        .collect(Collectors.joining(", ", "windows: ", "\n"))
                + String.join("\n", lines);
    }
}
