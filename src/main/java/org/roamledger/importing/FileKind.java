package org.roamledger.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// What a file is by its first bytes; its name only decides what is said when they disagree.
enum FileKind {
    ZIP,
    JSON,
    XML,
    TEXT,
    OTHER;

    private static final int HEAD = 8_192;

    static FileKind of(InputFile file) throws IOException {
        var head = file.head(HEAD);
        if (head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
            return ZIP;
        }
        var mark = ByteOrderMark.of(head);
        var text = new String(head, mark.length(), head.length - mark.length(), mark.charset());
        if (text.isBlank() || text.indexOf('\0') >= 0 || text.startsWith("%PDF")) {
            return OTHER;
        }
        return switch (text.strip().charAt(0)) {
            case '[', '{' -> JSON;
            case '<' -> XML;
            default -> TEXT;
        };
    }

    /// Whether the name promises a workbook.
    static boolean isNamedWorkbook(Path file) {
        var name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".xlsx") || name.endsWith(".xlsm");
    }

    /// Whether the name promises a table of text.
    static boolean isNamedTable(Path file) {
        var name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".csv") || name.endsWith(".tsv") || name.endsWith(".txt");
    }
}
