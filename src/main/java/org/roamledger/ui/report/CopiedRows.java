package org.roamledger.ui.report;

import org.roamledger.report.Report;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.CellText;
import org.roamledger.ui.base.Words;

import java.util.List;
import java.util.stream.Collectors;

/// Rows for the clipboard, in the two forms that are pasted.
///
/// @param text tab-separated, a line for each row
/// @param html a table; spreadsheets prefer it, and it tells them which values are text, so that
///   ids keep all their digits
public record CopiedRows(String text, String html) {

    /// More would not be pasted anywhere; there is the export for that.
    static final int MOST = 100_000;

    private static final String HTML_BEGIN =
            """
            <html><head><meta charset="utf-8"><style>.t{mso-number-format:"\\@"}</style></head><body><table>\
            """;
    private static final String HTML_END = "</table></body></html>";

    /// @param titles whether the first line has the titles of the columns
    static CopiedRows of(
            Report report, int[] rows, List<ReportColumn> columns, boolean titles, Words words) {
        var texts = CellText.pasted(words, report.parameters().zone());
        var text = new StringBuilder();
        var html = new StringBuilder(HTML_BEGIN);
        if (titles) {
            text.append(columns.stream().map(words::title).collect(Collectors.joining("\t")));
            html.append("<tr>");
            columns.forEach(
                    column ->
                            html.append("<th>")
                                    .append(escaped(words.title(column)))
                                    .append("</th>"));
            html.append("</tr>");
        }
        for (var row : rows) {
            if (!text.isEmpty()) {
                text.append('\n');
            }
            html.append("<tr>");
            var first = true;
            for (var column : columns) {
                if (!first) {
                    text.append('\t');
                }
                first = false;
                var value = texts.of(report, column, row);
                var isText = column.isText();
                text.append(isText ? CellText.harmless(value) : value);
                html.append(isText ? "<td class=t>" : "<td>")
                        .append(escaped(value))
                        .append("</td>");
            }
            html.append("</tr>");
        }
        return new CopiedRows(text.toString(), html.append(HTML_END).toString());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
