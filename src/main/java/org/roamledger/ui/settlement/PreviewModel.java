package org.roamledger.ui.settlement;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.roamledger.document.Paper;
import org.roamledger.problem.Problem;
import org.roamledger.report.ReportParameters;
import org.roamledger.report.ReportView;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Engine;
import org.roamledger.ui.base.Lane;
import org.roamledger.ui.base.Notice;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// The settlement document that is looked at: its pages, and saving and printing it.
///
/// Confined to the screen thread.
public final class PreviewModel {

    private static final double SMALLEST = 0.5;
    private static final double LARGEST = 4;
    private static final double STEP = 1.25;

    private final Engine engine;
    private final Consumer<Notice> notices;
    private final Lane making;
    private final Lane drawing;
    private final Lane writing;
    private final Lane asking;

    private final ReadOnlyObjectWrapper<@Nullable Paper> paper = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Integer> page = new ReadOnlyObjectWrapper<>(0);
    private final ReadOnlyObjectWrapper<Double> zoom = new ReadOnlyObjectWrapper<>(1.0);
    private final ReadOnlyObjectWrapper<@Nullable Drawn> drawn = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable List<String>> printers =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Notice> told = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    private double sharpness = 1;
    private String name = "";

    /// A page as it is shown.
    ///
    /// @param width in logical pixels
    /// @param height in logical pixels
    public record Drawn(Paper.Picture picture, double width, double height) {}

    public PreviewModel(Engine engine, Background background, Consumer<Notice> notices) {
        this.engine = engine;
        this.notices = notices;
        this.making = background.lane("preview");
        this.drawing = background.lane("preview-page");
        this.writing = background.lane("preview-write");
        this.asking = background.lane("printers");
    }

    /// Makes the document of some rows, grouped as the settlement is, and asks for printers.
    ///
    /// @param language of the document
    public void open(SettlementModel grouping, ReportView view, Locale language) {
        close();
        name = suggestedName(view.report().parameters());
        var settlement = grouping.current(view);
        busy.set(true);
        making.run(
                _ -> engine.settlement(settlement.get(), language),
                made -> {
                    busy.set(false);
                    paper.set(made);
                    draw();
                },
                this::fail);
        asking.run(_ -> engine.printers(), printers::set, _ -> printers.set(List.of()));
    }

    /// Forgets the document.
    void close() {
        var before = paper.get();
        paper.set(null);
        drawn.set(null);
        told.set(null);
        printers.set(null);
        page.set(0);
        if (before != null) {
            // On the lane that draws, so that no page is drawn of a paper that is gone.
            drawing.run(
                    _ -> {
                        before.close();
                        return true;
                    },
                    _ -> {},
                    this::fail);
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
                _ ->
                        new Drawn(
                                from.draw(number, dots),
                                from.width(number) * scale,
                                from.height(number) * scale),
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

    void save(Path target) {
        var from = paper.get();
        if (from != null) {
            write(
                    () -> engine.save(from, target),
                    Notice.done("preview.saved", String.valueOf(target.getFileName())));
        }
    }

    void print(String printer, int copies) {
        var from = paper.get();
        if (from != null) {
            write(
                    () -> engine.print(from, printer, copies, name),
                    Notice.done("preview.printed", printer));
        }
    }

    private void write(Runnable work, Notice done) {
        busy.set(true);
        writing.run(
                _ -> {
                    work.run();
                    return done;
                },
                notice -> {
                    busy.set(false);
                    told.set(notice);
                    notices.accept(notice);
                },
                this::fail);
    }

    /// A name for the file: `settlement_2026-10-01_2026-10-31.pdf`.
    private static String suggestedName(ReportParameters parameters) {
        return "settlement_%s_%s.pdf".formatted(parameters.from(), parameters.to().minusDays(1));
    }

    String name() {
        return name;
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

    /// Names of the printers, the preferred one first; nothing while they are looked for.
    ReadOnlyObjectProperty<@Nullable List<String>> printers() {
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
