package org.roamledger.ui.charts;

import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;
import org.roamledger.report.Chart;
import org.roamledger.report.ChartPart;
import org.roamledger.report.ChartTable;

/// The bars or cells of one chart as things that a person can point at, walk through by the arrow
/// keys, hear about, and choose.
///
/// The tab key finds one of them; the arrow keys go on from there.
final class Marks {

    private final ChartTable table;
    private final ChartText text;
    private final Picked picked;

    /// Whether the lines stand below each other; if not, beside each other.
    private final boolean linesDown;

    private final @Nullable Node[][] marks;
    private final Tooltip tip = new Tooltip();

    /// Told what was chosen.
    @FunctionalInterface
    interface Picked {
        void pick(int line, int part);
    }

    /// A mark by what it stands for, so that it is found again in another table.
    ///
    /// @param line what its line stands for
    /// @param part what its series stands for
    record Place(ChartPart line, ChartPart part) {}

    Marks(ChartTable table, ChartText text, Picked picked) {
        this.table = table;
        this.text = text;
        this.picked = picked;
        this.linesDown =
                switch (table.chart()) {
                    case PAYERS, PRICES, NETWORKS -> true;
                    case GROSS, ENERGY, TIMES -> false;
                };
        marks = new Node[table.lines().size()][table.series().size()];
    }

    void put(int line, int part, Node mark) {
        marks[line][part] = mark;
        mark.getStyleClass().add("chart-mark");
        mark.setCursor(Cursor.HAND);
        mark.setAccessibleRole(AccessibleRole.BUTTON);
        // The charts of JavaFX make every bar a stop of the tab key for screen readers, and tell it
        // without its unit and as "Bar" in all languages.
        mark.setAccessibleRoleDescription(null);
        mark.accessibleTextProperty().unbind();
        mark.setFocusTraversable(false);
        mark.setAccessibleText(text.sentence(table, line, part));
        mark.setAccessibleHelp(text.text("charts.mark.help"));
        mark.setOnMouseClicked(_ -> picked.pick(line, part));
        mark.setOnMouseEntered(
                _ -> {
                    tip.setText(text.sentence(table, line, part));
                    Tooltip.install(mark, tip);
                });
        mark.setOnMouseExited(_ -> Tooltip.uninstall(mark, tip));
        mark.setOnKeyPressed(event -> press(event, line, part));
    }

    /// The first mark is the one that the tab key finds.
    void begin() {
        for (var line : marks) {
            for (var mark : line) {
                if (mark != null) {
                    mark.setFocusTraversable(true);
                    return;
                }
            }
        }
    }

    private void press(KeyEvent event, int line, int part) {
        switch (event.getCode()) {
            case ENTER, SPACE -> picked.pick(line, part);
            case LEFT -> walk(line, part, linesDown ? 0 : -1, linesDown ? -1 : 0);
            case RIGHT -> walk(line, part, linesDown ? 0 : 1, linesDown ? 1 : 0);
            case UP -> walk(line, part, linesDown ? -1 : 0, linesDown ? 0 : upwards());
            case DOWN -> walk(line, part, linesDown ? 1 : 0, linesDown ? 0 : -upwards());
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// Bars are piled up from the first series, days are listed from the first one down.
    private int upwards() {
        return table.chart() == Chart.TIMES ? -1 : 1;
    }

    private void walk(int line, int part, int lines, int parts) {
        var toLine = line + lines;
        var toPart = part + parts;
        while (toLine >= 0
                && toLine < marks.length
                && toPart >= 0
                && toPart < marks[toLine].length) {
            var mark = marks[toLine][toPart];
            if (mark != null) {
                focus(mark);
                return;
            }
            toLine += lines;
            toPart += parts;
        }
    }

    private void focus(Node mark) {
        for (var line : marks) {
            for (var other : line) {
                if (other != null) {
                    other.setFocusTraversable(other.equals(mark));
                }
            }
        }
        mark.requestFocus();
        mark.notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_NODE);
    }

    /// Which mark has the keys.
    @Nullable Place focused() {
        for (var line = 0; line < marks.length; line++) {
            for (var part = 0; part < marks[line].length; part++) {
                var mark = marks[line][part];
                if (mark != null && mark.isFocused()) {
                    return new Place(table.lines().get(line), table.series().get(part));
                }
            }
        }
        return null;
    }

    /// Gives the keys to the mark of a place, or else to the first one.
    void focus(Place place) {
        var line = table.lines().indexOf(place.line());
        var part = table.series().indexOf(place.part());
        var mark = line >= 0 && part >= 0 ? marks[line][part] : null;
        for (var i = 0; mark == null && i < marks.length; i++) {
            for (var j = 0; mark == null && j < marks[i].length; j++) {
                mark = marks[i][j];
            }
        }
        if (mark != null) {
            focus(mark);
        }
    }
}
