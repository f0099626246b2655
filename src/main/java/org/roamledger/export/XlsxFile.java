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

    private final ExportRequest request;
    private final int rowsPerSheet;
    private final RowCount count;

    /// @param rowsPerSheet rows of a sheet, header included; [#ROWS_PER_SHEET] but in tests
    XlsxFile(ExportRequest request, int rowsPerSheet) {
        this.request = request;
        this.rowsPerSheet = rowsPerSheet - 1;
        count = new RowCount(request.view().size());
    }

    void write(FileChannel target, Progress progress) throws IOException {
        progress.step(0, request.view().size());
        var frame = WorkbookFrame.of(request, rowsPerSheet);
        var strings = new SharedStrings(frame.sharedStrings());
        var cells = new SheetCells(request, frame.styles(), strings);
        var zip = new ZipFrame(target);
        var piece = new Deflated();
        try (var template = new ZipInputStream(new ByteArrayInputStream(frame.zip()));
                var blocks = new OrderedBlocks<>(() -> new Rows(cells.forOneThread()))) {
            for (var entry = template.getNextEntry();
                    entry != null;
                    entry = template.getNextEntry()) {
                var name = entry.getName();
                var content = template.readAllBytes();
                zip.begin(name);
                if (frame.sheets().contains(name)) {
                    var sheet = frame.sheets().indexOf(name);
                    var xml = new String(content, StandardCharsets.UTF_8).split(NO_ROWS, -1);
                    if (xml.length != 2) {
                        throw new IllegalStateException("unexpected sheet: " + name);
                    }
                    add(xml[0] + "<sheetData>\n", piece, zip);
                    add(new String(cells.headerRow(), StandardCharsets.UTF_8), piece, zip);
                    addRows(sheet, blocks, zip, progress);
                    add("</sheetData>" + xml[1], piece, zip);
                } else if (name.equals(WorkbookFrame.SHARED_STRINGS)) {
                    var part = strings.part(content);
                    piece.deflate(part.array(), part.length());
                    zip.add(piece);
                } else {
                    piece.deflate(content, content.length);
                    zip.add(piece);
                }
                zip.end();
            }
        } finally {
            piece.release();
        }
        zip.finish();
        count.check();
    }

    private static void add(String xml, Deflated piece, ZipFrame zip) throws IOException {
        var utf8 = Bytes.utf8(xml);
        piece.deflate(utf8, utf8.length);
        zip.add(piece);
    }

    private void addRows(int sheet, OrderedBlocks<Rows> blocks, ZipFrame zip, Progress progress)
            throws IOException {
        var size = request.view().size();
        var first = sheet * rowsPerSheet;
        var end = Math.min(size, first + rowsPerSheet);
        blocks.run(
                first,
                end,
                progress,
                size,
                rows -> {
                    zip.add(rows.deflated);
                    count.add(rows.rowsWritten);
                });
    }

    /// Some rows of a sheet.
    private final class Rows implements OrderedBlocks.Block {
        private final SheetCells.Cell[] cells;
        private final int[] viewRows = request.view().rows();
        private final Bytes xml = new Bytes(1 << 20);
        private final Bytes rowNumber = new Bytes(16);
        private final Deflated deflated = new Deflated();
        private long rowsWritten;

        Rows(SheetCells.Cell[] cells) {
            this.cells = cells;
        }

        @Override
        public void fill(int first, int end) {
            xml.clear();
            for (var position = first; position < end; position++) {
                rowNumber.clear();
                rowNumber.putNumber(position % rowsPerSheet + 2L);
                xml.put(ROW_BEGIN);
                xml.put(rowNumber);
                xml.put(ROW_OPEN);
                for (var cell : cells) {
                    cell.put(viewRows[position], rowNumber, xml);
                }
                xml.put(ROW_END);
            }
            deflated.deflate(xml.array(), xml.length());
            rowsWritten = lines();
        }

        private long lines() {
            var lines = 0;
            for (var i = 0; i < xml.length(); i++) {
                lines += xml.array()[i] == '\n' ? 1 : 0;
            }
            return lines;
        }

        @Override
        public void release() {
            deflated.release();
        }
    }

    private static final byte[] ROW_BEGIN = Bytes.utf8("<row r=\"");
    private static final byte[] ROW_OPEN = Bytes.utf8("\">");
    private static final byte[] ROW_END = Bytes.utf8("</row>\n");
}
