package org.roamledger.settings;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.ProblemException;

import java.nio.file.Path;

/// How the window was left, for the next start.
///
/// @param columns how the table is laid out, as the window itself writes it; empty for as delivered
/// @param detailOpen whether the pane for one session is open
/// @param detailWidth how wide that pane is, in pixels
/// @param filtersOpen whether the filters are shown
/// @param filtersWidth how wide they are, in pixels
/// @param frame where on the screen the window is, as the window itself writes it; empty for
///   wherever the system puts it
public record WindowState(
        String columns,
        boolean detailOpen,
        int detailWidth,
        boolean filtersOpen,
        int filtersWidth,
        String frame) {

    private static final String COLUMNS = "columns";
    private static final String DETAIL_OPEN = "detail_open";
    private static final String DETAIL_WIDTH = "detail_width";
    private static final String FILTERS_OPEN = "filters_open";
    private static final String FILTERS_WIDTH = "filters_width";
    private static final String FRAME = "frame";

    /// As the window is at the first start.
    public static final WindowState FIRST = new WindowState("", false, 400, true, 276, "");

    /// What is kept in a folder, else [#FIRST]: a window must open even if that cannot be read.
    public static WindowState in(Path folder) {
        try {
            var kept = Settings.kept(folder);
            return new WindowState(
                    kept.getOrDefault(COLUMNS, FIRST.columns()),
                    Boolean.parseBoolean(kept.get(DETAIL_OPEN)),
                    pixels(kept.get(DETAIL_WIDTH), FIRST.detailWidth()),
                    Boolean.parseBoolean(kept.getOrDefault(FILTERS_OPEN, "true")),
                    pixels(kept.get(FILTERS_WIDTH), FIRST.filtersWidth()),
                    kept.getOrDefault(FRAME, FIRST.frame()));
        } catch (ProblemException _) {
            return FIRST;
        }
    }

    private static int pixels(@Nullable String text, int otherwise) {
        return text != null && text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : otherwise;
    }

    /// Keeps this in a folder, beside what else is kept there.
    ///
    /// @throws ProblemException with [org.roamledger.problem.Problem.FileNotWritable] or
    ///   [org.roamledger.problem.Problem.FileUnreadable]
    public void keep(Path folder) {
        var kept = Settings.kept(folder);
        kept.put(COLUMNS, columns);
        kept.put(DETAIL_OPEN, Boolean.toString(detailOpen));
        kept.put(DETAIL_WIDTH, Integer.toString(detailWidth));
        kept.put(FILTERS_OPEN, Boolean.toString(filtersOpen));
        kept.put(FILTERS_WIDTH, Integer.toString(filtersWidth));
        kept.put(FRAME, frame);
        Settings.write(folder, kept);
    }
}
