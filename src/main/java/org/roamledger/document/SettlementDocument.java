package org.roamledger.document;

import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.report.DataAge;
import org.roamledger.report.Figures;
import org.roamledger.report.Letterhead;
import org.roamledger.report.ReportParameters;
import org.roamledger.report.ReportView;
import org.roamledger.report.RoundedSettlement;
import org.roamledger.report.Settlement;
import org.roamledger.report.SettlementChecksum;
import org.roamledger.report.VatOnSum;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// A settlement as PDF: who issues it, what was asked for, the sums of each currency, the groups
/// with their sums, VAT for each rate, the rounded amounts, what the sums do not hold, a place to
/// sign, and the sessions behind it all if they are wanted.
///
/// Figures are exact, with as many decimals as any figure of their currency needs; rounded amounts
/// have a table of their own. The same request makes the same bytes.
public final class SettlementDocument {

    /// What is longer is no paper that anybody reads: 20,000 sessions are 600 pages.
    public static final int MOST_SESSIONS = 20_000;

    private static final float BELOW_HEADING = 4 * DocumentFlow.LINE;

    private final SettlementRequest request;
    private final ReportView view;
    private final DocumentWords words;
    private final ZoneId zone;
    private final PDDocument pdf;
    private final TaggedPages pages;
    private final DocumentFlow flow;

    private SettlementDocument(SettlementRequest request, PDDocument pdf) throws IOException {
        this.request = request;
        this.view = request.settlement().view();
        this.words = new DocumentWords(request.options().language());
        this.zone = parameters().zone();
        this.pdf = pdf;
        this.pages = new TaggedPages(pdf);
        this.flow = new DocumentFlow(pages);
    }

    private ReportParameters parameters() {
        return view.report().parameters();
    }

    /// Makes the whole document in memory. Not for the screen's thread: 200 pages take some
    /// seconds.
    ///
    /// @throws ProblemException with [Problem.TooManySessionsOnPaper]
    public static byte[] pdf(SettlementRequest request) {
        var sessions = request.settlement().view().size();
        if (request.options().withSessions() && sessions > MOST_SESSIONS) {
            throw new ProblemException(new Problem.TooManySessionsOnPaper(sessions, MOST_SESSIONS));
        }
        try (var pdf = new PDDocument()) {
            var document = new SettlementDocument(request, pdf);
            document.write();
            new DocumentFacts(
                            document.name() + ", " + document.days(),
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
        letterhead();
        flow.title(words.text("title"));
        facts();
        var settlement = request.settlement();
        table("summary", Settlement.of(view, List.of()));
        if (!settlement.levels().isEmpty()) {
            table("groups", settlement);
        }
        vat();
        amounts();
        notes();
        flow.sign(List.of(words.text("sign.place"), words.text("sign.name")));
        if (request.options().withSessions()) {
            sessions();
        }
        var foot =
                words.text(
                        "foot",
                        name(),
                        days(),
                        zone.getId(),
                        DocumentWords.time(request.generatedAt(), zone));
        pages.finish(foot, number -> words.text("page", number, pages.count()));
    }

    /// What the document is called, with its number.
    private String name() {
        var number = request.number();
        return words.text("title") + " " + (number == null ? words.text("draft") : number.text());
    }

    private String days() {
        return words.text(
                "period.days",
                DocumentWords.day(parameters().from()),
                DocumentWords.day(parameters().to().minusDays(1)));
    }

    private void letterhead() throws IOException {
        var letterhead = request.terms().letterhead();
        if (letterhead.equals(Letterhead.NONE)) {
            return;
        }
        var top = pages.y();
        var logo = letterhead.logo();
        var height =
                logo == null
                        ? 0
                        : flow.logo(
                                LosslessFactory.createFromImage(pdf, Logo.picture(logo)),
                                letterhead.name());
        var lines = new ArrayList<>(letterhead.address().lines().toList());
        if (!letterhead.vatId().isEmpty()) {
            lines.add(words.text("vatId", letterhead.vatId()));
        }
        flow.letterhead(letterhead.name(), lines);
        pages.down(Math.max(0, height - (top - pages.y())) + DocumentFlow.LINE);
    }

    private void facts() throws IOException {
        var number = request.number();
        fact(
                "number",
                number == null
                        ? words.text("number.draft")
                        : words.text(
                                "number.issued",
                                number.text(),
                                DocumentWords.time(number.issuedAt(), zone)));
        fact("organisations", words.organisations(parameters()));
        fact("period", days());
        fact("basis", words.text("basis.start"));
        fact("zone", zone.getId());
        flow.fact(words.text("filters"), filters());
        var selection = words.selection(view);
        if (selection.isPresent()) {
            fact("selection", selection.get());
        }
        flow.fact(words.text("data"), request.dataAges().stream().map(this::age).toList());
        fact("generated", DocumentWords.time(request.generatedAt(), zone));
        fact("checksum", SettlementChecksum.ofSessions(view));
    }

    private void fact(String key, String text) throws IOException {
        flow.fact(words.text(key), List.of(text));
    }

    private List<String> filters() {
        var sentences = words.conditions(zone).sentences(view.filter(), Integer.MAX_VALUE - 1);
        return sentences.isEmpty() ? List.of(words.text("filters.none")) : sentences;
    }

    private String age(DataAge age) {
        var asOf = age.asOf();
        return words.text(
                "data.source",
                age.source(),
                asOf == null ? words.text("data.never") : DocumentWords.time(asOf, zone));
    }

    private void heading(String key) throws IOException {
        flow.heading(words.text(key), BELOW_HEADING);
    }

    private void table(String key, Settlement of) throws IOException {
        heading(key);
        var rows = new SettlementRows(of, request.settlement().decimals(), words);
        FlowTable.write(pages, rows.columns(), rows.rows(), rows);
    }

    private void vat() throws IOException {
        heading("vat");
        var rows = new VatRows(VatOnSum.of(view), request.settlement().decimals(), words);
        FlowTable.write(pages, rows.columns(), rows.rows());
        flow.text(words.text("vat.note"));
    }

    private void amounts() throws IOException {
        var rounded = RoundedSettlement.of(view, request.terms().rounding());
        if (rounded.isRounded()) {
            heading("amounts");
            var rows = new AmountRows(rounded, request.settlement().decimals(), words);
            FlowTable.write(pages, rows.columns(), rows.rows(), rows);
            flow.text(words.text("amounts.note"));
        }
    }

    private void notes() throws IOException {
        heading("notes");
        for (var of : request.settlement().totals()) {
            note("note.noPrice", of, of.sums().withoutPrice());
            note("note.noVat", of, of.sums().withoutVat());
            note("note.findings", of, of.withFindings());
        }
        flow.text(words.text("note.credits"));
        flow.text(words.text("note.average"));
    }

    private void note(String key, Figures of, long rows) throws IOException {
        if (rows > 0) {
            flow.text(words.text(key, words.currency(of.currency()), words.whole(rows)));
        }
    }

    private void sessions() throws IOException {
        pages.newPage();
        heading("sessions");
        var rows = new SessionRows(view, words);
        FlowTable.write(pages, rows.columns(), rows.rows(), rows);
    }
}
