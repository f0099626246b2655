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
import org.roamledger.report.SessionDetail;
import org.roamledger.report.SessionDetail.Partner;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Lane;

import java.time.ZoneId;
import java.util.function.Consumer;

/// The session that is looked at closely, if the pane for it is open.
///
/// What was shown stays until its successor is there. Confined to the screen thread.
public final class DetailModel {

    /// How wide the pane is at first, in pixels.
    public static final double USUAL_WIDTH = 400;

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

        record Shown(SessionDetail detail) implements State {}

        record Failed(Problem problem) implements State {}
    }

    private record Asked(long session, ZoneId reportZone) {}

    /// @param reveal shows the row of a session
    public DetailModel(Source source, Background background, Consumer<Partner> reveal) {
        this.source = source;
        this.reveal = reveal;
        this.asking = background.lane("session-detail");
        open.subscribe(this::ask);
    }

    /// Looks at another session.
    public void show(long session, ZoneId reportZone) {
        asked = new Asked(session, reportZone);
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
        asking.run(
                _ -> source.detail(now.session(), now.reportZone()),
                detail -> answer(new State.Shown(detail)),
                problem -> answer(new State.Failed(problem)));
    }

    private void answer(State answer) {
        loading.set(false);
        state.set(answer);
    }

    void reveal(Partner partner) {
        reveal.accept(partner);
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
