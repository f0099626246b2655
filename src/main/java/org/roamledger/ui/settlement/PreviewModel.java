package org.roamledger.ui.settlement;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.roamledger.document.DocumentOptions;
import org.roamledger.document.Paper;
import org.roamledger.document.PrintOrder;
import org.roamledger.document.Printers.Printer;
import org.roamledger.problem.Problem;
import org.roamledger.report.ReportView;
import org.roamledger.report.Settlement;
import org.roamledger.ui.base.Activity;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Documents;
import org.roamledger.ui.base.Engine;
import org.roamledger.ui.base.Lane;
import org.roamledger.ui.base.Notice;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The settlement document that is looked at: its pages, and saving and printing it.
///
/// Confined to the screen thread.
public final class PreviewModel {

    private static final double SMALLEST = 0.5;
    private static final double LARGEST = 4;
    private static final double STEP = 1.25;

    private final Documents documents;
    private final Consumer<Notice> notices;
    private final Activity partnerFiles;
    private final TermsModel terms;
    private final Lane making;
    private final Lane drawing;
    private final Lane writing;
    private final Lane asking;

    private final ReadOnlyObjectWrapper<@Nullable Paper> paper = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Integer> page = new ReadOnlyObjectWrapper<>(0);
    private final ReadOnlyObjectWrapper<Double> zoom = new ReadOnlyObjectWrapper<>(1.0);
    private final ReadOnlyObjectWrapper<@Nullable Drawn> drawn = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable List<Printer>> printers =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<DocumentOptions> options =
            new ReadOnlyObjectWrapper<>(new DocumentOptions(Locale.ENGLISH, false));
    private final ReadOnlyObjectWrapper<@Nullable Notice> told = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /// Papers that are shown no more, still to be closed.
    private final Queue<Paper> gone = new ConcurrentLinkedQueue<>();

    private double sharpness = 1;
    private boolean chosen;
    private @Nullable Supplier<Settlement> asked;
    private @Nullable Made made;

    /// A document and what it is of.
    private record Made(Settlement settlement, DocumentOptions options, Paper paper) {

        /// A name for its file: `settlement_2026-10-01_2026-10-31.pdf`.
        String name() {
            var view = settlement.view();
            var parameters = view.report().parameters();
            return "settlement_%s_%s%s.pdf"
                    .formatted(
                            parameters.from(),
                            parameters.to().minusDays(1),
                            view.chosenFrom() == null ? "" : "_selection");
        }
    }

    /// A page as it is shown.
    ///
    /// @param width in logical pixels
    /// @param height in logical pixels
    public record Drawn(Paper.Picture picture, double width, double height) {}

    public PreviewModel(Engine engine, Background background, Consumer<Notice> notices) {
        this.documents = engine.documents();
        this.notices = notices;
        this.partnerFiles = new Activity("activity.partnerFiles", background.lane("partner-files"));
        this.terms = new TermsModel(documents, background, notices);
        this.making = background.lane("preview");
        this.drawing = background.lane("preview-page");
        this.writing = background.lane("preview-write");
        this.asking = background.lane("printers");
    }

    /// Makes the document of some rows, grouped as the settlement is, and asks for printers.
    ///
    /// @param rows asked for when the document is made, not on the screen thread
    /// @param language of the document, unless a person chose another one before
    public void open(SettlementModel grouping, Supplier<ReportView> rows, Locale language) {
        close();
        options.set(new DocumentOptions(chosen ? options.get().language() : language, false));
        asked = grouping.current(rows);
        make();
        asking.run(_ -> documents.printers(), printers::set, _ -> printers.set(List.of()));
    }

    private void make() {
        var settlement = asked;
        var wanted = options.get();
        if (settlement == null) {
            return;
        }
        busy.set(true);
        making.run(
                _ -> {
                    var of = settlement.get();
                    return new Made(of, wanted, documents.settlement(of, wanted));
                },
                now -> {
                    busy.set(false);
                    show(now);
                },
                this::fail);
    }

    private void show(Made now) {
        var before = paper.get();
        made = now;
        paper.set(now.paper());
        page.set(Math.min(page.get(), now.paper().pages() - 1));
        forget(before);
        draw();
    }

    /// Makes the document in another language.
    void speak(Locale language) {
        if (language.getLanguage().equals(options.get().language().getLanguage())) {
            return;
        }
        chosen = true;
        change(new DocumentOptions(language, options.get().withSessions()));
    }

    /// Makes the document with the sessions behind it, or without them.
    void listSessions(boolean listed) {
        change(new DocumentOptions(options.get().language(), listed));
    }

    private void change(DocumentOptions changed) {
        if (!changed.equals(options.get())) {
            options.set(changed);
            told.set(null);
            make();
        }
    }

    /// Forgets the document.
    void close() {
        var before = paper.get();
        asked = null;
        made = null;
        paper.set(null);
        drawn.set(null);
        told.set(null);
        printers.set(null);
        page.set(0);
        forget(before);
        drawing.run(
                _ -> {
                    closeGone();
                    return true;
                },
                _ -> {},
                this::fail);
    }

    private void forget(@Nullable Paper before) {
        if (before != null) {
            gone.add(before);
        }
    }

    /// On the lane that draws, so that no page is drawn of a paper that is closed; with the next
    /// page, as a job of its own would drop the drawing of it.
    private void closeGone() {
        for (var paper = gone.poll(); paper != null; paper = gone.poll()) {
            paper.close();
        }
    }

