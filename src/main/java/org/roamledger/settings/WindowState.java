package org.roamledger.settings;

import org.roamledger.problem.ProblemException;

import java.nio.file.Path;

/// How the window was left, for the next start.
///
/// @param columns how the table is laid out, as the window itself writes it; empty for as delivered
/// @param detailOpen whether the pane for one session is open
/// @param detailWidth how wide that pane is, in pixels
public record WindowState(String columns, boolean detailOpen, int detailWidth) {

    private static final String COLUMNS = "columns";
    private static final String DETAIL_OPEN = "detail_open";
    private static final String DETAIL_WIDTH = "detail_width";

    /// As the window is at the first start.
    public static final WindowState FIRST = new WindowState("", false, 400);

    /// What is kept in a folder, else [#FIRST]: a window must open even if that cannot be read.
    public static WindowState in(Path folder) {
        try {
            var kept = Settings.file(folder).read();
            var width = kept.getOrDefault(DETAIL_WIDTH, "");
            return new WindowState(
                    kept.getOrDefault(COLUMNS, FIRST.columns()),
                    Boolean.parseBoolean(kept.get(DETAIL_OPEN)),
                    width.matches("[0-9]{1,5}") ? Integer.parseInt(width) : FIRST.detailWidth());
        } catch (ProblemException _) {
            return FIRST;
        }
    }

    /// Keeps this in a folder, beside what else is kept there.
    ///
    /// @throws ProblemException with [org.roamledger.problem.Problem.FileNotWritable] or
    ///   [org.roamledger.problem.Problem.FileUnreadable]
    public void keep(Path folder) {
        var file = Settings.file(folder);
        var kept = file.read();
        kept.put(COLUMNS, columns);
        kept.put(DETAIL_OPEN, Boolean.toString(detailOpen));
        kept.put(DETAIL_WIDTH, Integer.toString(detailWidth));
        file.write(kept);
    }
}
