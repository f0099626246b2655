package org.roamledger.document;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.printing.PDFPageable;
import org.jspecify.annotations.Nullable;
import org.roamledger.document.PrintOrder.Sides;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javax.print.Doc;
import javax.print.DocFlavor;
import javax.print.PrintException;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import javax.print.SimpleDoc;
import javax.print.attribute.HashPrintRequestAttributeSet;
import javax.print.attribute.PrintRequestAttributeSet;
import javax.print.attribute.standard.Copies;
import javax.print.attribute.standard.JobName;
import javax.print.attribute.standard.MediaSizeName;

/// The printers of this computer, asked anew each time.
///
/// Not for the screen's thread: a printer in the network may take seconds to answer.
public final class Printers {

    private static final DocFlavor PDF = DocFlavor.BYTE_ARRAY.PDF;
    private static final DocFlavor DRAWN = DocFlavor.SERVICE_FORMATTED.PAGEABLE;

    private static final Map<Sides, javax.print.attribute.standard.Sides> SIDES =
            Map.of(
                    Sides.ONE,
                    javax.print.attribute.standard.Sides.ONE_SIDED,
                    Sides.LONG_EDGE,
                    javax.print.attribute.standard.Sides.TWO_SIDED_LONG_EDGE,
                    Sides.SHORT_EDGE,
                    javax.print.attribute.standard.Sides.TWO_SIDED_SHORT_EDGE);

    private Printers() {}

    /// A printer.
    ///
    /// @param sides on which it can print; one at least
    public record Printer(String name, Set<Sides> sides) {

        public Printer {
            sides = Set.copyOf(sides);
        }
    }

    /// The printers, that which the system prefers first; none if there is no printer or nothing on
    /// this computer that prints.
    public static List<Printer> all() {
        var found = new LinkedHashSet<PrintService>();
        var preferred = PrintServiceLookup.lookupDefaultPrintService();
        if (preferred != null) {
            found.add(preferred);
        }
        found.addAll(services());
        return found.stream()
                .map(service -> new Printer(service.getName(), sides(service)))
                .toList();
    }

    private static List<PrintService> services() {
        return List.of(PrintServiceLookup.lookupPrintServices(null, null));
    }

    private static Set<Sides> sides(PrintService service) {
        var possible = EnumSet.of(Sides.ONE);
        var supported =
                service.getSupportedAttributeValues(
                        javax.print.attribute.standard.Sides.class, flavor(service), null);
        if (supported instanceof Object[] values) {
            SIDES.forEach(
                    (ours, theirs) -> {
                        if (Arrays.asList(values).contains(theirs)) {
                            possible.add(ours);
                        }
                    });
        }
        return possible;
    }

    /// What a printer is given: the PDF as it is, so that text stays text and a job is a hundred
    /// times smaller, or else its pages drawn.
    private static DocFlavor flavor(PrintService service) {
        return service.isDocFlavorSupported(PDF) ? PDF : DRAWN;
    }

    /// Hands a document to a printer, on A4. What comes of it then is the printer's to tell.
    ///
    /// @param job name under which it waits
    /// @throws ProblemException with [Problem.PrintingFailed]
    public static void print(Paper paper, PrintOrder order, String job) {
        var service = service(order.printer());
        if (service == null) {
            throw new ProblemException(new Problem.PrintingFailed(order.printer(), "not found"));
        }
        print(paper, service, order, job);
    }

    static void print(Paper paper, PrintService service, PrintOrder order, String job) {
        try (var document = Loader.loadPDF(paper.pdf())) {
            // Cut here, as not every printer understands a range of pages of a PDF.
            var whole = !cut(document, order);
            if (document.getNumberOfPages() == 0) {
                throw new ProblemException(
                        new Problem.PrintingFailed(order.printer(), "no such pages"));
            }
            var flavor = flavor(service);
            Doc pages =
                    flavor.equals(PDF)
                            ? new SimpleDoc(whole ? paper.pdf() : bytes(document), PDF, null)
                            : new SimpleDoc(new PDFPageable(document), DRAWN, null);
            service.createPrintJob().print(pages, attributes(service, flavor, order, job));
        } catch (PrintException | IOException e) {
            throw new ProblemException(
                    new Problem.PrintingFailed(order.printer(), String.valueOf(e.getMessage())), e);
        }
    }

    private static PrintRequestAttributeSet attributes(
            PrintService service, DocFlavor flavor, PrintOrder order, String job) {
        var attributes = new HashPrintRequestAttributeSet();
        attributes.add(MediaSizeName.ISO_A4);
        attributes.add(new Copies(order.copies()));
        attributes.add(new JobName(job, null));
        var sides = SIDES.get(order.sides());
        if (service.isAttributeValueSupported(sides, flavor, null)) {
            attributes.add(sides);
        }
        return attributes;
    }

    /// Keeps the pages that are wanted. What is told to those who do not see them is not printed.
    ///
    /// @return whether any page was taken out
    private static boolean cut(PDDocument document, PrintOrder order) {
        var all = document.getNumberOfPages();
        for (var page = all; page >= 1; page--) {
            if (!order.prints(page)) {
                document.removePage(page - 1);
            }
        }
        var cut = document.getNumberOfPages() < all;
        if (cut) {
            document.getDocumentCatalog().setStructureTreeRoot(null);
        }
        return cut;
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    private static @Nullable PrintService service(String name) {
        return services().stream()
                .filter(service -> service.getName().equals(name))
                .findFirst()
                .orElse(null);
    }
}
