package org.roamledger.ui;

import javafx.print.JobSettings;
import javafx.print.PageRange;
import javafx.print.PrintSides;
import javafx.print.Printer;
import javafx.print.PrinterJob;

import org.jspecify.annotations.Nullable;
import org.roamledger.document.PrintOrder;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The print dialog of the operating system, of which only the answer is taken: the toolkit that
/// shows it would print pictures, and would say that it had where nothing was printed.
final class SystemPrintDialog {

    private static final Map<PrintOrder.Sides, PrintSides> SIDES =
            Map.of(
                    PrintOrder.Sides.ONE, PrintSides.ONE_SIDED,
                    PrintOrder.Sides.LONG_EDGE, PrintSides.DUPLEX,
                    PrintOrder.Sides.SHORT_EDGE, PrintSides.TUMBLE);

    private SystemPrintDialog() {}

    /// Waits for the person: not for the screen's thread, which goes on.
    ///
    /// @return nothing if the person cancelled
    /// @throws ProblemException with [Problem.PrintingFailed] if the printer of the order is gone
    static @Nullable PrintOrder ask(PrintOrder order) {
        // Not of any printer: where the system prefers none, there would be no job.
        var job =
                Printer.getAllPrinters().stream()
                        .filter(printer -> printer.getName().equals(order.printer()))
                        .findFirst()
                        .map(PrinterJob::createPrinterJob)
                        .orElse(null);
        if (job == null) {
            throw new ProblemException(new Problem.PrintingFailed(order.printer(), "not found"));
        }
        var settings = job.getJobSettings();
        settings.setCopies(order.copies());
        settings.setPrintSides(SIDES.get(order.sides()));
        settings.setPageRanges(
                order.pages().stream()
                        .map(of -> new PageRange(of.first(), of.last()))
                        .toArray(PageRange[]::new));
        try {
            return job.showPrintDialog(null) ? answer(job.getPrinter().getName(), settings) : null;
        } finally {
            job.cancelJob();
        }
    }

    private static PrintOrder answer(String printer, JobSettings settings) {
        var ranges = settings.getPageRanges();
        var pages =
                ranges == null
                        ? List.<PrintOrder.Range>of()
                        : Arrays.stream(ranges)
                                .map(of -> new PrintOrder.Range(of.getStartPage(), of.getEndPage()))
                                .toList();
        var sides =
                SIDES.entrySet().stream()
                        .filter(of -> of.getValue() == settings.getPrintSides())
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(PrintOrder.Sides.ONE);
        return new PrintOrder(printer, Math.max(1, settings.getCopies()), pages, sides);
    }
}
