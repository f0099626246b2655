package org.roamledger.ui.charts;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.BorderStrokeStyle;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Writes what stands in a scene as SVG: rectangles, lines and text, which stays text.
///
/// It knows what charts are made of, and nothing more: no library writes a scene as SVG, and a
/// second drawing of the same figures could differ from the first.
final class SvgDrawing {

    private static final double INVISIBLE = 0.001;

    private final StringBuilder shapes = new StringBuilder();
    private final StringBuilder patterns = new StringBuilder();
    private final Map<Paint, String> known = new HashMap<>();
    private final int width;
    private final int height;

    SvgDrawing(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /// @param root laid out already
    String of(Parent root) {
        add(root);
        return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d">
        <defs>
        %s</defs>
        %s</svg>
        """
                .formatted(width, height, width, height, patterns, shapes);
    }

    private void add(Node node) {
        if (!node.isVisible() || node.getOpacity() < INVISIBLE) {
            return;
        }
        var to = node.getLocalToParentTransform();
        shapes.append(
                "<g transform=\"matrix(%s %s %s %s %s %s)\"%s>\n"
                        .formatted(
                                number(to.getMxx()),
                                number(to.getMyx()),
                                number(to.getMxy()),
                                number(to.getMyy()),
                                number(to.getTx()),
                                number(to.getTy()),
                                opacity("opacity", node.getOpacity())));
        switch (node) {
            case Text text -> addText(text);
            case Path path -> addPath(path);
            case Line line ->
                    addStroke(
                            "M%s %sL%s %s"
                                    .formatted(
                                            number(line.getStartX()),
                                            number(line.getStartY()),
                                            number(line.getEndX()),
                                            number(line.getEndY())),
                            line.getStroke(),
                            line.getStrokeWidth());
            case Region region -> addRegion(region);
            default -> {}
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::add);
        }
        shapes.append("</g>\n");
    }

    private void addRegion(Region region) {
        if (region.getBackground() != null) {
            for (var fill : region.getBackground().getFills()) {
                addFill(region, fill);
            }
        }
        if (region.getBorder() != null) {
            for (var stroke : region.getBorder().getStrokes()) {
                addBorder(region, stroke);
            }
        }
    }

    private void addFill(Region region, BackgroundFill fill) {
        var insets = fill.getInsets();
        var wide = region.getWidth() - insets.getLeft() - insets.getRight();
        var high = region.getHeight() - insets.getTop() - insets.getBottom();
        if (wide <= 0 || high <= 0 || isClear(fill.getFill())) {
            return;
        }
        shapes.append(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" %s/>\n"
                        .formatted(
                                number(insets.getLeft()),
                                number(insets.getTop()),
                                number(wide),
                                number(high),
                                number(fill.getRadii().getTopLeftHorizontalRadius()),
                                paint("fill", fill.getFill())));
    }

    private void addBorder(Region region, BorderStroke stroke) {
        var right = region.getWidth();
        var bottom = region.getHeight();
        var widths = stroke.getWidths();
        side(stroke.getTopStyle(), stroke.getTopStroke(), widths.getTop(), 0, 0, right, 0);
        side(
                stroke.getRightStyle(),
                stroke.getRightStroke(),
                widths.getRight(),
                right,
                0,
                right,
                bottom);
        side(
                stroke.getBottomStyle(),
                stroke.getBottomStroke(),
                widths.getBottom(),
                0,
                bottom,
                right,
                bottom);
        side(stroke.getLeftStyle(), stroke.getLeftStroke(), widths.getLeft(), 0, 0, 0, bottom);
    }

    private void side(
            BorderStrokeStyle style,
            Paint paint,
            double wide,
            double x1,
            double y1,
            double x2,
            double y2) {
        if (!BorderStrokeStyle.NONE.equals(style) && wide > 0) {
            addStroke(
                    "M%s %sL%s %s".formatted(number(x1), number(y1), number(x2), number(y2)),
                    paint,
                    wide);
        }
    }

    private void addPath(Path path) {
        var way = new StringBuilder();
        for (var element : path.getElements()) {
            switch (element) {
                case MoveTo to ->
                        way.append('M')
                                .append(number(to.getX()))
                                .append(' ')
                                .append(number(to.getY()));
                case LineTo to ->
                        way.append('L')
                                .append(number(to.getX()))
                                .append(' ')
                                .append(number(to.getY()));
                // Axes and grids are made of straight lines.
                default -> {}
            }
        }
        if (!way.isEmpty()) {
            addStroke(way.toString(), path.getStroke(), path.getStrokeWidth());
        }
    }

    private void addStroke(String way, Paint paint, double wide) {
        if (paint != null && !isClear(paint)) {
            shapes.append(
                    "<path d=\"%s\" fill=\"none\" stroke-width=\"%s\" %s/>\n"
                            .formatted(way, number(wide), paint("stroke", paint)));
        }
    }

    private void addText(Text text) {
        var font = text.getFont();
        var bold = font.getStyle().contains("Bold") || font.getStyle().contains("Medium");
        var layout = text.getLayoutInfo();
        for (var i = 0; i < layout.getTextLineCount(); i++) {
            var line = layout.getTextLine(i, false);
            var words = text.getText().substring(line.start(), line.end()).strip();
            if (words.isEmpty()) {
                continue;
            }
            shapes.append(
                    "<text x=\"%s\" y=\"%s\" font-family=\"Roboto, Arial, sans-serif\" font-size=\"%s\"%s %s>%s</text>\n"
                            .formatted(
                                    number(line.bounds().getMinX()),
                                    number(
                                            line.bounds().getMinY()
                                                    + ascent(text, line.bounds().getHeight())),
                                    number(font.getSize()),
                                    bold ? " font-weight=\"500\"" : "",
                                    paint("fill", text.getFill()),
                                    escaped(words)));
        }
    }

    /// From the top of a line to what its letters stand on.
    private static double ascent(Text text, double lineHeight) {
        return Math.min(text.getBaselineOffset(), lineHeight);
    }

    private String paint(String attribute, Paint paint) {
        return switch (paint) {
            case Color colour ->
                    "%s=\"%s\"%s"
                            .formatted(
                                    attribute,
                                    web(colour),
                                    opacity(attribute + "-opacity", colour.getOpacity()));
            case LinearGradient gradient ->
                    "%s=\"url(#%s)\""
                            .formatted(attribute, known.computeIfAbsent(paint, _ -> add(gradient)));
            default -> attribute + "=\"none\"";
        };
    }

    /// Patterns of bars are gradients that repeat.
    private String add(LinearGradient gradient) {
        var id = "fill" + known.size();
        patterns.append(
                "<linearGradient id=\"%s\" gradientUnits=\"%s\" spreadMethod=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\">"
                        .formatted(
                                id,
                                gradient.isProportional() ? "objectBoundingBox" : "userSpaceOnUse",
                                gradient.getCycleMethod() == CycleMethod.REPEAT ? "repeat" : "pad",
                                number(gradient.getStartX()),
                                number(gradient.getStartY()),
                                number(gradient.getEndX()),
                                number(gradient.getEndY())));
        for (var stop : gradient.getStops()) {
            patterns.append(
                    "<stop offset=\"%s\" stop-color=\"%s\"%s/>"
                            .formatted(
                                    number(stop.getOffset()),
                                    web(stop.getColor()),
                                    opacity("stop-opacity", stop.getColor().getOpacity())));
        }
        patterns.append("</linearGradient>\n");
        return id;
    }

    private static boolean isClear(Paint paint) {
        return paint instanceof Color colour && colour.getOpacity() < INVISIBLE;
    }

    private static String opacity(String attribute, double opacity) {
        return opacity > 1 - INVISIBLE ? "" : " %s=\"%s\"".formatted(attribute, number(opacity));
    }

    private static String web(Color colour) {
        return "#%02x%02x%02x"
                .formatted(
                        Math.round(colour.getRed() * 255),
                        Math.round(colour.getGreen() * 255),
                        Math.round(colour.getBlue() * 255));
    }

    private static String number(double number) {
        var text = String.format(Locale.ROOT, "%.3f", number);
        return text.replaceAll("\\.?0+$", "").replaceAll("^-0$", "0");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
