package org.roamledger.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where on the screens a window is, in pixels.
///
/// @param x of the left upper corner; negative on a screen left of the first
/// @param maximised whether it fills its screen; the rest is where it is when it does not
public record Frame(int x, int y, int width, int height, boolean maximised) {

    private static final Pattern FORM =
            Pattern.compile("(-?\\d{1,6}),(-?\\d{1,6}),(\\d{1,5}),(\\d{1,5}),(maximised)?");

    /// So much of a window has to be on a screen, each way, that a person finds it.
    private static final int FOUND = 160;

    /// A screen without what the system keeps for itself, in pixels.
    public record Screen(int x, int y, int width, int height) {}

    /// One line that [#of] reads again: `10,20,1440,900,maximised`.
    public String text() {
        return "%d,%d,%d,%d,%s".formatted(x, y, width, height, maximised ? "maximised" : "");
    }

    public static Optional<Frame> of(String text) {
        var parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(
                        new Frame(
                                Integer.parseInt(parts.group(1)),
                                Integer.parseInt(parts.group(2)),
                                Integer.parseInt(parts.group(3)),
                                Integer.parseInt(parts.group(4)),
                                parts.group(5) != null))
                : Optional.empty();
    }

    /// The frame as it is where a person finds it: on a screen that is there, and no larger. A
    /// window whose screen is gone comes to the middle of the first one.
    ///
    /// @param screens at least one, the first one first
    public Frame within(List<Screen> screens) {
        for (var screen : screens) {
            if (isFoundOn(screen)) {
                return clampedTo(screen, x, y);
            }
        }
        var first = screens.getFirst();
        return clampedTo(
                first,
                first.x() + (first.width() - width) / 2,
                first.y() + (first.height() - height) / 2);
    }

    /// Its upper edge has to be there too, as it is moved by that.
    private boolean isFoundOn(Screen screen) {
        var across = Math.min(x + width, screen.x() + screen.width()) - Math.max(x, screen.x());
        return across >= FOUND && y >= screen.y() && y <= screen.y() + screen.height() - FOUND;
    }

    private Frame clampedTo(Screen screen, int left, int top) {
        var fitWidth = Math.min(width, screen.width());
        var fitHeight = Math.min(height, screen.height());
        return new Frame(
                Math.clamp(left, screen.x(), screen.x() + screen.width() - fitWidth),
                Math.clamp(top, screen.y(), screen.y() + screen.height() - fitHeight),
                fitWidth,
                fitHeight,
                maximised);
    }
}
