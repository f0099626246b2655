package org.roamledger.store;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.settings.OwnerOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32C;

/// Checksums of a store's file as it was when it was last closed by all who had it open.
///
/// SQLite itself has none: it notices damage to how its pages hang together, not to what stands in
/// them. The sums stand beside the store, and are taken away before anything is written to it.
final class BlockSums {

    private static final Logger LOG = LoggerFactory.getLogger(BlockSums.class);
    private static final long MAGIC = 0x526F616D53756D31L;
    private static final int BLOCK = 1 << 16;

    /// Where SQLite counts the changes of a file, and where it repeats that number.
    private static final int CHANGES = 24;

    private static final int CHANGES_AGAIN = 92;

    private final long size;
    private final long changes;
    private final int[] sums;

    private BlockSums(long size, long changes, int[] sums) {
        this.size = size;
        this.changes = changes;
        this.sums = sums;
    }

    private static Path beside(Path store) {
        return store.resolveSibling(store.getFileName() + "-sums");
    }

    static boolean isThere(Path store) {
        return Files.exists(beside(store));
    }

    /// The sums beside a store; none if there are none that can be believed.
    static Optional<BlockSums> read(Path store) {
        try {
            var bytes = ByteBuffer.wrap(Files.readAllBytes(beside(store)));
            var length = bytes.capacity() - Integer.BYTES;
            if (length < 3 * Long.BYTES || bytes.getInt(length) != sum(bytes.slice(0, length))) {
                return Optional.empty();
            }
            if (bytes.getLong() != MAGIC) {
                return Optional.empty();
            }
            var size = bytes.getLong();
            var changes = bytes.getLong();
            var sums = new int[(length - bytes.position()) / Integer.BYTES];
            bytes.asIntBuffer().get(sums);
            return Optional.of(new BlockSums(size, changes, sums));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// The sums of a file that nobody writes to meanwhile. Not of a channel, which an interrupt
    /// would close.
    ///
    /// @throws ProblemException with [Problem.Cancelled] if the thread is interrupted
    static BlockSums of(RandomAccessFile file, Progress progress) throws IOException {
        var size = file.length();
        var changes = 0L;
        var sums = new int[Math.toIntExact((size + BLOCK - 1) / BLOCK)];
        var block = new byte[BLOCK];
        file.seek(0);
        for (var i = 0; i < sums.length; i++) {
            var length = Math.toIntExact(Math.min(BLOCK, size - (long) i * BLOCK));
            file.readFully(block, 0, length);
            var bytes = ByteBuffer.wrap(block, 0, length);
            if (i == 0 && length > CHANGES_AGAIN + Integer.BYTES) {
                changes = (long) bytes.getInt(CHANGES) << 32 | bytes.getInt(CHANGES_AGAIN);
            }
            sums[i] = sum(bytes);
            progress.step(i + 1L, sums.length);
        }
        return new BlockSums(size, changes, sums);
    }

    private static int sum(ByteBuffer bytes) {
        var sum = new CRC32C();
        sum.update(bytes);
        return (int) sum.getValue();
    }

    /// Whether a program that knows SQLite, but not these sums, wrote to the file since: it counted
    /// that twice, which no damage does.
    boolean areOutdated(BlockSums now) {
        return now.changes != changes && (int) (now.changes >>> 32) == (int) now.changes;
    }

    /// Where a file begins to differ from these, in bytes, to the block; nothing if it does not.
    OptionalLong difference(BlockSums other) {
        var block = Arrays.mismatch(sums, other.sums);
        if (block < 0 && size == other.size) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(block < 0 ? Math.min(size, other.size) : (long) block * BLOCK);
    }

    /// Puts them beside a store. If that fails there are none, which harms nobody.
    void write(Path store) {
        var bytes = ByteBuffer.allocate(3 * Long.BYTES + (sums.length + 1) * Integer.BYTES);
        bytes.putLong(MAGIC).putLong(size).putLong(changes);
        bytes.asIntBuffer().put(sums);
        var length = bytes.capacity() - Integer.BYTES;
        bytes.putInt(length, sum(bytes.slice(0, length)));
        try {
            OwnerOnly.createFile(beside(store));
            Files.write(beside(store), bytes.array(), StandardOpenOption.DSYNC);
        } catch (IOException e) {
            LOG.warn("The sums of {} are not kept: {}", store, e.getMessage());
            forget(store);
        }
    }

    /// Takes them away, for the store is about to change; not even a power cut brings them back.
    static void forget(Path store) {
        var file = beside(store);
        if (!Files.exists(file)) {
            return;
        }
        try {
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(0);
                channel.force(true);
            }
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.FileNotWritable(file, String.valueOf(e.getMessage())), e);
        }
    }
}