    private void draw() {
        var from = paper.get();
        if (from == null) {
            return;
        }
        var number = page.get();
        var scale = zoom.get();
        var dots = scale * sharpness;
        drawing.run(
                _ -> {
                    closeGone();
                    return new Drawn(
                            from.draw(number, dots),
                            from.width(number) * scale,
                            from.height(number) * scale);
                },
                drawn::set,
                this::fail);
    }

    private void fail(Problem problem) {
        busy.set(false);
        if (!(problem instanceof Problem.Cancelled)) {
            told.set(Notice.failed("preview.failed", problem));
        }
    }

    /// @param number from 0; beyond the ends is at the ends
    void turnTo(int number) {
        var from = paper.get();
        if (from != null) {
            var there = Math.clamp(number, 0, from.pages() - 1);
            if (there != page.get()) {
                page.set(there);
                draw();
            }
        }
    }

    void turn(int by) {
        turnTo(page.get() + by);
    }

    void enlarge() {
        zoomTo(zoom.get() * STEP);
    }

    void reduce() {
        zoomTo(zoom.get() / STEP);
    }

    /// @param wanted logical pixels for a point of the paper
    void zoomTo(double wanted) {
        var possible = Math.clamp(wanted, SMALLEST, LARGEST);
        if (possible != zoom.get()) {
            zoom.set(possible);
            draw();
        }
    }

    /// @param dots of the screen for a logical pixel
    void sharpenTo(double dots) {
        if (dots != sharpness) {
            sharpness = dots;
            draw();
        }
    }

    /// Saves the document as PDF, which gives it a number, or its figures as XLSX or CSV.
    void save(Path target) {
        var now = made;
        if (now == null) {
            return;
        }
        var done = Notice.done("preview.saved", String.valueOf(target.getFileName()));
        if (String.valueOf(target.getFileName()).toLowerCase(Locale.ROOT).endsWith(".pdf")) {
            write(now, paper -> documents.save(paper, target), done);
        } else {
            write(
                    () -> {
                        documents.saveTable(now.settlement(), now.options().language(), target);
                        return now;
                    },
                    done);
        }
    }

    /// Prints the document, which gives it a number.
    void print(PrintOrder order) {
        var now = made;
        if (now != null) {
            write(
                    now,
                    paper -> documents.print(paper, order, now.name()),
                    Notice.done("preview.printed", order.printer()));
        }
    }

    /// Asks by the system's dialog how to print, and prints.
    void askAndPrint(PrintOrder order) {
        asking.run(
                _ -> Optional.ofNullable(documents.askSystem(order)),
                answer -> answer.ifPresent(this::print),
                this::fail);
    }

    /// What leaves the window has a number, and then the preview has it too.
    private void write(Made now, Consumer<Paper> work, Notice done) {
        write(
                () -> {
                    var paper =
                            now.paper().number() == null
                                    ? documents.issue(now.settlement(), now.options())
                                    : now.paper();
                    work.accept(paper);
                    return new Made(now.settlement(), now.options(), paper);
                },
                done);
    }

    private void write(Supplier<Made> work, Notice done) {
        busy.set(true);
        writing.run(
                _ -> work.get(),
                now -> {
                    busy.set(false);
                    var shown = paper.get();
                    if (shown != null && now.paper() != shown) {
                        show(now);
                    }
                    told.set(done);
                    notices.accept(done);
                },
                this::fail);
    }

    /// Issues a document for each partner in some rows.
    ///
    /// @param language of the documents, unless a person chose another one before
    public void savePartners(
            SettlementModel grouping, ReportView view, Locale language, Path folder) {
        var wanted = new DocumentOptions(chosen ? options.get().language() : language, false);
        var levels = grouping.levels().get();
        partnerFiles.run(
                progress -> documents.savePartners(view, levels, wanted, folder, progress),
                count ->
                        notices.accept(
                                Notice.done(
                                        "partnerFiles.saved",
                                        count,
                                        String.valueOf(folder.getFileName()))),
                problem -> notices.accept(Notice.failed("partnerFiles.failed", problem)));
    }

    /// A document for each partner.
    public Activity partnerFiles() {
        return partnerFiles;
    }

    /// What is agreed for all documents.
    public TermsModel terms() {
        return terms;
    }

    /// How the document is wanted.
    ReadOnlyObjectProperty<DocumentOptions> options() {
        return options.getReadOnlyProperty();
    }

    /// A name for the file; empty while there is no document.
    String name() {
        var now = made;
        return now == null ? "" : now.name();
    }

    /// The document; nothing while it is made.
    public ReadOnlyObjectProperty<@Nullable Paper> paper() {
        return paper.getReadOnlyProperty();
    }

    /// Number of the page, from 0.
    ReadOnlyObjectProperty<Integer> page() {
        return page.getReadOnlyProperty();
    }

    /// Logical pixels for a point of the paper.
    ReadOnlyObjectProperty<Double> zoom() {
        return zoom.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Drawn> drawn() {
        return drawn.getReadOnlyProperty();
    }

    /// The printers, the preferred one first; nothing while they are looked for.
    ReadOnlyObjectProperty<@Nullable List<Printer>> printers() {
        return printers.getReadOnlyProperty();
    }

    /// What came of the last work.
    ReadOnlyObjectProperty<@Nullable Notice> told() {
        return told.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }
}
