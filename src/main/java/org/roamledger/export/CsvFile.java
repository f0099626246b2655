package org.roamledger.export;

import org.roamledger.problem.Progress;

import java.io.IOException;
import java.nio.channels.FileChannel;

/// Writes a report as CSV: one header line, then a line per row, both ended by CR LF.
final class CsvFile {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] LINE_END = {'\r', '\n'};
    // A line without anything in it would be no row for most readers.
    private static final byte[] ONLY_VALUE_MISSING = {'"', '"'};

    private final ExportRequest request;
    private final CsvText texts;
    private final TextCells cells;

    CsvFile(ExportRequest request) {
        this.request = request;
        texts = new CsvText(request.csv().separator());
        cells = new TextCells(request, texts, request.csv().decimalPoint());
    }

    void write(FileChannel target, Progress progress) throws IOException {
        writeHeader(target);
        LineFile.write(request.view(), this::line, RowCount::records, target, progress);
    }

    private void writeHeader(FileChannel target) throws IOException {
        var header = new Bytes(1 << 10);
        if (request.csv().bom()) {
            header.put(BYTE_ORDER_MARK);
        }
        for (var i = 0; i < request.columns().size(); i++) {
            if (i > 0) {
                header.put(texts.separator());
            }
            header.put(texts.of(request.columns().get(i).header()));
        }
        header.put(LINE_END);
        LineFile.writeFully(target, header);
    }

    private LineFile.Line line() {
        var row = cells.forOneThread();
        return (reportRow, out) -> {
            var begin = out.length();
            row[0].put(reportRow, out);
            if (row.length == 1 && out.length() == begin) {
                out.put(ONLY_VALUE_MISSING);
            }
            for (var i = 1; i < row.length; i++) {
                out.put(texts.separator());
                row[i].put(reportRow, out);
            }
            out.put(LINE_END);
        };
    }
}
