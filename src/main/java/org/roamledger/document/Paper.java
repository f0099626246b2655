package org.roamledger.document;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.report.DocumentNumber;

import java.io.IOException;
import java.io.UncheckedIOException;

/// A finished document: the bytes that are shown, saved and printed are the same.
///
/// Safe for use by any threads; one page is drawn at a time.
public final class Paper implements AutoCloseable {

    private static final float POINTS_AN_INCH = 72;

    private final byte[] pdf;
    private final @Nullable DocumentNumber number;
    private final PDDocument document;

    /// @param pdf made by this application
    public Paper(byte[] pdf) {
        this(pdf, null);
    }

    /// @param pdf made by this application
    /// @param number that of the document; absent for a draft
    public Paper(byte[] pdf, @Nullable DocumentNumber number) {
        this.pdf = pdf.clone();
        this.number = number;
        try {
            document = Loader.loadPDF(this.pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A page as a picture.
    ///
    /// @param argb a number for each point, line by line from the top
    public record Picture(int width, int height, int[] argb) {}

    public byte[] pdf() {
        return pdf.clone();
    }

    /// Absent for a draft.
    public @Nullable DocumentNumber number() {
        return number;
    }

    public int pages() {
        return document.getNumberOfPages();
    }

    /// Width of a page, in points.
    public double width(int page) {
        return document.getPage(page).getMediaBox().getWidth();
    }

    /// Height of a page, in points.
    public double height(int page) {
        return document.getPage(page).getMediaBox().getHeight();
    }

    /// Draws a page; some ten milliseconds. Not for the screen's thread.
    ///
    /// @param page from 0
    /// @param scale dots for each point
    /// @throws ProblemException with [Problem.Cancelled] if the thread was interrupted before
    public synchronized Picture draw(int page, double scale) {
        if (Thread.interrupted()) {
            throw new ProblemException(new Problem.Cancelled());
        }
        try {
            var image =
                    new PDFRenderer(document)
                            .renderImageWithDPI(
                                    page, (float) (scale * POINTS_AN_INCH), ImageType.RGB);
            var argb =
                    image.getRGB(
                            0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            return new Picture(image.getWidth(), image.getHeight(), argb);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
