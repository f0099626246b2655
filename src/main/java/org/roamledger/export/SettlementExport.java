package org.roamledger.export;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.report.DataAge;
import org.roamledger.report.RoundedSettlement;
import org.roamledger.report.RoundingRules;
import org.roamledger.report.Settlement;
import org.roamledger.report.SettlementWords;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;

/// Writes a settlement to a file, exact and where it was agreed rounded: a workbook with its
/// parameters, or CSV.
public final class SettlementExport {

    private SettlementExport() {}

    /// Writes the whole file or leaves what was there before. Blocks: not for the screen's thread.
    /// The same settlement makes the same bytes.
    ///
    /// @param settlement the groups, in their order
    /// @param rounding what was agreed; the amounts to settle are written where there is some
    /// @param words what they are called
    /// @param dataAges how old the data of each source is, for the sheet of parameters
    /// @param csv how to write CSV; a workbook does not look at it
    /// @throws ProblemException with [Problem.ExportFormatUnknown] for a format in which there are
    ///   no settlements, and as [ReportExport#write]
    public static void write(
            Settlement settlement,
            RoundingRules rounding,
            SettlementWords words,
            List<DataAge> dataAges,
            CsvForm csv,
            Path target,
            ExportFormat format) {
        var cells = new SettlementCells(settlement, words);
        var groups = cells.groups();
        var rounded = RoundedSettlement.of(settlement.view(), rounding);
        var amounts = rounded.isRounded() ? cells.amounts(rounded) : null;
        switch (format) {
            case XLSX -> {
                var facts = WorkbookFacts.of(settlement, dataAges, words);
                WholeFile.write(target, channel -> writeWorkbook(groups, amounts, facts, channel));
            }
            case CSV -> {
                var all = amounts == null ? groups : groups.above(amounts);
                WholeFile.write(target, channel -> writeCsv(all, csv, channel));
            }
            case JSON_LINES -> throw new ProblemException(new Problem.ExportFormatUnknown(target));
        }
    }

    private static void writeWorkbook(
            TableCells groups,
            @Nullable TableCells amounts,
            WorkbookFacts facts,
            FileChannel target)
            throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            var styles = new SheetStyles(workbook);
            var words = facts.words();
            SettlementSheet.add(workbook, styles, words.text("sheet.settlement"), groups);
            if (amounts != null) {
                SettlementSheet.add(workbook, styles, words.text("sheet.amounts"), amounts);
            }
            ParametersSheet.add(workbook, styles, facts);
            ZipFrame.repack(WorkbookFrame.zip(workbook, facts), target);
        }
    }

    private static void writeCsv(TableCells cells, CsvForm form, FileChannel target)
            throws IOException {
        var csv = new SmallCsv(form);
        csv.putLine(cells.titles());
        for (var line : cells.lines()) {
            for (var cell : line.cells()) {
                if (cell.kind() == TableCells.Kind.TEXT) {
                    csv.putText(cell.text());
                } else {
                    csv.putNumber(cell.text());
                }
            }
            csv.endLine();
        }
        csv.writeTo(target);
    }
}
