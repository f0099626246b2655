package org.roamledger.importing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// A ZIP file of records. Nothing of it is ever written to the disk: the names in it are only
/// labels, `archive.zip!2026/cdr.json`.
///
/// However much it pretends to hold, no more is read of it than an honest archive can have.
final class Archive implements AutoCloseable {

    /// Records shrink to a tenth or a thirtieth; the most that a bomb reaches is a thousandth.
    private static final long MOST_GROWTH = 200;

    private static final long ALWAYS_ALLOWED = 64 << 20;
    private static final long MOST_BYTES = 64L << 30;
    private static final int MOST_ENTRIES = 200_000;

    private final Path path;
    private final ZipFile zip;
    private final long allowed;
    private long inflated;

    /// @throws ZipException if it is no whole ZIP file
    Archive(Path path) throws IOException {
        this.path = path;
        // Names that are not marked as UTF-8 may be in any encoding; this one reads them all.
        zip = new ZipFile(path.toFile(), StandardCharsets.ISO_8859_1);
        allowed = Math.min(MOST_BYTES, Math.max(ALWAYS_ALLOWED, MOST_GROWTH * Files.size(path)));
    }

    /// A workbook is a ZIP file too: it has a list of its parts' types (ECMA-376 part 2, 7.2.3.3).
    boolean isWorkbook() {
        return zip.getEntry("[Content_Types].xml") != null;
    }

    /// Its files by name, without those that systems leave behind.
    ///
    /// @throws IOException if there are absurdly many
    List<ZipEntry> entries() throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            throw new IOException("more than " + MOST_ENTRIES + " files in one archive");
        }
        return zip.stream()
                .filter(entry -> !entry.isDirectory() && !isHidden(entry.getName()))
                .map(ZipEntry.class::cast)
                .sorted((a, b) -> a.getName().compareTo(b.getName()))
                .toList();
    }

    InputFile file(ZipEntry entry) {
        return new InputFile(label(entry), () -> new Counted(zip.getInputStream(entry)));
    }

    private Path label(ZipEntry entry) {
        // What one system allows in a name, another refuses; and no label may lead out of the
        // archive.
        var name =
                entry.getName()
                        .replaceAll("[\\p{Cntrl}<>:\"|?*\\\\]", "_")
                        .replaceAll("(?<=^|/)[.]{1,2}(?=/|$)", "_");
        return path.resolveSibling(path.getFileName() + "!" + name);
    }

    private static boolean isHidden(String name) {
        for (var part : name.split("/", -1)) {
            if (HiddenFiles.isHidden(part) || part.toUpperCase(Locale.ROOT).equals("__MACOSX")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /// Ends when more comes out of the archive than it may hold.
    private final class Counted extends FilterInputStream {

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return count(super.read(), 1);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var read = super.read(bytes, offset, length);
            return count(read, read);
        }

        private int count(int result, int bytes) throws IOException {
            inflated += result < 0 ? 0 : bytes;
            if (inflated > allowed) {
                throw new IOException(
                        "an archive that grows beyond all measure when it is unpacked");
            }
            return result;
        }
    }
}
