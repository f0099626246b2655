package org.roamledger.export;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.session.KeptReject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Writes rejects as CSV (RFC 4180, UTF-8), one per line with the text of the record.
public final class RejectExport {

    private static final List<String> HEADERS =
            List.of(
                    "source",
                    "file",
                    "place",
                    "record_id",
                    "reason",
                    "field",
                    "value",
                    "first_seen",
                    "last_seen",
                    "form",
                    "raw");
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final int BLOCK = 1 << 16;

    private final FileChannel target;
    private final Progress progress;
    private final CsvText texts = new CsvText(',');
    private final Bytes block = new Bytes(2 * BLOCK);
    private long written;

    private RejectExport(FileChannel target, Progress progress) {
        this.target = target;
        this.progress = progress;
    }

    /// Writes the whole file or leaves what was there before.
    ///
    /// @param rejects hands each reject to what it is given
    /// @param progress is shown the number of rejects written
    /// @return how many were written
    /// @throws ProblemException with [Problem.FolderMissing], [Problem.FileNotWritable] or
    ///   [Problem.DiskFull], or with [Problem.Cancelled] if the thread is interrupted
    public static long write(
            Consumer<Consumer<KeptReject>> rejects, Path target, Progress progress) {
        var count = new long[1];
        WholeFile.write(
                target,
                channel -> {
                    var export = new RejectExport(channel, progress);
                    export.putLine(HEADERS);
                    try {
                        rejects.accept(export::put);
                    } catch (UncheckedIOException e) {
                        throw e.getCause();
                    }
                    export.flush();
                    count[0] = export.written;
                });
        return count[0];
    }

    private void put(KeptReject kept) {
        var reject = kept.reject();
        putLine(
                List.of(
                        kept.source(),
                        orEmpty(reject.file()),
                        reject.where().text(),
                        reject.id(),
                        reject.reason().name(),
                        reject.field(),
                        reject.value(),
                        kept.firstSeen().toString(),
                        kept.lastSeen().toString(),
                        reject.form() == null ? "" : reject.form().name(),
                        reject.raw()));
        written++;
        if (block.length() >= BLOCK) {
            progress.step(written, -1);
            try {
                flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private void putLine(List<String> values) {
        for (var i = 0; i < values.size(); i++) {
            if (i > 0) {
                block.put(texts.separator());
            }
            block.put(texts.of(values.get(i)));
        }
        block.put(LINE_END);
    }

    private void flush() throws IOException {
        LineFile.writeFully(target, block);
        block.clear();
    }
}
