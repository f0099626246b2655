package org.roamledger.document;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.printing.PDFPageable;
import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import javax.print.DocFlavor;
import javax.print.PrintException;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import javax.print.SimpleDoc;
import javax.print.attribute.HashPrintRequestAttributeSet;
import javax.print.attribute.standard.Copies;
import javax.print.attribute.standard.JobName;
import javax.print.attribute.standard.MediaSizeName;
import javax.print.attribute.standard.OrientationRequested;

/// The printers of this computer, asked anew each time.
///
/// Not for the screen's thread: a printer in the network may take seconds to answer.
public final class Printers {

    private Printers() {}

    /// Names of the printers, that which the system prefers first; none if there is no printer or
    /// nothing on this computer that prints.
    public static List<String> names() {
        var names = new ArrayList<String>();
        var preferred = PrintServiceLookup.lookupDefaultPrintService();
        if (preferred != null) {
            names.add(preferred.getName());
        }
        for (var service : services()) {
            if (!names.contains(service.getName())) {
                names.add(service.getName());
            }
        }
        return names;
    }

    private static List<PrintService> services() {
        return List.of(PrintServiceLookup.lookupPrintServices(null, null));
    }

    /// Hands a document to a printer, on A4. What comes of it then is the printer's to tell.
    ///
    /// @param job name under which it waits
    /// @throws ProblemException with [Problem.PrintingFailed]
    public static void print(Paper paper, String printer, int copies, String job) {
        var service = service(printer);
        if (service == null) {
            throw new ProblemException(new Problem.PrintingFailed(printer, "not found"));
        }
        var attributes = new HashPrintRequestAttributeSet();
        attributes.add(MediaSizeName.ISO_A4);
        attributes.add(new Copies(copies));
        attributes.add(new JobName(job, null));
        try {
            if (service.isDocFlavorSupported(DocFlavor.BYTE_ARRAY.PDF)) {
                // As it is: the text stays text, and a job is a hundred times smaller.
                service.createPrintJob()
                        .print(
                                new SimpleDoc(paper.pdf(), DocFlavor.BYTE_ARRAY.PDF, null),
                                attributes);
            } else {
                printDrawn(paper, service, attributes);
            }
        } catch (PrintException | IOException e) {
            throw new ProblemException(
                    new Problem.PrintingFailed(printer, String.valueOf(e.getMessage())), e);
        }
    }

    private static void printDrawn(
            Paper paper, PrintService service, HashPrintRequestAttributeSet attributes)
            throws PrintException, IOException {
        attributes.add(OrientationRequested.LANDSCAPE);
        try (var document = Loader.loadPDF(paper.pdf())) {
            var pages = new PDFPageable(document);
            service.createPrintJob()
                    .print(
                            new SimpleDoc(pages, DocFlavor.SERVICE_FORMATTED.PAGEABLE, null),
                            attributes);
        }
    }

    private static @Nullable PrintService service(String name) {
        return services().stream()
                .filter(service -> service.getName().equals(name))
                .findFirst()
                .orElse(null);
    }
}
