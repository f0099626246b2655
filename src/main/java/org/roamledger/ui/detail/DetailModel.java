package org.roamledger.ui.detail;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.report.Column;
import org.roamledger.report.Finding;
import org.roamledger.report.Neighbour;
import org.roamledger.report.Report;
import org.roamledger.report.SessionDetail;
import org.roamledger.report.SessionDetail.Partner;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Lane;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

/// The session that is looked at closely, if the pane for it is open.
///
/// What was shown stays until its successor is there. Confined to the screen thread.
public final class DetailModel {

    /// How wide the pane is at first, in pixels.
    public static final double USUAL_WIDTH = 400;

    private static final int NEIGHBOURS = 4;

    private final Source source;
    private final Consumer<Partner> reveal;
    private final Lane asking;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final DoubleProperty width = new SimpleDoubleProperty(USUAL_WIDTH);
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Nothing());
    private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
    private @Nullable Asked asked;

    /// Tells all of a session.
    @FunctionalInterface
    public interface Source {
        SessionDetail detail(long session, ZoneId reportZone);
    }

    /// What the pane tells.
    public sealed interface State {

        /// Not exactly one session is selected.
        record Nothing() implements State {}

        /// The first answer is on its way.
        record Loading() implements State {}

        /// @param report the loaded report in which the session stands
        /// @param row its row there
        /// @param findings what the checks have found in it
        /// @param neighbours those at the same EVSE in that report, and itself
        record Shown(
                SessionDetail detail,
                Report report,
                int row,
                List<Finding> findings,
                List<Neighbour> neighbours)
                implements State {}

        record Failed(Problem problem) implements State {}
    }

    private record Asked(Report report, int row) {}

    /// @param reveal shows the row of a session
    public DetailModel(Source source, Background background, Consumer<Partner> reveal) {
        this.source = source;
        this.reveal = reveal;
        this.asking = background.lane("session-detail");
        open.subscribe(this::ask);
    }

    /// Looks at another session.
    ///
    /// @param row its row in the report
    public void show(Report report, int row) {
        asked = new Asked(report, row);
        ask();
    }

    /// Looks at none.
    public void showNothing() {
        asked = null;
        ask();
    }

    /// Asks once more, after a failure.
    void ask() {
        var now = asked;
        if (now == null || !open.get()) {
            // In place of an answer that may be on its way.
            asking.run(_ -> new State.Nothing(), _ -> {}, _ -> {});
            loading.set(false);
            state.set(new State.Nothing());
            return;
        }
        loading.set(true);
        if (!(state.get() instanceof State.Shown)) {
            state.set(new State.Loading());
        }
        asking.run(_ -> look(now), this::answer, problem -> answer(new State.Failed(problem)));
    }

    private State look(Asked asked) {
        var report = asked.report();
        var detail = source.detail(report.sessionId(asked.row()), report.parameters().zone());
        return new State.Shown(
                detail,
                report,
                asked.row(),
                Finding.of(report, asked.row()),
                Neighbour.of(report, asked.row(), NEIGHBOURS));
    }

    private void answer(State answer) {
        loading.set(false);
        state.set(answer);
    }

    void reveal(Partner partner) {
        reveal.accept(partner);
    }

    /// Goes to the session of another row of the report.
    void reveal(Report report, int row) {
        var ids = (Column.Ids) report.column(ReportColumn.CDR_ID);
        var start = report.numbers(ReportColumn.START_TIME).at(row);
        reveal(
                new Partner(
                        report.sessionId(row),
                        ids.text(row),
                        report.isCredit(row),
                        Instant.ofEpochSecond(start)));
    }

    /// Whether there is a pane at all.
    public BooleanProperty open() {
        return open;
    }

    /// How wide the pane is, in pixels; kept while it is closed.
    public DoubleProperty width() {
        return width;
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// Whether what is shown is about to be replaced.
    public ReadOnlyBooleanProperty loading() {
        return loading.getReadOnlyProperty();
    }
}
