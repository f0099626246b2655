package org.roamledger.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.report.ReportFixture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

final class WholeFileTest {

    @TempDir Path folder;

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Path old() throws IOException {
        return Files.writeString(folder.resolve("old.csv"), "old");
    }

    private static void writeNew(FileChannel channel) throws IOException {
        channel.write(ByteBuffer.wrap(Bytes.utf8("new")));
    }

    private static Problem problem(Path target, WholeFile.Content content) {
        return assertThrows(ProblemException.class, () -> WholeFile.write(target, content))
                .problem();
    }

    private void assertOldIsAllThereIs(Path old) throws IOException {
        assertEquals(List.of("old.csv"), names());
        assertEquals("old", Files.readString(old));
    }

    @Test
    void whatAKilledExportLeftIsRemovedAndWhatAnotherWritesIsNot() throws IOException {
        Files.writeString(folder.resolve(".roamledger-killed.part"), "half");
        var other = folder.resolve("other.csv");
        WholeFile.write(
                folder.resolve("one.csv"),
                outer -> {
                    writeNew(outer);
                    assertEquals(1, names().size());
                    WholeFile.write(other, WholeFileTest::writeNew);
                });
        assertEquals(List.of("one.csv", "other.csv"), names());
    }

    @Test
    void theNewFileTakesThePlaceOfTheOldOne() throws IOException {
        var old = old();
        WholeFile.write(old, WholeFileTest::writeNew);
        assertEquals(List.of("old.csv"), names());
        assertEquals("new", Files.readString(old));
    }

    @Test
    void untilItIsWholeTheNewFileIsHiddenBesideTheOldOne() throws IOException {
        var old = old();
        var seen = new ArrayList<String>();
        WholeFile.write(
                old,
                channel -> {
                    writeNew(channel);
                    seen.addAll(names());
                    assertEquals("old", Files.readString(old));
                });
        assertEquals(2, seen.size());
        assertTrue(seen.getFirst().startsWith("."), seen::toString);
        assertTrue(seen.getFirst().endsWith(".part"), seen::toString);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anotherUserMayReadTheFileIfTheUmaskSaysSo() throws IOException {
        var plain = Files.writeString(folder.resolve("plain"), "");
        var written = folder.resolve("written");
        WholeFile.write(written, WholeFileTest::writeNew);
        assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(written));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkStaysALink() throws IOException {
        var old = old();
        var link = Files.createSymbolicLink(folder.resolve("link.csv"), old);
        WholeFile.write(link, WholeFileTest::writeNew);
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(old));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No space left on device",
                "There is not enough space on the disk",
                "Disk quota exceeded"
            })
    void aFullDiskLeavesTheOldFile(String words) throws IOException {
        var old = old();
        var problem =
                problem(
                        old,
                        channel -> {
                            writeNew(channel);
                            throw new IOException(words);
                        });
        assertEquals(new Problem.DiskFull(old), problem);
        assertOldIsAllThereIs(old);
    }

    @Test
    void anotherFaultLeavesTheOldFileAndIsToldInItsWords() throws IOException {
        var old = old();
        var problem =
                problem(
                        old,
                        _ -> {
                            throw new IOException("Input/output error");
                        });
        assertEquals(new Problem.FileNotWritable(old, "Input/output error"), problem);
        assertOldIsAllThereIs(old);
    }

    @Test
    void aFaultOfTheApplicationLeavesTheOldFile() throws IOException {
        var old = old();
        assertThrows(
                IllegalStateException.class,
                () ->
                        WholeFile.write(
                                old,
                                _ -> {
                                    throw new IllegalStateException();
                                }));
        assertOldIsAllThereIs(old);
    }

    @Test
    void aFileThatIsDeniedMayBeOpenElsewhere() throws IOException {
        var old = old();
        var problem =
                problem(
                        old,
                        _ -> {
                            throw new AccessDeniedException(old.toString());
                        });
        assertEquals(new Problem.FileInUse(old), problem);
    }

    @Test
    void aNameThatIsTooLongIsToldBeforeAnythingIsDone() throws IOException {
        var target = folder.resolve("x".repeat(300) + ".xlsx");
        assertEquals(
                new Problem.PathTooLong(target),
                problem(
                        target,
                        _ -> {
                            throw new IllegalStateException("must not be asked");
                        }));
        var deep = folder.resolve(("y".repeat(200) + "/").repeat(30)).resolve("a.csv");
        assertEquals(new Problem.PathTooLong(deep), problem(deep, WholeFileTest::writeNew));
        assertEquals(List.of(), names());
    }

    @Test
    void aMissingFolderIsNamed() {
        var missing = folder.resolve("missing");
        assertEquals(
                new Problem.FolderMissing(missing),
                problem(missing.resolve("a.csv"), WholeFileTest::writeNew));
    }

    @Test
    void aFolderIsNoTarget() {
        assertEquals(
                new Problem.FileNotWritable(folder, "it is a folder"),
                problem(folder, WholeFileTest::writeNew));
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldBeforeAnythingIsDone() throws IOException {
        var closed = Files.createDirectory(folder.resolve("closed"));
        assertTrue(closed.toFile().setWritable(false));
        assumeFalse(Files.isWritable(closed), "who runs this may write everywhere");
        var target = closed.resolve("a.csv");
        assertEquals(
                new Problem.FileNotWritable(target, "its folder is read-only"),
                problem(target, WholeFileTest::writeNew));
    }

    @Test
    void aReadOnlyFileIsNotReplaced() throws IOException {
        var old = old();
        assertTrue(old.toFile().setWritable(false));
        assumeFalse(Files.isWritable(old), "who runs this may write everywhere");
        assertEquals(
                new Problem.FileNotWritable(old, "it is read-only"),
                problem(old, WholeFileTest::writeNew));
        assertEquals("old", Files.readString(old));
    }

    @ParameterizedTest
    @EnumSource
    void aCancelledExportLeavesTheOldFile(ExportFormat format) throws IOException {
        var old = old();
        var view = ReportFixture.view(ReportFixture.random(30_000, Exports.STOCKHOLM, 1));
        Progress cancel =
                (done, _) -> {
                    if (done > 10_000) {
                        Thread.currentThread().interrupt();
                    }
                };
        var thrown =
                assertThrows(
                        ProblemException.class,
                        () -> ReportExport.write(Exports.request(view), old, format, cancel));
        assertInstanceOf(Problem.Cancelled.class, thrown.problem());
        assertTrue(Thread.interrupted(), "the flag stays set");
        assertOldIsAllThereIs(old);
    }

    @ParameterizedTest
    @EnumSource
    void progressEndsWithAllRows(ExportFormat format) {
        var view = ReportFixture.view(ReportFixture.random(3_000, Exports.STOCKHOLM, 1));
        var shown = new ArrayList<List<Long>>();
        ReportExport.write(
                Exports.request(view),
                folder.resolve("new"),
                format,
                (done, total) -> shown.add(List.of(done, total)));
        assertEquals(List.of(3_000L, 3_000L), shown.getLast());
        assertFalse(shown.size() < 3, "one step a block");
    }
}
