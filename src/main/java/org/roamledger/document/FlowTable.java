package org.roamledger.document;

import org.jspecify.annotations.Nullable;
import org.roamledger.document.TaggedPages.Ink;
import org.roamledger.document.TaggedPages.Placed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A table that goes on over as many pages as it needs, its titles on each of them.
///
/// Columns are as wide as what stands in them. If that is too much for the page, letters get
/// smaller, down to six points, and then the columns of text get narrower and their texts more
/// lines: nothing is cut off and no figure is broken.
///
/// Where a table goes on, each page ends with what its rows come to and with what all rows so far
/// do, and the next one begins with that.
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
    /// @param amounts what it adds to the sums of its page; absent if it adds nothing
    record Row(List<String> cells, int repeated, boolean sum, @Nullable Amounts amounts) {

        Row {
            cells = List.copyOf(cells);
        }
    }

    /// Figures that are added up from row to row.
    ///
    /// @param figures one for each column of figures, in the unit of the column; absent where there
    ///   is none, and where sums mean nothing
    record Amounts(String currency, List<@Nullable Long> figures) {

        Amounts {
            figures = Collections.unmodifiableList(new ArrayList<>(figures));
        }

        Amounts plus(Amounts other) {
            var sums = new ArrayList<@Nullable Long>();
            for (var i = 0; i < figures.size(); i++) {
                sums.add(sum(figures.get(i), other.figures.get(i)));
            }
            return new Amounts(currency, sums);
        }

        private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return Math.addExact(one, other);
        }
    }

    /// What the sums of pages look like.
    interface Sums {

        /// Cells of a row with sums of one currency.
        ///
        /// @param label key of what they are sums of
        List<String> cells(String label, Amounts sums);
    }

    private static final String OF_PAGE = "carry.page";
    private static final String FORWARD = "carry.forward";
    private static final String BROUGHT = "carry.brought";

    /// Of more currencies the sums would leave no room for rows.
    private static final int MOST_CURRENCIES = 6;

    private final TaggedPages pages;
    private final List<Column> columns;
    private final List<Row> rows;
    private final Sums sums;
    private final List<Row> widest;
    private final Tag tag;
    private final Map<String, Amounts> ofPage = new TreeMap<>();
    private final Map<String, Amounts> soFar = new TreeMap<>();
    private float size = LARGEST;
    private float[] widths;

    private FlowTable(TaggedPages pages, List<Column> columns, List<Row> rows, Sums sums) {
        this.pages = pages;
        this.columns = columns;
        this.rows = rows;
        this.sums = sums;
        this.widest = widest();
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
    static void write(TaggedPages pages, List<Column> columns, List<Row> rows, Sums sums)
            throws IOException {
        new FlowTable(pages, columns, rows, sums).write();
    }

    /// Writes a table whose pages do not end with sums.
    static void write(TaggedPages pages, List<Column> columns, List<Row> rows) throws IOException {
        write(pages, columns, rows, (_, _) -> List.of());
    }

    /// The sums that need most room: those of all rows, or nothing if they are not told.
    private List<Row> widest() {
        var all = new TreeMap<String, Amounts>();
        rows.forEach(row -> add(row, all));
        return all.size() > MOST_CURRENCIES
                ? List.of()
                : Stream.of(OF_PAGE, FORWARD, BROUGHT)
                        .flatMap(label -> sumRows(label, all).stream())
                        .toList();
    }

    private static void add(Row row, Map<String, Amounts> to) {
        var amounts = row.amounts();
        if (amounts != null) {
            to.merge(amounts.currency(), amounts, Amounts::plus);
        }
    }

    private List<Row> sumRows(String label, Map<String, Amounts> of) {
        return of.values().stream()
                .map(amounts -> new Row(sums.cells(label, amounts), 0, true, null))
                .toList();
    }

    /// How wide what stands in each column is, in letters of one point.
    private float[] contents() {
        var contents = new float[columns.size()];
        var all = new ArrayList<>(rows);
        all.addAll(widest);
        for (var row : all) {
            for (var i = 0; i < contents.length; i++) {
                contents[i] = Math.max(contents[i], width(row, i));
            }
        }
        for (var row : all) {
            makeRoom(row, contents);
        }
        return contents;
    }

    /// What runs over empty cells does not run over figures.
    private void makeRoom(Row row, float[] contents) {
        for (var i = 0; i < contents.length; i++) {
            if (runsOver(row, i)) {
                var lacking = width(row.cells().get(i), true);
                for (var end = i; end == i || isEmptyText(row, end); end++) {
                    lacking -= contents[end] + (end == i ? 0 : GAP / LARGEST);
                }
                contents[i] += Math.max(0, lacking);
            }
        }
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
        return runsOver(row, column) ? 0 : width(row.cells().get(column), row.sum());
    }

    private boolean runsOver(Row row, int column) {
        return row.sum() && !columns.get(column).figure() && isEmptyText(row, column + 1);
    }

    private boolean isEmptyText(Row row, int column) {
        return column < columns.size()
                && !columns.get(column).figure()
                && row.cells().get(column).isEmpty();
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
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var lines = lines(row);
            var height = height(lines);
            // The last row needs no room for the sums of its page.
            if (!pages.fits(i == rows.size() - 1 ? height : height + sumsHeight(row))) {
                turn();
            }
            row(row, lines);
            add(row, ofPage);
            add(row, soFar);
        }
        pages.down(PADDING);
    }

    /// Height of the sums with which the page would end below a row.
    private float sumsHeight(Row row) {
        if (widest.isEmpty()) {
            return 0;
        }
        var amounts = row.amounts();
        var more = amounts == null ? "" : amounts.currency();
        var count = ofPage.size() + soFar.size();
        count += amounts == null || ofPage.containsKey(more) ? 0 : 1;
        count += amounts == null || soFar.containsKey(more) ? 0 : 1;
        return count * (size * LINE + PADDING);
    }

    /// Goes on on the next page.
    private void turn() throws IOException {
        sums(OF_PAGE, ofPage);
        sums(FORWARD, soFar);
        ofPage.clear();
        pages.newPage();
        head(null);
        sums(BROUGHT, soFar);
    }

    private void sums(String label, Map<String, Amounts> of) throws IOException {
        if (!widest.isEmpty()) {
            for (var row : sumRows(label, of)) {
                row(row, lines(row));
            }
        }
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
