package org.roamledger.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.session.RecordPlace;
import org.roamledger.wire.table.Cell;
import org.roamledger.wire.table.HeaderSearch;
import org.roamledger.wire.table.RowReader;
import org.roamledger.wire.table.TableColumns;
import org.roamledger.wire.table.TableEvidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.function.Predicate;

/// The report as text: values separated by commas, semicolons, tabs or bars, whichever finds the
/// header.
///
/// Confined to one reading.
final class CsvFile implements TableRecords {

    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final int HEAD = 1 << 16;
    private static final int ROWS_PER_STEP = 256;

    private final TableFile table;
    private final Path file;
    private @Nullable TableColumns columns;

    CsvFile(TableFile table) {
        this.table = table;
        this.file = table.file();
    }

    @Override
    public String format() {
        return "report-csv";
    }

    @Override
    public void read(Batch batch, FileProgress progress) throws IOException {
        try {
            readRows(batch, progress);
        } catch (CsvParseException e) {
            throw new ProblemException(problem(e, batch.records()), e);
        }
    }

    @Override
    public List<TableHead> heads() throws IOException {
        var encoding = TextEncoding.of(file);
        var text = head(encoding);
        var heads = new ArrayList<TableHead>();
        for (var separator : separators()) {
            var head = new TableHead(null, separator, encoding.charset().displayName(Locale.ROOT));
            records(
                    text,
                    separator,
                    record -> head.add(record.getStartingLineNumber(), cells(record)));
            heads.add(head);
        }
        return heads;
    }

    @Override
    public void show(TableViews views) throws IOException {
        var encoding = TextEncoding.of(file);
        for (var separator : SEPARATORS) {
            views.begin(RecordPlace.Line::new);
            try {
                rows(encoding, separator, _ -> FileProgress.stopIfInterrupted(), views::visit);
            } catch (CsvParseException e) {
                if (views.isFound()) {
                    throw new ProblemException(problem(e, 0), e);
                }
            }
            if (views.isFound()) {
                return;
            }
        }
    }

    @Override
    public void readRows(TableRows rows, FileProgress progress) throws IOException {
        var encoding = TextEncoding.of(file);
        var layout = layout(encoding);
        columns = layout.columns;
        table.accept(layout.columns);
        rows.below(layout.columns);
        var evidence = new Evidence(encoding, layout);
        var reader = new RowReader(layout.columns, table.context(), evidence::get);
        var width = layout.columns.headers().size();
        forEachRow(
                encoding,
                layout,
                progress::at,
                (cells, line) -> {
                    var place = new RecordPlace.Line(line);
                    rows.add(
                            hasWidth(cells, width)
                                    ? reader.read(cells, place)
                                    : reader.wrongNumberOfValues(cells, place));
                });
    }

    @Override
    public List<Problem> warnings(long records) {
        return table.warnings(columns == null ? List.of() : List.of(columns), records);
    }

    /// Some writers end every line with a separator, so blank values behind the last are none.
    private static boolean hasWidth(List<Cell> cells, int width) {
        return cells.size() >= width
                && cells.subList(width, cells.size()).stream().allMatch(Cell::isBlank);
    }

    @FunctionalInterface
    private interface RowVisitor {
        void visit(List<Cell> cells, long line);
    }

    private void forEachRow(
            TextEncoding encoding, Layout layout, LongConsumer bytesRead, RowVisitor visitor)
            throws IOException {
        rows(
                encoding,
                layout.separator,
                bytesRead,
                (cells, line) -> {
                    if (line > layout.headerLine) {
                        visitor.visit(cells, line);
                    }
                    return true;
                });
    }

