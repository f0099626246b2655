package org.roamledger.export;

import org.roamledger.problem.Progress;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipInputStream;

/// Writes a report as a workbook: its frame, into which the rows are streamed.
///
/// Rows are formatted and deflated in blocks on several threads, because a library that makes an
/// object of each cell takes ten times as long for a million rows.
final class XlsxFile {

    /// What a sheet can hold, header included.
    static final int ROWS_PER_SHEET = 1 << 20;

    private static final String NO_ROWS = "<sheetData/>";

    private static final String ROWS_BEGIN = "<sheetData>\n";
    private static final String ROWS_END = "</sheetData>";
    private static final byte[] ROW_BEGIN = Bytes.utf8("<row r=\"");
    private static final byte[] ROW_OPEN = Bytes.utf8("\">");
    private static final byte[] ROW_END = Bytes.utf8("</row>\n");

    private final ExportRequest request;
    private final Progress progress;
    private final int rowsPerSheet;
    private final WorkbookFrame frame;
    private final SharedStrings strings;
    private final SheetCells cells;
    private final RowCount count;

    private XlsxFile(ExportRequest request, int rowsPerSheet, Progress progress) {
        this.request = request;
        this.progress = progress;
        this.rowsPerSheet = rowsPerSheet - 1;
        frame = WorkbookFrame.of(request, this.rowsPerSheet);
        strings = new SharedStrings(frame.sharedStrings());
        cells = new SheetCells(request, frame.styles(), strings);
        count = new RowCount(request.view().size());
    }

    /// @param rowsPerSheet rows of a sheet, header included; [#ROWS_PER_SHEET] but in tests
    static void write(
            ExportRequest request, int rowsPerSheet, FileChannel target, Progress progress)
            throws IOException {
        progress.step(0, request.view().size());
        new XlsxFile(request, rowsPerSheet, progress).write(target);
    }

    private void write(FileChannel target) throws IOException {
        var zip = new ZipFrame(target);
        var piece = new Deflated();
        try (var parts = new ZipInputStream(new ByteArrayInputStream(frame.zip()));
                var blocks = new OrderedBlocks<>(Rows::new)) {
            for (var part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                var name = part.getName();
                var content = parts.readAllBytes();
                zip.begin(name);
                var sheet = frame.sheets().indexOf(name);
                if (sheet >= 0) {
                    addSheet(sheet, content, piece, blocks, zip);
                } else if (name.equals(WorkbookFrame.SHARED_STRINGS)) {
                    add(strings.part(content), piece, zip);
                } else {
                    add(content, piece, zip);
                }
                zip.end();
            }
        }
        zip.finish();
        count.check();
    }

    private void addSheet(
            int sheet, byte[] empty, Deflated piece, OrderedBlocks<Rows> blocks, ZipFrame zip)
            throws IOException {
        var xml = new String(empty, StandardCharsets.UTF_8);
        var at = xml.indexOf(NO_ROWS);
        if (at < 0) {
            throw new IllegalStateException("unexpected sheet: " + xml);
        }
        add(Bytes.utf8(xml.substring(0, at) + ROWS_BEGIN), piece, zip);
        add(cells.headerRow(), piece, zip);
        var first = sheet * rowsPerSheet;
        var end = Math.min(request.view().size(), first + rowsPerSheet);
        blocks.run(
                first,
                end,
                progress,
                request.view().size(),
                rows -> {
                    zip.add(rows.deflated);
                    count.add(rows.written);
                });
        add(Bytes.utf8(ROWS_END + xml.substring(at + NO_ROWS.length())), piece, zip);
    }

    private static void add(byte[] content, Deflated piece, ZipFrame zip) throws IOException {
        piece.deflate(content, content.length);
        zip.add(piece);
    }

    /// Some rows of a sheet.
    private final class Rows implements OrderedBlocks.Block {
        private final SheetCells.Cell[] row = cells.forOneThread();
        private final int[] viewRows = request.view().rows();
        private final Bytes xml = new Bytes(1 << 20);
        private final Bytes rowNumber = new Bytes(16);
        private final Deflated deflated = new Deflated();
        private long written;

        @Override
        public void fill(int first, int end) {
            xml.clear();
            for (var position = first; position < end; position++) {
                rowNumber.clear();
                rowNumber.putNumber(position % rowsPerSheet + 2L);
                xml.put(ROW_BEGIN);
                xml.put(rowNumber);
                xml.put(ROW_OPEN);
                for (var cell : row) {
                    cell.put(viewRows[position], rowNumber, xml);
                }
                xml.put(ROW_END);
            }
            written = RowCount.lines(xml);
            deflated.deflate(xml.array(), xml.length());
        }
    }
}
