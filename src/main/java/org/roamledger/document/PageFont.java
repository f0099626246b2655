package org.roamledger.document;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A face of the font that is embedded in documents, with the widths of its letters.
///
/// Its figures are all of one width. Letters that it does not have are shown as a question mark.
final class PageFont {

    private static final String FOLDER = "/org/roamledger/fonts/";
    private static final int UNKNOWN = '?';

    private final PDFont font;
    private final TrueTypeFont face;
    private final CmapLookup glyphs;
    private final Map<Integer, Float> widths = new HashMap<>();

    private PageFont(PDFont font, TrueTypeFont face) throws IOException {
        this.font = font;
        this.face = face;
        this.glyphs = face.getUnicodeCmapLookup();
    }

    /// @param face as its file is called: `Regular`
    static PageFont embed(PDDocument document, String face) throws IOException {
        var file = FOLDER + "Roboto-" + face + ".ttf";
        try (var stream = PageFont.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new FileNotFoundException(file);
            }
            var parsed = new TTFParser().parse(new RandomAccessReadBuffer(stream));
            // Else "fi" becomes one letter, and nobody finds the word that it is in.
            parsed.setEnableGsub(false);
            document.registerTrueTypeFontForClosing(parsed);
            return new PageFont(PDType0Font.load(document, parsed, true), parsed);
        }
    }

    PDFont font() {
        return font;
    }

    /// A text as it can be shown, on one line.
    String shown(String text) {
        var shown = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> shown.appendCodePoint(shown(letter)));
        return shown.toString();
    }

    private int shown(int letter) {
        if (Character.isSpaceChar(letter) || Character.isISOControl(letter)) {
            return ' ';
        }
        return glyphs.getGlyphId(letter) == 0 ? UNKNOWN : letter;
    }

    /// Width of a text that is shown, in points.
    float width(String shown, float size) {
        var width = 0f;
        for (var at = 0; at < shown.length(); ) {
            var letter = shown.codePointAt(at);
            width += widths.computeIfAbsent(letter, this::width);
            at += Character.charCount(letter);
        }
        return width * size;
    }

    private float width(int letter) {
        try {
            return (float) face.getAdvanceWidth(glyphs.getGlyphId(letter)) / face.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A text in lines that are no longer than a width, broken between words, and within a word
    /// that is longer.
    List<String> lines(String text, float size, float width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : shown(text).split(" ", -1)) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, size) <= width) {
                line.setLength(0);
                line.append(longer);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            var rest = word;
            while (width(rest, size) > width && rest.length() > 1) {
                var fitting = fitting(rest, size, width);
                lines.add(rest.substring(0, fitting));
                rest = rest.substring(fitting);
            }
            line.append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    private int fitting(String word, float size, float width) {
        var end = word.offsetByCodePoints(0, 1);
        while (end < word.length()) {
            var next = word.offsetByCodePoints(end, 1);
            if (width(word.substring(0, next), size) > width) {
                break;
            }
            end = next;
        }
        return end;
    }
}
