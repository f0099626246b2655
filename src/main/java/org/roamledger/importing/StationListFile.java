package org.roamledger.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.wire.table.Cell;
import org.roamledger.wire.table.StationRows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A station list, as text or as a workbook: a table whose header names stations and something to
/// be said of them. Asked when a file turned out to be no report.
///
/// For one thread.
final class StationListFile {

    private static final char[] SEPARATORS = {',', ';', '\t'};

    /// Titles may stand above the header.
    private static final int HEADER_ROWS = 20;

    private final Path file;
    private final boolean isWorkbook;
    private @Nullable StationRows rows;
    private int rowsSeen;

    StationListFile(Path file, boolean isWorkbook) {
        this.file = file;
        this.isWorkbook = isWorkbook;
    }

    /// The kind, as summaries name it.
    String format() {
        return isWorkbook ? "station-list-xlsx" : "station-list-csv";
    }

    /// Reads all rows, if it is a station list.
    ///
    /// @return whether it is one
    /// @throws ProblemException with [Problem.FileCutOff] if a quote is never closed; then nothing
    ///   was added
    boolean read(Batch batch) throws IOException {
        if (isWorkbook) {
            readWorkbook();
        } else {
            readText();
        }
        if (rows == null) {
            return false;
        }
        batch.add(rows.list());
        return true;
    }

    /// Takes the next row that is not blank.
    ///
    /// @return whether to go on
    private boolean take(List<Cell> cells, String place) {
        if (rows != null) {
            rows.add(cells, place);
            return true;
        }
        rows = StationRows.below(cells.stream().map(Cell::asText).toList()).orElse(null);
        return rows != null || ++rowsSeen < HEADER_ROWS;
    }

    private void readText() throws IOException {
        var encoding = TextEncoding.of(file);
        for (var separator : SEPARATORS) {
            rowsSeen = 0;
            try (var records =
                    CsvReader.builder()
                            .fieldSeparator(separator)
                            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .skipEmptyLines(true)
                            .ofCsvRecord(encoding.reader(Files.newInputStream(file)))) {
                for (var record : records) {
                    FileProgress.stopIfInterrupted();
                    var cells = record.getFields().stream().<Cell>map(Cell.Text::new).toList();
                    if (!cells.stream().allMatch(Cell::isBlank)
                            && !take(cells, "line " + record.getStartingLineNumber())) {
                        break;
                    }
                }
            } catch (CsvParseException e) {
                if (rows != null) {
                    throw new ProblemException(new Problem.FileCutOff(file, 0), e);
                }
            }
            if (rows != null) {
                return;
            }
        }
    }

    private void readWorkbook() throws IOException {
        try (var zip = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            var parts = new XSSFReader(zip);
            var shared = parts.getSharedStringsData();
            var strings = shared == null ? new CompactStrings() : XlsxParts.strings(shared);
            var since1904 = XlsxParts.countsFrom1904(parts.getWorkbookData());
            var formats = CellFormats.of(parts.getStylesData(), since1904);
            var sheets = parts.getSheetIterator();
            while (rows == null && sheets.hasNext()) {
                rowsSeen = 0;
                try (var sheet = sheets.next()) {
                    var name = sheets.getSheetName();
                    XlsxParts.parse(
                            sheet,
                            new SheetHandler(
                                    strings,
                                    formats,
                                    (cells, number) -> {
                                        FileProgress.stopIfInterrupted();
                                        return cells.isEmpty()
                                                || take(cells, name + " row " + number);
                                    }));
                } catch (IOException e) {
                    if (!(e.getCause() instanceof SheetHandler.Enough)) {
                        throw e;
                    }
                }
            }
        } catch (OpenXML4JException e) {
            throw new ProblemException(new Problem.NotAWorkbook(file), e);
        }
    }
}
