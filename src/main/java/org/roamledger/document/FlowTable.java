package org.roamledger.document;

import org.jspecify.annotations.Nullable;
import org.roamledger.document.TaggedPages.Ink;
import org.roamledger.document.TaggedPages.Placed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A table that goes on over as many pages as it needs, its titles on each of them.
///
/// Columns are as wide as what stands in them. If that is too much for the page, letters get
/// smaller, down to six points, and then the columns of text get narrower and their texts more
/// lines: nothing is cut off and no figure is broken.
final class FlowTable {

    private static final float LARGEST = 8.5f;
    private static final float SMALLEST = 6;
    private static final float STEP = 0.25f;
    private static final float GAP = 10;
    private static final float WIDEST_TEXT = 170;
    private static final float NARROWEST_TEXT = 24;
    private static final float LINE = 1.3f;
    private static final float PADDING = 4;
    private static final float RULE_GREY = 0.8f;
    private static final float SUM_TINT = 0.95f;
    private static final float REPEATED_GREY = 0.42f;

    /// A column.
    ///
    /// @param figure whether figures stand in it, below each other at the right
    record Column(String title, boolean figure) {}

    /// A row.
    ///
    /// @param cells a text for each column
    /// @param repeated how many of the first cells say what the row above says
    /// @param sum whether it is the sum of others
    record Row(List<String> cells, int repeated, boolean sum) {

        Row {
            cells = List.copyOf(cells);
        }
    }

    private final TaggedPages pages;
    private final List<Column> columns;
    private final List<Row> rows;
    private final Tag tag;
    private float size = LARGEST;
    private float[] widths;

    private FlowTable(TaggedPages pages, List<Column> columns, List<Row> rows) {
        this.pages = pages;
        this.columns = columns;
        this.rows = rows;
        this.tag = pages.top().within("Table");
        var room = TaggedPages.RIGHT - TaggedPages.LEFT - GAP * (columns.size() - 1);
        var contents = contents();
        // Widths grow with the size of the letters, so they are measured once.
        this.widths = widths(contents, true);
        if (sum(widths) > room) {
            widths = widths(contents, false);
        }
        while (sum(widths) > room && size > SMALLEST) {
            size -= STEP;
            widths = widths(contents, false);
        }
        fit(room - sum(widths));
    }

    /// Writes a table where the pages are, in full width.
    static void write(TaggedPages pages, List<Column> columns, List<Row> rows) throws IOException {
        new FlowTable(pages, columns, rows).write();
    }

    /// How wide what stands in each column is, in letters of one point.
    private float[] contents() {
        var contents = new float[columns.size()];
        for (var row : rows) {
            for (var i = 0; i < contents.length; i++) {
                contents[i] = Math.max(contents[i], width(row, i));
            }
        }
        return contents;
    }

    /// @param whole whether titles are to stand on one line
    private float[] widths(float[] contents, boolean whole) {
        var wanted = new float[contents.length];
        for (var i = 0; i < wanted.length; i++) {
            wanted[i] = contents[i];
            var title = columns.get(i).title();
            for (var word : whole ? List.of(title) : List.of(title.split(" "))) {
                wanted[i] = Math.max(wanted[i], width(word, true));
            }
            wanted[i] *= size;
            if (!columns.get(i).figure()) {
                wanted[i] = Math.min(wanted[i], WIDEST_TEXT);
            }
        }
        return wanted;
    }

    /// What runs over the empty cells beside it, as the name of a sum does, asks for no width.
    private float width(Row row, int column) {
        var runsOver =
                row.sum()
                        && !columns.get(column).figure()
                        && column + 1 < columns.size()
                        && row.cells().get(column + 1).isEmpty();
        return runsOver ? 0 : width(row.cells().get(column), row.sum());
    }

    /// Width in letters of one point.
    private float width(String text, boolean strong) {
        var font = pages.font(strong);
        return font.width(font.shown(text), 1);
    }

