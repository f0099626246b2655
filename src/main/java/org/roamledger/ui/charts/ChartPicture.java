package org.roamledger.ui.charts;

import atlantafx.base.theme.PrimerLight;

import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Transform;

import org.roamledger.report.ChartTable;
import org.roamledger.ui.base.Engine.Picture;

import java.util.List;

/// A chart with its titles for a document: always of one size and in light colours, whatever the
/// window looks like.
final class ChartPicture extends VBox {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 540;
    private static final int SCALE = 2;

    ChartPicture(ChartTable table, ChartText text, List<Integer> fills) {
        getStyleClass().addAll("root", "chart-picture");
        var title = new Label(text.title(table.chart()));
        title.getStyleClass().add("pane-title");
        var subtitle = new Label(text.subtitle(table));
        subtitle.getStyleClass().add("chart-subtitle");
        var plot = new ChartPlot(table, text, fills, (_, _) -> {});
        VBox.setVgrow(plot, Priority.ALWAYS);
        getChildren().addAll(title, subtitle, plot);
    }

    /// Lays it out where nobody sees it.
    ///
    /// @param styleSheets those of the window
    void layOut(List<String> styleSheets) {
        var scene = new Scene(this, WIDTH, HEIGHT);
        scene.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().setAll(styleSheets);
        // An axis knows how wide its figures are only after it was laid out once.
        for (var i = 0; i < 2; i++) {
            applyCss();
            layout();
        }
    }

    /// Twice as many points as on an ordinary screen, for paper.
    Picture pixels() {
        var parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(SCALE, SCALE));
        var image = snapshot(parameters, null);
        var width = (int) image.getWidth();
        var height = (int) image.getHeight();
        var argb = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return new Picture.Pixels(width, height, argb);
    }

    Picture drawing() {
        return new Picture.Drawing(new SvgDrawing(WIDTH, HEIGHT).of(this));
    }
}
