package org.roamledger.ui.filter;

import javafx.css.PseudoClass;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.roamledger.report.Histogram;

/// A small histogram; bars outside the chosen range are faint.
final class BarStrip extends Pane {

    private static final double HEIGHT = 36;
    private static final double LEAST = 2;
    private static final double GAP = 1;
    private static final PseudoClass OUTSIDE = PseudoClass.getPseudoClass("outside");

    private @Nullable Histogram shown;

    BarStrip() {
        getStyleClass().add("bar-strip");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setFocusTraversable(false);
    }

    /// @param least absent for any
    /// @param most absent for any
    void show(Histogram histogram, @Nullable Long least, @Nullable Long most) {
        if (!histogram.equals(shown)) {
            shown = histogram;
            getChildren().clear();
            for (var i = 0; i < histogram.counts().size(); i++) {
                var bar = new Region();
                bar.getStyleClass().add("bar");
                getChildren().add(bar);
            }
            requestLayout();
        }
        for (var i = 0; i < getChildren().size(); i++) {
            var from = histogram.from() + i * histogram.width();
            var outside =
                    (least != null && from + histogram.width() <= least)
                            || (most != null && from > most);
            getChildren().get(i).pseudoClassStateChanged(OUTSIDE, outside);
        }
    }

    @Override
    protected void layoutChildren() {
        if (shown == null || shown.counts().isEmpty()) {
            return;
        }
        var counts = shown.counts();
        var highest = counts.stream().mapToInt(Integer::intValue).max().orElse(1);
        var inset = snappedLeftInset();
        var width = (getWidth() - inset - snappedRightInset()) / counts.size();
        for (var i = 0; i < counts.size(); i++) {
            var count = counts.get(i);
            // A few are seen too, next to many.
            var height = count == 0 ? 0 : Math.max(LEAST, HEIGHT * count / Math.max(1, highest));
            getChildren()
                    .get(i)
                    .resizeRelocate(
                            inset + i * width, HEIGHT - height, Math.max(1, width - GAP), height);
        }
    }
}
