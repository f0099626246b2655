package org.roamledger.document;

import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.roamledger.document.TaggedPages.Ink;
import org.roamledger.document.TaggedPages.Placed;
import org.roamledger.report.DataAge;
import org.roamledger.report.Figures;
import org.roamledger.report.ReportParameters;
import org.roamledger.report.Settlement;
import org.roamledger.session.ReportColumn;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A settlement as PDF: what was asked for, the sums of each currency, the groups with their sums,
/// VAT for each rate, what the sums do not hold, and a place to sign.
///
/// Figures are exact, with as many decimals as any figure of their currency needs. The same request
/// makes the same bytes.
public final class SettlementDocument {

    private static final float TITLE_SIZE = 19;
    private static final float HEADING_SIZE = 11.5f;
    private static final float TEXT_SIZE = 9;
    private static final float LINE = 13;
    private static final float LABEL_WIDTH = 130;
    private static final float MUTED = 0.35f;
    private static final float SIGN_WIDTH = 220;
    private static final float SIGN_HEIGHT = 70;

    private final SettlementRequest request;
    private final DocumentWords words;
    private final ZoneId zone;
    private final TaggedPages pages;

    private SettlementDocument(SettlementRequest request, TaggedPages pages) {
        this.request = request;
        this.words = new DocumentWords(request.language());
        this.zone = parameters(request).zone();
        this.pages = pages;
    }

    private static ReportParameters parameters(SettlementRequest request) {
        return request.settlement().view().report().parameters();
    }

    /// Makes the whole document in memory. Not for the screen's thread: 200 pages take some
    /// seconds.
    public static byte[] pdf(SettlementRequest request) {
        try (var pdf = new PDDocument()) {
            var document = new SettlementDocument(request, new TaggedPages(pdf));
            document.write();
            new DocumentFacts(
                            document.words.text("title") + ", " + document.days(),
                            document.words.language(),
                            request.generatedAt())
                    .put(pdf);
            var bytes = new ByteArrayOutputStream();
            pdf.save(bytes, CompressParameters.DEFAULT_COMPRESSION);
            return bytes.toByteArray();
        } catch (IOException e) {
            // There is nothing but memory and the application's own fonts.
            throw new UncheckedIOException(e);
        }
    }

    private void write() throws IOException {
        paragraph("H1", new Ink(true, TITLE_SIZE, 0), words.text("title"), TITLE_SIZE + 12);
        facts();
        var settlement = request.settlement();
        table("summary", Settlement.of(settlement.view(), List.of()));
        if (!settlement.levels().isEmpty()) {
            table("groups", settlement);
        }
        table(
                "vat",
                Settlement.of(
                        settlement.view(), List.of(ReportColumn.CURRENCY, ReportColumn.VAT_RATE)));
        notes();
        sign();
        var foot =
                words.text(
                        "foot",
                        words.text("title"),
                        days(),
                        zone.getId(),
                        DocumentWords.time(request.generatedAt(), zone));
        pages.finish(foot, number -> words.text("page", number, pages.count()));
    }

    private String days() {
        var parameters = parameters(request);
        return words.text(
                "period.days",
                DocumentWords.day(parameters.from()),
                DocumentWords.day(parameters.to().minusDays(1)));
    }

    private void facts() throws IOException {
        fact("organisations", List.of(organisations()));
        fact("period", List.of(days()));
        fact("basis", List.of(words.text("basis.start")));
        fact("zone", List.of(zone.getId()));
        fact("filters", filters());
        fact("data", request.dataAges().stream().map(this::age).toList());
        fact("generated", List.of(DocumentWords.time(request.generatedAt(), zone)));
    }

    private List<String> filters() {
        var sentences =
                words.conditions(zone)
                        .sentences(request.settlement().view().filter(), Integer.MAX_VALUE - 1);
        return sentences.isEmpty() ? List.of(words.text("filters.none")) : sentences;
    }

    private String organisations() {
        var parameters = parameters(request);
        if (parameters.organisations().isEmpty()) {
            return words.text("organisations.all");
        }
        var names = parameters.organisations().stream().sorted().collect(Collectors.joining(", "));
        return parameters.withSubOrganisations()
                ? words.text("organisations.withSubs", names)
                : names;
    }

    private String age(DataAge age) {
        var asOf = age.asOf();
        return words.text(
                "data.source",
                age.source(),
                asOf == null ? words.text("data.never") : DocumentWords.time(asOf, zone));
    }

    private void fact(String key, List<String> texts) throws IOException {
        var width = TaggedPages.RIGHT - TaggedPages.LEFT - LABEL_WIDTH;
        var lines = new ArrayList<String>();
        for (var text : texts) {
            lines.addAll(pages.font(false).lines(text, TEXT_SIZE, width));
        }
        var label = words.text(key);
        for (var line : lines) {
            if (!pages.fits(LINE)) {
                pages.newPage();
            }
            var y = pages.y() - TEXT_SIZE;
            if (!label.isEmpty()) {
                pages.write(
                        pages.top().within("P"),
                        new Ink(false, TEXT_SIZE, MUTED),
                        List.of(new Placed(label, TaggedPages.LEFT, y)));
                label = "";
            }
            pages.write(
                    pages.top().within("P"),
                    new Ink(false, TEXT_SIZE, 0),
                    List.of(new Placed(line, TaggedPages.LEFT + LABEL_WIDTH, y)));
            pages.down(LINE);
        }
    }

    private void heading(String key, float below) throws IOException {
        if (!pages.fits(below + 3 * LINE)) {
            pages.newPage();
        } else {
            pages.down(LINE);
        }
        paragraph("H2", new Ink(true, HEADING_SIZE, 0), words.text(key), HEADING_SIZE + 8);
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

    private void table(String key, Settlement of) throws IOException {
        heading(key, 4 * LINE);
        var rows = new SettlementRows(of, request.settlement().decimals(), words);
        FlowTable.write(pages, rows.columns(), rows.rows());
    }

    private void notes() throws IOException {
        heading("notes", 4 * LINE);
        for (var of : request.settlement().totals()) {
            note("note.noPrice", of, of.sums().withoutPrice());
            note("note.noVat", of, of.sums().withoutVat());
        }
        note(words.text("note.credits"));
        note(words.text("note.average"));
    }

    private void note(String key, Figures of, long rows) throws IOException {
        if (rows > 0) {
            var currency = of.currency().isEmpty() ? words.text("notGiven") : of.currency();
            note(words.text(key, currency, words.whole(rows)));
        }
    }

    private void note(String text) throws IOException {
        paragraph("P", new Ink(false, TEXT_SIZE, 0), text, LINE);
    }

    private void sign() throws IOException {
        if (!pages.fits(SIGN_HEIGHT)) {
            pages.newPage();
        }
        pages.down(SIGN_HEIGHT - LINE);
        var x = TaggedPages.LEFT;
        for (var key : List.of("sign.place", "sign.name")) {
            pages.rule(x, x + SIGN_WIDTH, pages.y(), 0.6f, 0);
            pages.write(
                    pages.top().within("P"),
                    new Ink(false, TEXT_SIZE, MUTED),
                    List.of(new Placed(words.text(key), x, pages.y() - LINE)));
            x += SIGN_WIDTH + 40;
        }
    }
}
