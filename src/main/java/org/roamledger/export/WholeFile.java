package org.roamledger.export;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.settings.OwnerOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.UUID;

/// Writes a file so that there is either the whole new file or what was there before.
///
/// The content goes into a hidden file beside the target, is forced to the disk and then takes the
/// target's name.
public final class WholeFile {

    private static final long FULL = 1 << 16;

    /// In bytes, of the systems that take the shortest.
    private static final int LONGEST_NAME = 255;

    private static final int LONGEST_PATH = 259;

    private static final String PREFIX = ".roamledger-";
    private static final String SUFFIX = ".part";

    /// As [#write(Path, Content)], of bytes.
    public static void write(Path target, byte[] content) {
        write(
                target,
                channel -> {
                    for (var rest = ByteBuffer.wrap(content); rest.hasRemaining(); ) {
                        channel.write(rest);
                    }
                });
    }

    /// Writes the content.
    @FunctionalInterface
    public interface Content {
        void write(FileChannel channel) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(WholeFile.class);

    private final Path named;
    private final Path target;
    private final Path folder;

    private WholeFile(Path named, Path target) {
        this.named = named;
        this.target = target;
        folder = target.resolveSibling(".").normalize();
    }

    /// @throws ProblemException with [Problem.FolderMissing], [Problem.PathTooLong],
    ///   [Problem.FileInUse], [Problem.FileNotWritable], [Problem.DiskFull], or [Problem.Cancelled]
    ///   if the thread was interrupted
    public static void write(Path target, Content content) {
        var file = new WholeFile(target, real(target));
        file.checkTarget();
        file.replace(content);
    }

    /// Through links, so that a link stays and what it points to is replaced.
    private static Path real(Path target) {
        try {
            return target.toRealPath();
        } catch (IOException _) {
            return target.toAbsolutePath();
        }
    }

    private void checkTarget() {
        checkName();
        if (!Files.isDirectory(folder)) {
            throw new ProblemException(new Problem.FolderMissing(folder));
        }
        if (Files.isDirectory(target)) {
            throw notWritable("it is a folder", null);
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw notWritable("it is not an ordinary file", null);
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw notWritable("it is read-only", null);
        }
        if (!Files.isWritable(folder)) {
            throw notWritable("its folder is read-only", null);
        }
        if (Files.exists(target)) {
            checkUnused();
        }
    }

    /// Before minutes of work are done for a name that no file can have.
    private void checkName() {
        try {
            Files.readAttributes(target, BasicFileAttributes.class);
        } catch (NoSuchFileException _) {
            // As it should be.
        } catch (IOException e) {
            var name = String.valueOf(target.getFileName());
            if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME
                    || target.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
                throw new ProblemException(new Problem.PathTooLong(named), e);
            }
        }
    }

    /// A program may forbid others to write what it shows, and then also that it is replaced.
    private void checkUnused() {
        try (var _ = FileChannel.open(target, StandardOpenOption.WRITE)) {
            LOG.debug("{} is not in use", target);
        } catch (IOException e) {
            throw new ProblemException(new Problem.FileInUse(named), e);
        }
    }

    private void replace(Content content) {
        removeAbandoned();
        var part = folder.resolve(PREFIX + UUID.randomUUID() + SUFFIX);
        try {
            try (var channel =
                    FileChannel.open(
                            part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                // Held to the end: by it another export knows that this part is not abandoned.
                channel.lock();
                var reopen = OwnerOnly.protectForNow(part);
                content.write(channel);
                channel.force(true);
                reopen.run();
            }
            move(part);
        } catch (IOException e) {
            throw understood(e);
        } finally {
            delete(part);
        }
    }

    /// Parts of exports that were killed: nobody holds them any more.
    private void removeAbandoned() {
        try (var parts = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (var part : parts) {
                if (isAbandoned(part)) {
                    delete(part);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("Cannot look for parts in {}", folder, e);
        }
    }

    private static boolean isAbandoned(Path part) {
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException | OverlappingFileLockException _) {
            // In use by this process, gone by now, or on a drive that knows no locks.
            return false;
        }
    }

    private void move(Path part) throws IOException {
        try {
            Files.move(
                    part,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException _) {
            // Some network drives cannot; theirs is the next best.
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void delete(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            LOG.warn("A temporary file was left behind: {}", part, e);
        }
    }

    private ProblemException understood(IOException fault) {
        if (fault instanceof ClosedByInterruptException) {
            return new ProblemException(new Problem.Cancelled(), fault);
        }
        if (saysFull(fault) || isFull()) {
            return new ProblemException(new Problem.DiskFull(named), fault);
        }
        if (fault instanceof AccessDeniedException && Files.exists(target)) {
            return new ProblemException(new Problem.FileInUse(named), fault);
        }
        var reason = fault instanceof FileSystemException of ? of.getReason() : fault.getMessage();
        return notWritable(reason == null ? fault.getClass().getSimpleName() : reason, fault);
    }

    /// Java has no type for it, only the system's words.
    private static boolean saysFull(IOException fault) {
        var words = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
        return words.contains("no space left")
                || words.contains("not enough space")
                || words.contains("quota");
    }

    /// Where the system's words are in another language.
    private boolean isFull() {
        try {
            return Files.getFileStore(folder).getUsableSpace() < FULL;
        } catch (IOException _) {
            return false;
        }
    }

    private ProblemException notWritable(String detail, @Nullable Throwable cause) {
        return new ProblemException(new Problem.FileNotWritable(named, detail), cause);
    }
}