    private static float sum(float[] widths) {
        var sum = 0f;
        for (var width : widths) {
            sum += width;
        }
        return sum;
    }

    /// Shares what is left between the columns, or takes what is too much from those of text.
    private void fit(float left) {
        var texts = columns.stream().filter(column -> !column.figure()).count();
        for (var i = 0; i < widths.length; i++) {
            if (left > 0) {
                widths[i] += left / widths.length;
            } else if (!columns.get(i).figure()) {
                widths[i] = Math.max(NARROWEST_TEXT, widths[i] + left / texts);
            }
        }
    }

    private void write() throws IOException {
        head(tag);
        for (var row : rows) {
            var lines = lines(row);
            if (!pages.fits(height(lines))) {
                pages.newPage();
                head(null);
            }
            row(row, lines);
        }
        pages.down(PADDING);
    }

    private float height(List<List<String>> cells) {
        var most = cells.stream().mapToInt(List::size).max().orElse(1);
        return most * size * LINE + PADDING;
    }

    /// Titles are read out once, however often they stand there.
    private void head(@Nullable Tag read) throws IOException {
        var cells = new ArrayList<List<String>>();
        for (var i = 0; i < columns.size(); i++) {
            cells.add(pages.font(true).lines(columns.get(i).title(), size, widths[i] + GAP / 2));
        }
        var height = height(cells);
        // With a row at least, or the titles stand alone at the foot of a page.
        if (!pages.fits(height + 2 * size * LINE)) {
            pages.newPage();
        }
        var line = read == null ? null : read.within("TR");
        var ink = new Ink(true, size, 0);
        for (var i = 0; i < cells.size(); i++) {
            var placed = placed(cells.get(i), i, true, height);
            if (line == null) {
                pages.decorate(ink, placed);
            } else {
                pages.write(line.within("TH").ofColumn(), ink, placed);
            }
        }
        pages.down(height);
        pages.rule(TaggedPages.LEFT, TaggedPages.RIGHT, pages.y() + 1, 0.9f, 0);
    }

    private List<List<String>> lines(Row row) {
        var lines = new ArrayList<List<String>>();
        for (var i = 0; i < columns.size(); i++) {
            var text = row.cells().get(i);
            var fits = columns.get(i).figure() || width(row, i) * size <= widths[i];
            lines.add(fits ? List.of(text) : pages.font(row.sum()).lines(text, size, widths[i]));
        }
        return lines;
    }

    private void row(Row row, List<List<String>> cells) throws IOException {
        var height = height(cells);
        if (row.sum()) {
            pages.tint(pages.y() - height + 1, height, SUM_TINT);
        }
        var line = tag.within("TR");
        for (var i = 0; i < cells.size(); i++) {
            var ink = new Ink(row.sum(), size, i < row.repeated() ? REPEATED_GREY : 0);
            pages.write(line.within("TD"), ink, placed(cells.get(i), i, row.sum(), 0));
        }
        pages.down(height);
        pages.rule(TaggedPages.LEFT, TaggedPages.RIGHT, pages.y() + 1, 0.4f, RULE_GREY);
    }

    /// @param height of the row if its texts stand at its foot; 0 if at its head
    private List<Placed> placed(List<String> lines, int column, boolean strong, float height) {
        var x = TaggedPages.LEFT;
        for (var i = 0; i < column; i++) {
            x += widths[i] + GAP;
        }
        var placed = new ArrayList<Placed>();
        var first =
                height == 0
                        ? pages.y() - PADDING / 2 - size
                        : pages.y() - height + PADDING + (lines.size() - 1) * size * LINE;
        for (var i = 0; i < lines.size(); i++) {
            var inset =
                    columns.get(column).figure()
                            ? widths[column] - width(lines.get(i), strong) * size
                            : 0;
            placed.add(new Placed(lines.get(i), x + inset, first - i * size * LINE));
        }
        return placed;
    }
}
