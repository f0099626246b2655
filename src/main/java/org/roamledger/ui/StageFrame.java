package org.roamledger.ui;

import javafx.animation.PauseTransition;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;
import org.roamledger.ui.shell.Frame;

/// Where the window stands, and where it stood the last time.
///
/// Confined to the screen thread.
final class StageFrame {

    /// A window that is being maximised is as large as its screen before it says that it is.
    private static final Duration REST = Duration.millis(250);

    private final Stage stage;
    private final PauseTransition rest = new PauseTransition(REST);
    private @Nullable Frame normal;

    /// Puts a window where it was.
    ///
    /// @param left where it was; absent for where the system puts it
    StageFrame(Stage stage, @Nullable Frame left) {
        this.stage = stage;
        if (left != null) {
            place(left.within(Screen.getScreens().stream().map(StageFrame::area).toList()));
        }
        rest.setOnFinished(_ -> remember());
        stage.xProperty().subscribe(rest::playFromStart);
        stage.yProperty().subscribe(rest::playFromStart);
        stage.widthProperty().subscribe(rest::playFromStart);
        stage.heightProperty().subscribe(rest::playFromStart);
    }

    private static Frame.Screen area(Screen screen) {
        var area = screen.getVisualBounds();
        return new Frame.Screen(
                (int) area.getMinX(),
                (int) area.getMinY(),
                (int) area.getWidth(),
                (int) area.getHeight());
    }

    private void place(Frame frame) {
        normal = frame;
        stage.setX(frame.x());
        stage.setY(frame.y());
        stage.setWidth(frame.width());
        stage.setHeight(frame.height());
        stage.setMaximized(frame.maximised());
    }

    private void remember() {
        var usual = !stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen();
        if (usual && stage.getWidth() > 0 && !Double.isNaN(stage.getX())) {
            normal =
                    new Frame(
                            (int) stage.getX(),
                            (int) stage.getY(),
                            (int) stage.getWidth(),
                            (int) stage.getHeight(),
                            false);
        }
    }

    /// Where it is now; absent if it never stood anywhere.
    @Nullable Frame now() {
        rest.stop();
        remember();
        var frame = normal;
        return frame == null
                ? null
                : new Frame(
                        frame.x(), frame.y(), frame.width(), frame.height(), stage.isMaximized());
    }
}
