package org.roamledger.importing;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads files that a user has: the report and station lists as CSV or XLSX, CDRs of OCPI and OICP
/// as JSON and of eMIP as XML, and ZIP archives of such CDRs. What a file is, is decided by its
/// content.
///
/// A problem with one file does not stop the others. For one thread at a time, never the screen's.
public final class FileImport {

    private static final Logger LOG = LoggerFactory.getLogger(FileImport.class);

    private final ImportSettings settings;
    private final SessionSink sink;
    private final MappingBook mappings;

    /// Hands what it reads to `sink`.
    public FileImport(ImportSettings settings, SessionSink sink) {
        this(settings, sink, MappingBook.EMPTY);
    }

    /// @param mappings by which tables are read again as they were read before
    public FileImport(ImportSettings settings, SessionSink sink, MappingBook mappings) {
        this.settings = settings;
        this.sink = sink;
        this.mappings = mappings;
    }

    /// Reads files, and of folders all files in and below them by name; hidden ones are passed
    /// over. Sessions are handed on a thousand at a time.
    ///
    /// @param progress receives bytes read of bytes in all files
    /// @return what became of each file, in the order given, and of each file in an archive
    /// @throws ProblemException with [Problem.Cancelled] if the thread was interrupted; what was
    ///   handed on before is stored
    public List<ImportedFile> read(List<Path> pathsOrFolders, Progress progress) {
        var files = pathsOrFolders.stream().flatMap(path -> files(path).stream()).toList();
        var total = files.stream().mapToLong(FileImport::size).sum();
        var before = 0L;
        var outcomes = new ArrayList<ImportedFile>();
        for (var file : files) {
            progress.step(before, total);
            var size = size(file);
            outcomes.addAll(readAll(file, new FileProgress(progress, before, size, total)));
            before += size;
        }
        progress.step(total, total);
        return outcomes;
    }

    /// A file, or the files in an archive.
    private List<ImportedFile> readAll(Path path, FileProgress progress) {
        var file = InputFile.onDisk(path);
        if (Files.isRegularFile(path)) {
            try {
                if (FileKind.of(file) == FileKind.ZIP && !FileKind.isNamedWorkbook(path)) {
                    try (var archive = new Archive(path)) {
                        if (!archive.isWorkbook()) {
                            return read(path, archive, progress);
                        }
                    }
                }
            } catch (IOException _) {
                // Reading it as a file will tell what is wrong with it.
                return List.of(read(file, progress, this::recordFile));
            }
        }
        return List.of(read(file, progress, this::recordFile));
    }

    private List<ImportedFile> read(Path path, Archive archive, FileProgress progress)
            throws IOException {
        var entries = archive.entries();
        if (entries.isEmpty()) {
            return List.of(read(InputFile.onDisk(path), progress, FileImport::unknown));
        }
        var outcomes = new ArrayList<ImportedFile>();
        var done = progress;
        for (var entry : entries) {
            outcomes.add(read(archive.file(entry), done, this::packedFile));
            done = done.after(entry.getCompressedSize());
        }
        return outcomes;
    }

    private interface Recognition {
        RecordFile of(InputFile file) throws IOException;
    }

    private ImportedFile read(InputFile file, FileProgress progress, Recognition recognition) {
        var path = file.path();
        var batch = new Batch(sink, path);
        sink.begin();
        var format = "";
        Problem problem = null;
        var warnings = List.<Problem>of();
        try {
            var records = recognition.of(file);
            try {
                format = read(records, batch, progress);
                warnings = records.warnings(batch.records());
            } finally {
                if (format.isEmpty()) {
                    format = records.format();
                }
                if (!Thread.currentThread().isInterrupted()) {
                    batch.handOn();
                }
            }
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.Cancelled) {
                throw e;
            }
            problem = e.problem();
        } catch (ClosedByInterruptException e) {
            throw new ProblemException(new Problem.Cancelled(), e);
        } catch (IOException e) {
            LOG.info("file not read to its end: {}", path.getFileName(), e);
            problem = new Problem.FileUnreadable(path, String.valueOf(e.getMessage()));
        }
        if (problem == null) {
            sink.end(path);
        }
        if (problem instanceof Problem.FormatUnknown) {
            format = "";
        }
        return new ImportedFile(
                path, problem == null, format, batch.records(), batch.counts(), problem, warnings);
    }

    /// A table that turns out to be no report may be a station list. Looking for that only then
    /// costs reports nothing.
    ///
    /// @return the format
    private static String read(RecordFile records, Batch batch, FileProgress progress)
            throws IOException {
        try {
            records.read(batch, progress);
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.ColumnsMissing
                    && records instanceof TableRecords table) {
                var list = new StationListFile(table);
                if (list.read(batch)) {
                    return list.format();
                }
            }
            throw e;
        }
        return records.format();
    }

    private RecordFile recordFile(InputFile input) throws IOException {
        var file = input.path();
        if (!Files.exists(file)) {
            throw new ProblemException(new Problem.FileMissing(file));
        }
        var kind = FileKind.of(input);
        if (kind != FileKind.ZIP && FileKind.isNamedWorkbook(file)) {
            throw new ProblemException(new Problem.NotAWorkbook(file));
        }
        return switch (kind) {
            case ZIP -> new XlsxFile(table(file));
            case JSON -> new CdrFile(input, new CdrReader(settings));
            case XML -> new EmipFile(input, new RecordOwner(settings.organisation()));
            case TEXT -> new CsvFile(table(file));
            case OTHER -> throw new ProblemException(new Problem.FormatUnknown(file));
        };
    }

    /// Only records come in archives: a table is looked at before it is read, and so has to be
    /// unpacked.
    private RecordFile packedFile(InputFile file) throws IOException {
        return switch (FileKind.of(file)) {
            case JSON -> new CdrFile(file, new CdrReader(settings));
            case XML -> new EmipFile(file, new RecordOwner(settings.organisation()));
            case ZIP, TEXT ->
                    throw new ProblemException(
                            new Problem.FileUnreadable(
                                    file.path(),
                                    "tables, workbooks and archives in an archive have to be"
                                            + " unpacked first"));
            case OTHER -> unknown(file);
        };
    }

    private static RecordFile unknown(InputFile file) {
        throw new ProblemException(new Problem.FormatUnknown(file.path()));
    }

    private TableFile table(Path file) {
        return new TableFile(file, settings.tableContext(), settings.mapping(), mappings);
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (var files = Files.walk(path)) {
            return files.filter(file -> Files.isRegularFile(file) && !isHidden(path, file))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new ProblemException(
                    new Problem.FileUnreadable(path, String.valueOf(e.getMessage())), e);
        }
    }

    /// Whether the file or a folder on the way to it is hidden.
    private static boolean isHidden(Path folder, Path file) {
        for (var part : folder.relativize(file)) {
            if (HiddenFiles.isHidden(part.toString())) {
                return true;
            }
        }
        return false;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException _) {
            // Reading it will tell what is wrong with it.
            return 0;
        }
    }
}
