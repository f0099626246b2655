package org.roamledger.importing;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.wire.mapping.MappingGuess;
import org.roamledger.wire.mapping.MappingPreset;
import org.roamledger.wire.mapping.TableMapping;
import org.roamledger.wire.mapping.TableMapping.Layout;
import org.roamledger.wire.mapping.TablePreview;
import org.roamledger.wire.mapping.TablePreview.State;
import org.roamledger.wire.table.RowOutcome;
import org.roamledger.wire.table.StationRows;
import org.roamledger.wire.table.TableColumns;
import org.roamledger.wire.table.TableEvidence;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks at a table before it is imported. Nothing is stored. Never on the screen's thread.
public final class TableLook {

    private static final int TITLES = 20;
    private static final int SHOWN = 20;

    private final Path file;
    private final ImportSettings settings;
    private final MappingBook book;

    /// @param settings its mapping is not asked
    /// @param book the mappings that are remembered
    public TableLook(Path file, ImportSettings settings, MappingBook book) {
        this.file = file;
        this.settings = settings;
        this.book = book;
    }

    /// Whether a file is a table at all.
    public static boolean isTable(Path file) {
        try {
            return switch (FileKind.of(InputFile.onDisk(file))) {
                case ZIP -> FileKind.isNamedWorkbook(file);
                case TEXT -> true;
                default -> false;
            };
        } catch (IOException _) {
            // The import will tell what is wrong with it.
            return false;
        }
    }

    /// The first rows, and what the columns seem to be.
    ///
    /// @throws ProblemException if the file cannot be read or holds no table
    public TablePreview preview() {
        return reading(null, records -> best(records.heads()));
    }

    /// The first twenty rows as they would be imported by a mapping, in their order.
    ///
    /// @throws ProblemException if the file cannot be read by that mapping
    public List<RowOutcome> sample(TableMapping mapping) {
        var rows = new ArrayList<RowOutcome>();
        return reading(
                mapping,
                records -> {
                    try {
                        records.readRows(row -> add(rows, row), UNTOLD);
                    } catch (Enough _) {
                        return rows;
                    }
                    return rows;
                });
    }

    private static final FileProgress UNTOLD = new FileProgress(Progress.NONE, 0, 0, -1);

    private static void add(List<RowOutcome> rows, RowOutcome row) {
        rows.add(row);
        if (rows.size() >= SHOWN) {
            throw new Enough();
        }
    }

    /// Ends a reading of which no more is wanted.
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Enough() {
            super("enough", null, false, false);
        }
    }

    private interface Reading<T> {
        T of(TableRecords records) throws IOException;
    }

    private <T> T reading(@Nullable TableMapping mapping, Reading<T> reading) {
        try {
            return reading.of(records(mapping));
        } catch (ClosedByInterruptException e) {
            throw new ProblemException(new Problem.Cancelled(), e);
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.FileUnreadable(file, String.valueOf(e.getMessage())), e);
        }
    }

    private TableRecords records(@Nullable TableMapping mapping) throws IOException {
        if (!Files.exists(file)) {
            throw new ProblemException(new Problem.FileMissing(file));
        }
        // What is only looked at is not remembered.
        var table = new TableFile(file, settings.tableContext(), mapping, MappingBook.EMPTY);
        return switch (FileKind.of(InputFile.onDisk(file))) {
            case ZIP -> new XlsxFile(table);
            case TEXT -> new CsvFile(table);
            default -> throw new ProblemException(new Problem.FormatUnknown(file));
        };
    }

    /// What one row would be as the header.
    private record Candidate(
            TableHead head, int row, TableMapping mapping, State state, int recognised, int width) {

        boolean isBetterThan(@Nullable Candidate other) {
            if (other == null || state == State.REMEMBERED != (other.state == State.REMEMBERED)) {
                return other == null || state == State.REMEMBERED;
            }
            return recognised != other.recognised
                    ? recognised > other.recognised
                    : width > other.width;
        }
    }

    private TablePreview best(List<TableHead> heads) {
        Candidate best = null;
        for (var head : heads) {
            for (var row = 0; row < Math.min(TITLES, head.rows().size()); row++) {
                var candidate = candidate(head, row);
                if (candidate.width > 1 && candidate.isBetterThan(best)) {
                    best = candidate;
                }
            }
        }
        var named = FileKind.isNamedTable(file) || FileKind.isNamedWorkbook(file);
        if (best == null || (best.recognised == 0 && !named)) {
            throw new ProblemException(new Problem.FormatUnknown(file));
        }
        return preview(best);
    }

    private Candidate candidate(TableHead head, int row) {
        var headers = head.rows().get(row).texts();
        var width = (int) headers.stream().filter(header -> !header.isBlank()).count();
        var known = known(headers);
        var mapping = known.orElseGet(() -> MappingGuess.of(headers, nameOf(file)));
        var state =
                known.isPresent()
                        ? State.REMEMBERED
                        : isReport(headers)
                                ? State.REPORT
                                : StationRows.below(headers).isPresent()
                                        ? State.STATION_LIST
                                        : State.GUESSED;
        return new Candidate(head, row, mapping, state, (int) mapping.read().count(), width);
    }

    private Optional<TableMapping> known(List<String> headers) {
        return book.find(headers).map(mapping -> mapping.with(Layout.FOUND_OUT));
    }

    private static boolean isReport(List<String> headers) {
        return MappingPreset.of(headers).isEmpty()
                && MappingGuess.byAliases(headers).openQuestions().isEmpty();
    }

    private static String nameOf(Path file) {
        var name = String.valueOf(file.getFileName());
        var dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private TablePreview preview(Candidate best) {
        var head = best.head;
        var header = head.rows().get(best.row);
        var columns = TableColumns.of(best.mapping, header.texts());
        var separator = head.separator();
        var evidence = new TableEvidence(columns, separator == null ? ',' : separator);
        var below = head.rows().subList(best.row + 1, head.rows().size());
        below.forEach(row -> evidence.add(row.cells()));
        return new TablePreview(
                file,
                head.sheet(),
                separator,
                head.encoding(),
                header.number(),
                columns.headers(),
                below.stream().limit(SHOWN).map(TableHead.Row::texts).toList(),
                best.mapping,
                best.state,
                evidence.decimals(),
                evidence.dates());
    }
}
