package org.roamledger.export;

import org.roamledger.problem.Progress;
import org.roamledger.report.ReportView;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/// Writes a report as lines of text, a row on each.
final class LineFile {

    /// Writes the line of one row, for one thread.
    @FunctionalInterface
    interface Line {
        /// @param row row of the report
        void put(int row, Bytes out);
    }

    private LineFile() {}

    /// @param lines a writer for each thread
    /// @param count counts the rows in what was written
    static void write(
            ReportView view,
            Supplier<Line> lines,
            ToLongFunction<Bytes> count,
            FileChannel target,
            Progress progress)
            throws IOException {
        var rows = view.size();
        var written = new RowCount(rows);
        try (var blocks = new OrderedBlocks<>(() -> new Lines(view, lines.get(), count))) {
            blocks.run(
                    0,
                    rows,
                    progress,
                    rows,
                    block -> {
                        writeFully(target, block.bytes);
                        written.add(block.written);
                    });
        }
        written.check();
    }

    static void writeFully(FileChannel target, Bytes bytes) throws IOException {
        var left = ByteBuffer.wrap(bytes.array(), 0, bytes.length());
        while (left.hasRemaining()) {
            target.write(left);
        }
    }

    /// The lines of some rows.
    private static final class Lines implements OrderedBlocks.Block {
        private final Bytes bytes = new Bytes(1 << 19);
        private final int[] rows;
        private final Line line;
        private final ToLongFunction<Bytes> count;
        private long written;

        Lines(ReportView view, Line line, ToLongFunction<Bytes> count) {
            this.rows = view.rows();
            this.line = line;
            this.count = count;
        }

        @Override
        public void fill(int first, int end) {
            bytes.clear();
            for (var position = first; position < end; position++) {
                line.put(rows[position], bytes);
            }
            written = count.applyAsLong(bytes);
        }
    }
}