    private void rows(
            TextEncoding encoding,
            char separator,
            LongConsumer bytesRead,
            SheetHandler.RowVisitor visitor)
            throws IOException {
        var rows = 0L;
        try (var in = new CountedInput(Files.newInputStream(file));
                var records =
                        builder(separator)
                                .allowUnclosedQuote(false)
                                .ofCsvRecord(encoding.reader(in))) {
            for (var record : records) {
                if (!isBlank(record)
                        && !visitor.visit(cells(record), record.getStartingLineNumber())) {
                    break;
                }
                if (rows++ % ROWS_PER_STEP == 0) {
                    bytesRead.accept(in.count());
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// A quote that nobody closes: the file was cut off inside it.
    private Problem problem(CsvParseException e, long records) {
        var message = String.valueOf(e.getMessage());
        return message.startsWith("Unclosed")
                ? new Problem.FileCutOff(file, records)
                : new Problem.FileUnreadable(file, message);
    }

    private static boolean isBlank(CsvRecord record) {
        return record.getFields().stream().allMatch(String::isBlank);
    }

    private static List<Cell> cells(CsvRecord record) {
        var cells = new ArrayList<Cell>(record.getFieldCount());
        for (var field : record.getFields()) {
            cells.add(new Cell.Text(field));
        }
        return cells;
    }

    private static CsvReader.CsvReaderBuilder builder(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .skipEmptyLines(true);
    }

    /// How the file is laid out.
    ///
    /// @param headerLine line number on which the header starts
    private record Layout(char separator, TableColumns columns, long headerLine) {}

    private Layout layout(TextEncoding encoding) throws IOException {
        var head = head(encoding);
        var best = table.search();
        for (var separator : separators()) {
            var search = table.search();
            var line = search(head, separator, search);
            var columns = search.found();
            if (columns.isPresent()) {
                return new Layout(separator, columns.get(), line);
            }
            if (best.headers().isEmpty()
                    || search.recognised() > best.recognised()
                    || (search.recognised() == best.recognised()
                            && search.headers().size() > best.headers().size())) {
                best = search;
            }
        }
        if (best.recognised() == 0 && !FileKind.isNamedTable(file)) {
            throw new ProblemException(new Problem.FormatUnknown(file));
        }
        throw new ProblemException(
                new Problem.ColumnsMissing(file, best.missing(), best.headers()));
    }

    private char[] separators() {
        var forced = table.mapping() == null ? null : table.mapping().layout().separator();
        return forced == null ? SEPARATORS : new char[] {forced};
    }

    private String head(TextEncoding encoding) throws IOException {
        try (var in = encoding.reader(Files.newInputStream(file))) {
            var chars = new char[HEAD];
            var length = 0;
            while (length < HEAD) {
                var read = in.read(chars, length, HEAD - length);
                if (read < 0) {
                    break;
                }
                length += read;
            }
            return new String(chars, 0, length);
        }
    }

    /// Returns the line on which the search ended.
    private static long search(String head, char separator, HeaderSearch search)
            throws IOException {
        return records(
                head,
                separator,
                record -> {
                    search.add(record.getFields(), record.getStartingLineNumber());
                    return !search.isOver();
                });
    }

    /// Visits the records that are not blank, until a visitor wants no more or the text is no table
    /// with this separator. Returns the line on which the last one began.
    private static long records(String text, char separator, Predicate<CsvRecord> visitor)
            throws IOException {
        var line = 0L;
        try (var records = builder(separator).allowUnclosedQuote(true).ofCsvRecord(text)) {
            for (var record : records) {
                line = record.getStartingLineNumber();
                if (!isBlank(record) && !visitor.test(record)) {
                    break;
                }
            }
        } catch (CsvParseException _) {
            // With this separator it is no table; another may fit.
            return line;
        }
        return line;
    }

    /// Reads the file once more, but only if something in it can be read in two ways.
    private final class Evidence {

        private final TextEncoding encoding;
        private final Layout layout;
        private @Nullable TableEvidence gathered;

        private Evidence(TextEncoding encoding, Layout layout) {
            this.encoding = encoding;
            this.layout = layout;
        }

        private TableEvidence get() {
            if (gathered != null) {
                return gathered;
            }
            var evidence = new TableEvidence(layout.columns, layout.separator);
            try {
                forEachRow(
                        encoding,
                        layout,
                        _ -> FileProgress.stopIfInterrupted(),
                        (cells, _) -> evidence.add(cells));
            } catch (CsvParseException _) {
                // What stands before the broken place is evidence too; the reading itself will
                // tell.
                gathered = evidence;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            gathered = evidence;
            return evidence;
        }
    }
}
