package org.roamledger.importing;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads files that a user has: the report as CSV or XLSX, and OCPI CDRs as JSON. What a file is,
/// is decided by its content.
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

    /// Reads files, and of folders the files in them by name; hidden files are passed over.
    /// Sessions are handed on a thousand at a time.
    ///
    /// @param progress receives bytes read of bytes in all files
    /// @return what became of each file, in the order given
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
            outcomes.add(read(file, new FileProgress(progress, before, size, total)));
            before += size;
        }
        progress.step(total, total);
        return outcomes;
    }

    private ImportedFile read(Path file, FileProgress progress) {
        var batch = new Batch(sink);
        var format = "";
        Problem problem = null;
        var warnings = List.<Problem>of();
        try {
            var records = recordFile(file);
            format = records.format();
            try {
                records.read(batch, progress);
                warnings = records.warnings(batch.records());
            } finally {
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
            LOG.info("file not read to its end: {}", file.getFileName(), e);
            problem = new Problem.FileUnreadable(file, String.valueOf(e.getMessage()));
        }
        if (problem instanceof Problem.FormatUnknown) {
            format = "";
        }
        return new ImportedFile(
                file, problem == null, format, batch.records(), batch.counts(), problem, warnings);
    }

    private RecordFile recordFile(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new ProblemException(new Problem.FileMissing(file));
        }
        var kind = FileKind.of(file);
        if (kind != FileKind.ZIP && FileKind.isNamedWorkbook(file)) {
            throw new ProblemException(new Problem.NotAWorkbook(file));
        }
        return switch (kind) {
            case ZIP -> new XlsxFile(table(file));
            case JSON -> new CdrFile(file, new CdrReader(settings));
            case TEXT -> new CsvFile(table(file));
            case OTHER -> throw new ProblemException(new Problem.FormatUnknown(file));
        };
    }

    private TableFile table(Path file) {
        return new TableFile(file, settings.tableContext(), settings.mapping(), mappings);
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (var files = Files.list(path)) {
            return files.filter(file -> Files.isRegularFile(file) && !isHidden(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.FileUnreadable(path, String.valueOf(e.getMessage())), e);
        }
    }

    /// What the system or an open spreadsheet program leaves in a folder.
    private static boolean isHidden(Path file) {
        var name = String.valueOf(file.getFileName());
        return name.startsWith(".") || name.startsWith("~$");
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
