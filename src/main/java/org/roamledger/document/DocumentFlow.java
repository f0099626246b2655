package org.roamledger.document;

import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.roamledger.document.TaggedPages.Ink;
import org.roamledger.document.TaggedPages.Placed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What a document says besides its tables, one thing below the other.
final class DocumentFlow {

    static final float LINE = 13;
    static final float TEXT_SIZE = 9;
    static final float MUTED = 0.35f;

    private static final float TITLE_SIZE = 19;
    private static final float HEADING_SIZE = 11.5f;
    private static final float LABEL_WIDTH = 130;
    private static final float NAME_SIZE = 11;
    private static final float LOGO_WIDTH = 190;
    private static final float LOGO_HEIGHT = 64;
    private static final float SIGN_WIDTH = 220;
    private static final float SIGN_HEIGHT = 70;

    private final TaggedPages pages;

    DocumentFlow(TaggedPages pages) {
        this.pages = pages;
    }

    void title(String text) throws IOException {
        paragraph("H1", new Ink(true, TITLE_SIZE, 0), text, TITLE_SIZE + 12);
    }

    /// @param below what has to stand on the same page
    void heading(String text, float below) throws IOException {
        if (!pages.fits(below + 3 * LINE)) {
            pages.newPage();
        } else if (!pages.isEmpty()) {
            pages.down(LINE);
        }
        paragraph("H2", new Ink(true, HEADING_SIZE, 0), text, HEADING_SIZE + 8);
    }

    void text(String text) throws IOException {
        paragraph("P", new Ink(false, TEXT_SIZE, 0), text, LINE);
    }

    private void paragraph(String role, Ink ink, String text, float height) throws IOException {
        var lines =
                pages.font(ink.strong())
                        .lines(text, ink.size(), TaggedPages.RIGHT - TaggedPages.LEFT);
        for (var line : lines) {
            if (!pages.fits(height)) {
                pages.newPage();
            }
            pages.write(
                    pages.top().within(role),
                    ink,
                    List.of(new Placed(line, TaggedPages.LEFT, pages.y() - ink.size())));
            pages.down(height);
        }
    }

    /// A label and what there is to say.
    void fact(String label, List<String> texts) throws IOException {
        var width = TaggedPages.RIGHT - TaggedPages.LEFT - LABEL_WIDTH;
        var lines = new ArrayList<String>();
        for (var text : texts) {
            lines.addAll(pages.font(false).lines(text, TEXT_SIZE, width));
        }
        var labelled = false;
        for (var line : lines) {
            if (!pages.fits(LINE)) {
                pages.newPage();
            }
            var y = pages.y() - TEXT_SIZE;
            if (!labelled) {
                pages.write(
                        pages.top().within("P"),
                        new Ink(false, TEXT_SIZE, MUTED),
                        List.of(new Placed(label, TaggedPages.LEFT, y)));
                labelled = true;
            }
            pages.write(
                    pages.top().within("P"),
                    new Ink(false, TEXT_SIZE, 0),
                    List.of(new Placed(line, TaggedPages.LEFT + LABEL_WIDTH, y)));
            pages.down(LINE);
        }
    }

    /// Who writes, on the left.
    ///
    /// @param name in strong letters
    /// @param lines below it
    void letterhead(String name, List<String> lines) throws IOException {
        var width = TaggedPages.RIGHT - TaggedPages.LEFT - LOGO_WIDTH - LINE;
        for (var line : pages.font(true).lines(name, NAME_SIZE, width)) {
            write(new Ink(true, NAME_SIZE, 0), line, NAME_SIZE + 5);
        }
        for (var text : lines) {
            for (var line : pages.font(false).lines(text, TEXT_SIZE, width)) {
                write(new Ink(false, TEXT_SIZE, MUTED), line, LINE - 1);
            }
        }
    }

    private void write(Ink ink, String line, float height) throws IOException {
        pages.write(
                pages.top().within("P"),
                ink,
                List.of(new Placed(line, TaggedPages.LEFT, pages.y() - ink.size())));
        pages.down(height);
    }

    /// A picture at the right of what is written next, no larger than there is room for.
    ///
    /// @param words what it shows
    /// @return its height
    float logo(PDImageXObject picture, String words) throws IOException {
        var scale = Math.min(LOGO_WIDTH / picture.getWidth(), LOGO_HEIGHT / picture.getHeight());
        var width = picture.getWidth() * scale;
        var height = picture.getHeight() * scale;
        pages.draw(
                pages.top().within("Figure").shows(words),
                picture,
                TaggedPages.RIGHT - width,
                pages.y() - height,
                width,
                height);
        return height;
    }

    /// Places to sign beside each other.
    void sign(List<String> labels) throws IOException {
        if (!pages.fits(SIGN_HEIGHT)) {
            pages.newPage();
        }
        pages.down(SIGN_HEIGHT - LINE);
        var x = TaggedPages.LEFT;
        for (var label : labels) {
            pages.rule(x, x + SIGN_WIDTH, pages.y(), 0.6f, 0);
            pages.write(
                    pages.top().within("P"),
                    new Ink(false, TEXT_SIZE, MUTED),
                    List.of(new Placed(label, x, pages.y() - LINE)));
            x += SIGN_WIDTH + 40;
        }
        pages.down(LINE);
    }
}
