package org.roamledger.document;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// The pages of a document, A4 across, filled from top to bottom.
///
/// What is written belongs to a [Tag]; what only decorates, and what is repeated on each page, to
/// none. Distances are points, of which 72 are an inch; heights are measured from the foot of the
/// page.
final class TaggedPages {

    static final float WIDTH = PDRectangle.A4.getHeight();
    static final float HEIGHT = PDRectangle.A4.getWidth();
    static final float LEFT = 40;
    static final float RIGHT = WIDTH - 40;
    private static final float TOP = HEIGHT - 40;
    private static final float FOOT = 46;
    private static final float FOOT_LINE = 26;
    private static final float SMALL = 7.5f;
    private static final float MUTED = 0.35f;
    private static final COSName ARTIFACT = COSName.getPDFName("Artifact");

    private final PDDocument document;
    private final PageFont regular;
    private final PageFont medium;
    private final COSDictionary root = new COSDictionary();
    private final Tag top = new Tag("Document", root);
    private final COSArray parents = new COSArray();
    private COSArray marked = new COSArray();
    private PDPage page;
    private PDPageContentStream out;
    private float y;

    TaggedPages(PDDocument document) throws IOException {
        this.document = document;
        regular = PageFont.embed(document, "Regular");
        medium = PageFont.embed(document, "Medium");
        root.setItem(COSName.TYPE, COSName.getPDFName("StructTreeRoot"));
        root.setItem(COSName.K, top.dictionary());
        page = addPage();
        out = new PDPageContentStream(document, page);
    }

    private PDPage addPage() {
        var added = new PDPage(new PDRectangle(WIDTH, HEIGHT));
        added.getCOSObject().setInt(COSName.STRUCT_PARENTS, document.getNumberOfPages());
        added.getCOSObject().setName(COSName.getPDFName("Tabs"), "S");
        document.addPage(added);
        marked = new COSArray();
        parents.add(COSInteger.get(document.getNumberOfPages() - 1L));
        parents.add(marked);
        y = TOP;
        return added;
    }

    void newPage() throws IOException {
        out.close();
        page = addPage();
        out = new PDPageContentStream(document, page);
    }

    /// Number of pages so far.
    int count() {
        return document.getNumberOfPages();
    }

    Tag top() {
        return top;
    }

    PageFont font(boolean strong) {
        return strong ? medium : regular;
    }

    /// Where the next thing begins.
    float y() {
        return y;
    }

    /// Whether nothing stands on the page yet.
    boolean isEmpty() {
        return y >= TOP;
    }

    /// Whether something of a height still fits on the page.
    boolean fits(float height) {
        return y - height >= FOOT;
    }

    void down(float height) {
        y -= height;
    }

    /// Something that is written.
    ///
    /// @param grey from 0, black, to 1, white
    record Ink(boolean strong, float size, float grey) {}

    /// A text at a place.
    ///
    /// @param y of its base line
    record Placed(String text, float x, float y) {}

    /// Writes what one element says.
    void write(Tag tag, Ink ink, List<Placed> texts) throws IOException {
        var number = marked.size();
        tag.stands(page, number);
        marked.add(tag.dictionary());
        out.beginMarkedContent(
                COSName.getPDFName(tag.dictionary().getNameAsString(COSName.S)), number);
        show(ink, texts);
        out.endMarkedContent();
    }

    /// Writes what is nobody's to be read out.
    void decorate(Ink ink, List<Placed> texts) throws IOException {
        out.beginMarkedContent(ARTIFACT);
        show(ink, texts);
        out.endMarkedContent();
    }

    private void show(Ink ink, List<Placed> texts) throws IOException {
        var font = font(ink.strong());
        for (var placed : texts) {
            out.beginText();
            out.setNonStrokingColor(ink.grey());
            out.setFont(font.font(), ink.size());
            out.newLineAtOffset(placed.x(), placed.y());
            out.showText(font.shown(placed.text()));
            out.endText();
        }
    }

    /// Draws a picture.
    ///
    /// @param bottom of the picture
    void draw(Tag tag, PDImageXObject picture, float x, float bottom, float width, float height)
            throws IOException {
        var number = marked.size();
        tag.stands(page, number);
        marked.add(tag.dictionary());
        out.beginMarkedContent(COSName.getPDFName("Figure"), number);
        out.drawImage(picture, x, bottom, width, height);
        out.endMarkedContent();
    }

    /// Draws a line across.
    void rule(float from, float to, float at, float thickness, float grey) throws IOException {
        out.beginMarkedContent(ARTIFACT);
        out.setStrokingColor(grey);
        out.setLineWidth(thickness);
        out.moveTo(from, at);
        out.lineTo(to, at);
        out.stroke();
        out.endMarkedContent();
    }

    /// Puts a tint behind what is written next.
    void tint(float bottom, float height, float grey) throws IOException {
        out.beginMarkedContent(ARTIFACT);
        out.setNonStrokingColor(grey);
        out.addRect(LEFT, bottom, RIGHT - LEFT, height);
        out.fill();
        out.endMarkedContent();
    }

    /// Ends the last page and writes at the foot of each.
    ///
    /// @param foot on the left
    /// @param number on the right, by number of the page from 1
    void finish(String foot, IntFunction<String> number) throws IOException {
        out.close();
        var pages = new ArrayList<PDPage>();
        document.getPages().forEach(pages::add);
        for (var i = 0; i < pages.size(); i++) {
            out = new PDPageContentStream(document, pages.get(i), AppendMode.APPEND, true, true);
            rule(LEFT, RIGHT, FOOT_LINE + 11, 0.5f, 0.75f);
            var right = regular.shown(number.apply(i + 1));
            decorate(
                    new Ink(false, SMALL, MUTED),
                    List.of(
                            new Placed(foot, LEFT, FOOT_LINE),
                            new Placed(right, RIGHT - regular.width(right, SMALL), FOOT_LINE)));
            out.close();
        }
        finishTags();
    }

    private void finishTags() {
        var tree = new COSDictionary();
        tree.setItem(COSName.NUMS, parents);
        root.setItem(COSName.getPDFName("ParentTree"), tree);
        root.setInt(COSName.getPDFName("ParentTreeNextKey"), document.getNumberOfPages());
        document.getDocumentCatalog().getCOSObject().setItem(COSName.STRUCT_TREE_ROOT, root);
    }
}
