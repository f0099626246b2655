package org.roamledger.export;

import org.roamledger.problem.Progress;

import java.io.IOException;
import java.nio.channels.FileChannel;

/// Writes a report as JSON lines: an object for each row, with the keys of the columns, `null`
/// where a value is missing.
final class JsonLinesFile {

    private static final byte[] MISSING = {'n', 'u', 'l', 'l'};

    private final ExportRequest request;
    private final TextCells cells;
    private final byte[][] keys;

    JsonLinesFile(ExportRequest request) {
        this.request = request;
        var texts = new JsonText();
        cells = new TextCells(request, texts, '.');
        keys = new byte[request.columns().size()][];
        for (var i = 0; i < keys.length; i++) {
            var key = new Bytes(32);
            key.put(i == 0 ? '{' : ',');
            key.put(texts.of(request.columns().get(i).key()));
            key.put(':');
            keys[i] = key.toArray();
        }
    }

    void write(FileChannel target, Progress progress) throws IOException {
        LineFile.write(request.view(), this::line, RowCount::lines, target, progress);
    }

    private LineFile.Line line() {
        var row = cells.forOneThread();
        return (reportRow, out) -> {
            for (var i = 0; i < row.length; i++) {
                out.put(keys[i]);
                var begin = out.length();
                row[i].put(reportRow, out);
                if (out.length() == begin) {
                    out.put(MISSING);
                }
            }
            out.put('}');
            out.put('\n');
        };
    }
}
