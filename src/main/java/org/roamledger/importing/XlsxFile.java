package org.roamledger.importing;

import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
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
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// The report as a workbook. Every sheet with the report's header is read, row by row: a sheet is
/// never in memory as a whole.
///
/// Confined to one reading.
final class XlsxFile implements TableRecords {

    private static final int ROWS_PER_STEP = 256;

    private final TableFile table;
    private final Path file;
    private final List<TableColumns> tables = new ArrayList<>();

    XlsxFile(TableFile table) {
        this.table = table;
        this.file = table.file();
    }

    @Override
    public String format() {
        return "report-xlsx";
    }

    @Override
    public void read(Batch batch, FileProgress progress) throws IOException {
        readRows(batch, progress);
    }

    @Override
    public void readRows(TableRows rows, FileProgress progress) throws IOException {
        inWorkbook(workbook -> workbook.read(rows, progress));
    }

    @Override
    public void show(TableViews views) throws IOException {
        inWorkbook(workbook -> workbook.show(views));
    }

    @Override
    public List<TableHead> heads() throws IOException {
        var heads = new ArrayList<TableHead>();
        inWorkbook(workbook -> heads.addAll(workbook.heads()));
        return heads;
    }

    @Override
    public List<Problem> warnings(long records) {
        return table.warnings(tables, records);
    }

    private interface Work {
        void in(Workbook workbook) throws IOException, OpenXML4JException;
    }

    private void inWorkbook(Work work) throws IOException {
        requireWholeZip();
        try (var zip = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            work.in(new Workbook(zip));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (OpenXML4JException
                | OpenXML4JRuntimeException
                | POIXMLException
                | UnsupportedFileFormatException e) {
            throw new ProblemException(
                    FileKind.isNamedWorkbook(file)
                            ? new Problem.NotAWorkbook(file)
                            : new Problem.FormatUnknown(file),
                    e);
        }
    }

    /// The directory of a ZIP file stands at its end. POI would read a file without one into
    /// memory.
    private void requireWholeZip() throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() == 0) {
                throw new ProblemException(new Problem.FormatUnknown(file));
            }
        } catch (ZipException e) {
            throw new ProblemException(new Problem.FileCutOff(file, 0), e);
        }
    }

    private record Sheet(String name, PackagePart part) {}

    /// One reading of the workbook.
    private final class Workbook {

        private final XSSFReader parts;
        private final CompactStrings strings;
        private final CellFormats formats;

        private Workbook(OPCPackage zip) throws IOException, OpenXML4JException {
            this.parts = XlsxParts.reader(zip);
            var since1904 = XlsxParts.countsFrom1904(parts.getWorkbookData());
            this.formats = CellFormats.of(XlsxParts.named(parts::getStylesData), since1904);
            var shared = XlsxParts.named(parts::getSharedStringsData);
            this.strings = shared == null ? new CompactStrings() : XlsxParts.strings(shared);
        }

        private void read(TableRows rows, FileProgress progress)
                throws IOException, OpenXML4JException {
            var sheets = sheets();
            var total = sheets.stream().mapToLong(sheet -> Math.max(0, sheet.part.getSize())).sum();
            var before = 0L;
            var found = false;
            var nearest = table.search();
            for (var sheet : sheets) {
                var reading = new SheetReading(sheet, before, total, rows, progress);
                reading.read();
                found |= reading.reader != null;
                if (nearest.headers().isEmpty()
                        || reading.search.recognised() > nearest.recognised()) {
                    nearest = reading.search;
                }
                before += Math.max(0, sheet.part.getSize());
            }
            if (!found) {
                throw new ProblemException(
                        new Problem.ColumnsMissing(file, nearest.missing(), nearest.headers()));
            }
        }

        private void show(TableViews views) throws IOException, OpenXML4JException {
            for (var sheet : sheets()) {
                views.begin(number -> new RecordPlace.Row(sheet.name, number));
                try (var in = sheet.part.getInputStream()) {
                    rows(in, (cells, number) -> cells.isEmpty() || views.visit(cells, number));
                }
                if (views.isFound()) {
                    return;
                }
            }
        }

        private List<TableHead> heads() throws IOException, OpenXML4JException {
            var heads = new ArrayList<TableHead>();
            for (var sheet : sheets()) {
                var head = new TableHead(sheet.name, null, null);
                try (var in = sheet.part.getInputStream()) {
                    rows(in, (cells, number) -> cells.isEmpty() || head.add(number, cells));
                }
                heads.add(head);
            }
            return heads;
        }

        private List<Sheet> sheets() throws IOException, OpenXML4JException {
            var sheets = new ArrayList<Sheet>();
            var iterator = parts.getSheetIterator();
            while (iterator.hasNext()) {
                iterator.next().close();
                sheets.add(new Sheet(iterator.getSheetName(), iterator.getSheetPart()));
            }
            return sheets;
        }

        private void rows(InputStream in, SheetHandler.RowVisitor visitor) throws IOException {
            try {
                XlsxParts.parse(in, new SheetHandler(strings, formats, visitor));
            } catch (IOException e) {
                if (!(e.getCause() instanceof SheetHandler.Enough)) {
                    throw e;
                }
            }
        }

        /// The rows of one sheet: first the header is searched, then each row read.
        private final class SheetReading {

            private final Sheet sheet;
            private final long before;
            private final long total;
            private final TableRows rows;
            private final FileProgress progress;
            private final HeaderSearch search = table.search();
            private @Nullable RowReader reader;
            private @Nullable TableEvidence evidence;
            private long headerRow;

            private SheetReading(
                    Sheet sheet, long before, long total, TableRows rows, FileProgress progress) {
                this.sheet = sheet;
                this.before = before;
                this.total = total;
                this.rows = rows;
                this.progress = progress;
            }

            private void read() throws IOException {
                try (var in = new CountedInput(sheet.part.getInputStream())) {
                    rows(in, (cells, number) -> visit(cells, number, in));
                }
            }

            private boolean visit(List<Cell> cells, long number, CountedInput in) {
                if (number % ROWS_PER_STEP == 0) {
                    progress.at(share(in.count()));
                }
                if (cells.isEmpty()) {
                    return true;
                }
                if (reader != null) {
                    rows.add(reader.read(cells, new RecordPlace.Row(sheet.name, number)));
                    return true;
                }
                search.add(cells.stream().map(Cell::asText).toList(), number);
                search.found().ifPresent(header -> begin(header, number));
                return reader != null || !search.isOver();
            }

            private void begin(TableColumns header, long number) {
                table.accept(header);
                rows.below(header);
                tables.add(header);
                headerRow = number;
                reader = new RowReader(header, table.context(), () -> evidence(header));
            }

            /// A workbook's numbers are mostly numbers; only texts that can be read in two ways
            /// make a second pass necessary.
            private TableEvidence evidence(TableColumns header) {
                if (evidence == null) {
                    var gathered = new TableEvidence(header, ',');
                    try (var in = sheet.part.getInputStream()) {
                        rows(
                                in,
                                (cells, number) -> {
                                    if (number % ROWS_PER_STEP == 0) {
                                        FileProgress.stopIfInterrupted();
                                    }
                                    if (number > headerRow) {
                                        gathered.add(cells);
                                    }
                                    return true;
                                });
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    evidence = gathered;
                }
                return evidence;
            }

            /// Bytes of the file that correspond to the XML read so far.
            private long share(long read) {
                return total <= 0
                        ? 0
                        : Math.round((double) (before + read) / total * progress.size());
            }
        }
    }
}
