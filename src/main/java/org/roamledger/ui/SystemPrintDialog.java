package org.roamledger.ui;

import javafx.print.JobSettings;
import javafx.print.PageRange;
import javafx.print.PrintSides;
import javafx.print.Printer;
import javafx.print.PrinterJob;

import org.jspecify.annotations.Nullable;
import org.roamledger.document.PrintOrder;

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
    /// @return nothing if the person cancelled, or there is no printer
    static @Nullable PrintOrder ask(PrintOrder order) {
        var job = PrinterJob.createPrinterJob();
        if (job == null) {
            return null;
        }
        Printer.getAllPrinters().stream()
                .filter(printer -> printer.getName().equals(order.printer()))
                .findFirst()
                .ifPresent(job::setPrinter);
        var settings = job.getJobSettings();
        settings.setCopies(order.copies());
        settings.setPrintSides(SIDES.get(order.sides()));
        if (order.last() < Integer.MAX_VALUE) {
            settings.setPageRanges(new PageRange(order.first(), order.last()));
        }
        try {
            return job.showPrintDialog(null) ? answer(job.getPrinter().getName(), settings) : null;
        } finally {
            job.cancelJob();
        }
    }

    private static PrintOrder answer(String printer, JobSettings settings) {
        var first = 1;
        var last = Integer.MAX_VALUE;
        var ranges = settings.getPageRanges();
        if (ranges != null && ranges.length > 0) {
            first = ranges[0].getStartPage();
            last = ranges[ranges.length - 1].getEndPage();
        }
        var sides =
                SIDES.entrySet().stream()
                        .filter(of -> of.getValue() == settings.getPrintSides())
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(PrintOrder.Sides.ONE);
        return new PrintOrder(printer, Math.max(1, settings.getCopies()), first, last, sides);
    }
}
