package org.roamledger.session;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/// Where a record stands in what was delivered.
///
/// Its text is what is stored, exported and told to scripts, the same in all languages; no two
/// places share one. The window has words of its own.
public sealed interface RecordPlace {

    /// A line of a text file: `line 17`
    ///
    /// @param number from 1
    record Line(long number) implements RecordPlace {
        private static final Pattern TEXT = Pattern.compile("line ([1-9][0-9]{0,17})");
    }

    /// A row of a workbook: `October row 17`
    ///
    /// @param number from 1
    record Row(String sheet, long number) implements RecordPlace {
        private static final Pattern TEXT =
                Pattern.compile("(.*) row ([1-9][0-9]{0,17})", Pattern.DOTALL);
    }

    /// A record of a back office that numbers its pages: `page 0 [7]`
    ///
    /// @param page from 0
    /// @param index on the page, from 0
    record OnPage(long page, long index) implements RecordPlace {
        private static final Pattern TEXT =
                Pattern.compile("page (0|[1-9][0-9]{0,17}) \\[(0|[1-9][0-9]{0,17})]");
    }

    /// A record of an XML document: `document`, `document[2]`
    ///
    /// @param index in the document, from 0; absent if it is the only one
    record InDocument(@Nullable Long index) implements RecordPlace {
        private static final Pattern TEXT =
                Pattern.compile("document(?:\\[(0|[1-9][0-9]{0,17})])?");
    }

    /// A path into JSON, the same in all languages: `cdrs[3]`. Also whatever else is stored.
    record Path(String path) implements RecordPlace {}

    /// Nobody knows.
    static RecordPlace unknown() {
        return new Path("");
    }

    /// An item of a list in JSON.
    ///
    /// @param index from 0
    static RecordPlace item(String list, long index) {
        return new Path(list + "[" + index + "]");
    }

    /// Stored in files of users: never change one.
    default String text() {
        return switch (this) {
            case Line(var number) -> "line " + number;
            case Row(var sheet, var number) -> sheet + " row " + number;
            case OnPage(var page, var index) -> "page " + page + " [" + index + "]";
            case InDocument(var index) -> index == null ? "document" : "document[" + index + "]";
            case Path(var path) -> path;
        };
    }

    /// The place that has a text.
    static RecordPlace of(String text) {
        var line = Line.TEXT.matcher(text);
        if (line.matches()) {
            return new Line(Long.parseLong(line.group(1)));
        }
        var row = Row.TEXT.matcher(text);
        if (row.matches()) {
            return new Row(row.group(1), Long.parseLong(row.group(2)));
        }
        var page = OnPage.TEXT.matcher(text);
        if (page.matches()) {
            return new OnPage(Long.parseLong(page.group(1)), Long.parseLong(page.group(2)));
        }
        var document = InDocument.TEXT.matcher(text);
        if (document.matches()) {
            var index = document.group(1);
            return new InDocument(index == null ? null : Long.valueOf(index));
        }
        return new Path(text);
    }
}
