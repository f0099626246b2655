package org.roamledger.ui.charts;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.report.ChartFigures;
import org.roamledger.report.ChartTable;
import org.roamledger.report.ReportFilter;
import org.roamledger.report.ReportView;
import org.roamledger.ui.base.Activity;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Engine.Picture;
import org.roamledger.ui.base.Lane;
import org.roamledger.ui.base.Notice;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// The charts of the visible rows, while they are looked at.
///
/// What was shown stays until its successor is there. Confined to the screen thread.
public final class ChartsModel {

    private final Lane figuring;
    private final Activity saving;
    private final Writer writer;
    private final Consumer<ReportFilter> narrow;
    private final Consumer<Notice> notices;
    private final BooleanProperty seen = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private @Nullable ReportView view;
    private @Nullable ReportView asked;
    private String wanted = "";

    /// Writes a picture to a file, whole or not at all.
    @FunctionalInterface
    public interface Writer {
        void write(Picture picture, Path target);
    }

    /// What the page shows.
    ///
    /// @param view the rows that were summed up
    /// @param currencies that can be chosen, that of most rows first
    /// @param currency of the amounts; empty if there is none
    /// @param tables all charts in their order
    public record Shown(
            ReportView view,
            ChartFigures figures,
            List<String> currencies,
            String currency,
            List<ChartTable> tables) {

        static Shown of(ReportView view, ChartFigures figures, String wanted) {
            var currencies = figures.currencies();
            var currency =
                    currencies.contains(wanted)
                            ? wanted
                            : currencies.isEmpty() ? "" : currencies.getFirst();
            return new Shown(view, figures, currencies, currency, figures.tables(currency));
        }
    }

    /// @param narrow shows fewer rows, by a filter that goes on from that of the rows now shown
    public ChartsModel(
            Background background,
            Writer writer,
            Consumer<ReportFilter> narrow,
            Consumer<Notice> notices) {
        this.figuring = background.lane("charts");
        this.saving = new Activity("activity.export", background.lane("chart-export"));
        this.writer = writer;
        this.narrow = narrow;
        this.notices = notices;
        seen.subscribe(this::figure);
    }

    /// Takes the rows that are visible now.
    public void show(ReportView visible) {
        view = visible;
        figure();
    }

    /// Nobody waits for charts that nobody looks at.
    private void figure() {
        var rows = view;
        if (rows == null || !seen.get() || rows.equals(asked)) {
            return;
        }
        asked = rows;
        figuring.run(_ -> Shown.of(rows, ChartFigures.of(rows), wanted), shown::set, this::failed);
    }

    private void failed(Problem problem) {
        asked = null;
        notices.accept(Notice.failed("charts.failed", problem));
    }

    /// Draws amounts of another currency.
    void choose(String currency) {
        wanted = currency;
        var now = shown.get();
        if (now != null && !now.currency().equals(currency)) {
            figuring.run(
                    _ -> Shown.of(now.view(), now.figures(), currency), shown::set, this::failed);
        }
    }

    /// Shows the rows behind a figure only.
    void pick(ChartTable table, int line, int part) {
        var now = shown.get();
        var any = table.at(line, part).filter(figure -> figure.signum() != 0).isPresent();
        if (now != null && any) {
            narrow.accept(table.behind(now.view().filter(), line, part));
        }
    }

    void save(Picture picture, Path target) {
        saving.run(
                _ -> {
                    writer.write(picture, target);
                    return target;
                },
                written -> notices.accept(Notice.done("charts.saved", written.toString())),
                problem -> notices.accept(Notice.failed("export.failed", problem)));
    }

    /// Whether somebody looks at the charts.
    public BooleanProperty seen() {
        return seen;
    }

    ReadOnlyObjectProperty<@Nullable Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    public Activity saving() {
        return saving;
    }
}
