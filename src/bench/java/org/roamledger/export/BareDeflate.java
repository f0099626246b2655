package org.roamledger.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.Deflater;
import java.util.zip.ZipFile;

/// The bound of every writer of workbooks: nothing but the deflating of XML that is there already,
/// on two threads, by the library of Java at its fastest level.
final class BareDeflate {

    private static final int BLOCK = 1 << 20;
    private static final int THREADS = 2;

    private BareDeflate() {}

    /// Unpacks the first sheet of a workbook.
    static void unpack(Path workbook, Path xml) throws IOException {
        try (var zip = new ZipFile(workbook.toFile());
                var in = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
            Files.copy(in, xml);
        }
    }

    static void write(Path xml, Path file) throws IOException {
        var waiting = new ArrayDeque<Future<byte[]>>();
        try (var in = FileChannel.open(xml);
                var out =
                        FileChannel.open(
                                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var threads = Executors.newFixedThreadPool(THREADS)) {
            for (var at = 0L; at < in.size(); at += BLOCK) {
                if (waiting.size() == 2 * THREADS) {
                    write(waiting.remove(), out);
                }
                var begin = at;
                waiting.add(threads.submit((Callable<byte[]>) () -> deflated(in, begin)));
            }
            while (!waiting.isEmpty()) {
                write(waiting.remove(), out);
            }
            out.force(true);
        }
    }

    private static byte[] deflated(FileChannel in, long begin) throws IOException {
        var raw = ByteBuffer.allocate(BLOCK);
        var read = 0;
        while (raw.hasRemaining() && read >= 0) {
            read = in.read(raw, begin + raw.position());
        }
        var deflater = new Deflater(Deflater.BEST_SPEED, true);
        deflater.setInput(raw.array(), 0, raw.position());
        var packed = new byte[BLOCK + (BLOCK >> 3)];
        var length = deflater.deflate(packed, 0, packed.length, Deflater.SYNC_FLUSH);
        deflater.end();
        return Arrays.copyOf(packed, length);
    }

    private static void write(Future<byte[]> block, FileChannel out) throws IOException {
        try {
            var bytes = ByteBuffer.wrap(block.get());
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IOException(e);
        }
    }
}
