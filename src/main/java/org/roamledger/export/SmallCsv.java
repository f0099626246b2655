package org.roamledger.export;

import org.roamledger.problem.ProblemException;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;

/// A CSV file of few lines, put together in memory. For one thread.
public final class SmallCsv {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final CsvText texts;
    private final char decimalPoint;
    private final Bytes content = new Bytes(1 << 16);
    private boolean lineBegun;

    SmallCsv(CsvForm form) {
        texts = new CsvText(form.separator());
        decimalPoint = form.decimalPoint();
        if (form.bom()) {
            content.put(BYTE_ORDER_MARK);
        }
    }

    /// Writes the whole file or leaves what was there before. Blocks: not for the screen's thread.
    ///
    /// @param lines the header first, as many values on each
    /// @throws ProblemException with `FolderMissing`, `FileNotWritable`, `DiskFull` or `Cancelled`
    public static void write(List<List<String>> lines, CsvForm form, Path target) {
        var csv = new SmallCsv(form);
        lines.forEach(csv::putLine);
        WholeFile.write(target, csv::writeTo);
    }

    /// A line of texts.
    void putLine(List<String> values) {
        values.forEach(this::putText);
        endLine();
    }

    void putText(String text) {
        separate();
        content.put(texts.of(text));
    }

    /// A number, which a minus does not make a formula.
    ///
    /// @param literal digits, with a point before decimals
    void putNumber(String literal) {
        separate();
        content.put(literal.replace('.', decimalPoint));
    }

    private void separate() {
        if (lineBegun) {
            content.put(texts.separator());
        }
        lineBegun = true;
    }

    void endLine() {
        content.put('\r');
        content.put('\n');
        lineBegun = false;
    }

    void writeTo(FileChannel target) throws IOException {
        LineFile.writeFully(target, content);
    }
}
