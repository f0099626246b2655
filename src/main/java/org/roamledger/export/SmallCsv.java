package org.roamledger.export;

import org.roamledger.problem.ProblemException;

import java.nio.file.Path;
import java.util.List;

/// A CSV file of few lines, put together in memory.
public final class SmallCsv {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private SmallCsv() {}

    /// Writes the whole file or leaves what was there before. Blocks: not for the screen's thread.
    ///
    /// @param lines the header first, as many values on each
    /// @throws ProblemException with `FolderMissing`, `FileNotWritable`, `DiskFull` or `Cancelled`
    public static void write(List<List<String>> lines, CsvForm form, Path target) {
        var texts = new CsvText(form.separator());
        var content = new Bytes(1 << 16);
        if (form.bom()) {
            content.put(BYTE_ORDER_MARK);
        }
        lines.forEach(line -> put(line, texts, content));
        WholeFile.write(target, channel -> CsvFile.writeFully(channel, content));
    }

    private static void put(List<String> values, CsvText texts, Bytes out) {
        for (var i = 0; i < values.size(); i++) {
            if (i > 0) {
                out.put(texts.separator());
            }
            out.put(texts.of(values.get(i)));
        }
        out.put('\r');
        out.put('\n');
    }
}
