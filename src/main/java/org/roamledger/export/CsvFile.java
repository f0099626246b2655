package org.roamledger.export;

import org.roamledger.problem.Progress;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// Writes a report as CSV: one header line, then a line per row, both ended by CR LF.
final class CsvFile {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] LINE_END = {'\r', '\n'};
    // A line without anything in it would be no row for most readers.
    private static final byte[] ONLY_VALUE_MISSING = {'"', '"'};

    private final ExportRequest request;
    private final CsvText texts;
    private final CsvCells cells;

    CsvFile(ExportRequest request) {
        this.request = request;
        texts = new CsvText(request.csv().separator());
        cells = new CsvCells(request, texts);
    }

    void write(FileChannel target, Progress progress) throws IOException {
        writeHeader(target);
        var rows = request.view().size();
        var count = new RowCount(rows);
        try (var blocks = new OrderedBlocks<>(Lines::new)) {
            blocks.run(
                    0,
                    rows,
                    progress,
                    rows,
                    lines -> {
                        writeFully(target, lines.bytes);
                        count.add(lines.written);
                    });
        }
        count.check();
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
        writeFully(target, header);
    }

    static void writeFully(FileChannel target, Bytes bytes) throws IOException {
        var left = ByteBuffer.wrap(bytes.array(), 0, bytes.length());
        while (left.hasRemaining()) {
            target.write(left);
        }
    }

    /// The lines of some rows.
    private final class Lines implements OrderedBlocks.Block {
        private final Bytes bytes = new Bytes(1 << 19);
        private final CsvCells.Cell[] row = cells.forOneThread();
        private final int[] rows = request.view().rows();
        private long written;

        @Override
        public void fill(int first, int end) {
            bytes.clear();
            for (var position = first; position < end; position++) {
                putLine(rows[position]);
            }
            written = RowCount.records(bytes);
        }

        private void putLine(int reportRow) {
            var begin = bytes.length();
            row[0].put(reportRow, bytes);
            if (row.length == 1 && bytes.length() == begin) {
                bytes.put(ONLY_VALUE_MISSING);
            }
            for (var i = 1; i < row.length; i++) {
                bytes.put(texts.separator());
                row[i].put(reportRow, bytes);
            }
            bytes.put(LINE_END);
        }
    }
}
