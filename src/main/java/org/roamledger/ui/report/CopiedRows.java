package org.roamledger.ui.report;

import org.roamledger.report.Column;
import org.roamledger.report.Report;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.CellText;
import org.roamledger.ui.base.Words;

import java.util.List;
import java.util.stream.Collectors;

/// Rows as tab-separated text for the clipboard, with a line of titles.
final class CopiedRows {

    /// More would not be pasted anywhere; there is the export for that.
    static final int MOST = 100_000;

    private CopiedRows() {}

    static String of(Report report, int[] rows, List<ReportColumn> columns, Words words) {
        var texts = CellText.pasted(words, report.parameters().zone());
        var copied = new StringBuilder();
        copied.append(columns.stream().map(words::title).collect(Collectors.joining("\t")));
        for (var row : rows) {
            copied.append('\n');
            for (var i = 0; i < columns.size(); i++) {
                if (i > 0) {
                    copied.append('\t');
                }
                var text = texts.of(report, columns.get(i), row);
                copied.append(
                        report.column(columns.get(i)) instanceof Column.Numbers
                                ? text
                                : harmless(text));
            }
        }
        return copied.toString();
    }

    /// A text that a spreadsheet would run as a formula (`+49*810*000`) is marked as text.
    private static String harmless(String text) {
        var line = text.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
        return !line.isEmpty() && "=+-@".indexOf(line.charAt(0)) >= 0 ? "'" + line : line;
    }
}
