package org.roamledger.ui.shell;

import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Notice;
import org.roamledger.ui.views.HistoryModel;
import org.roamledger.ui.views.SavedViewsModel;
import org.roamledger.ui.views.Seen;
import org.roamledger.views.KeptViews;
import org.roamledger.views.ViewState;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/// What the window shows as a value: the way back through it, and saved views.
///
/// Confined to the screen thread.
public final class WindowViews {

    private final ViewStates states;
    private final SavedViewsModel saved;
    private final HistoryModel history;

    /// What is shown now is the standard view.
    ///
    /// @param begin arranges what is not part of a view that is opened at the start
    WindowViews(
            ViewStates states,
            KeptViews kept,
            KeptViews.Opening opening,
            Runnable begin,
            Background background,
            InstantSource clock,
            Consumer<Notice> notices) {
        this.states = states;
        saved = new SavedViewsModel(kept, background, notices, sight());
        begin.run();
        saved.begin(opening);
        history = new HistoryModel(this::seen, this::show, clock);
        states.follow(this::changed);
    }

    private SavedViewsModel.Sight sight() {
        return new SavedViewsModel.Sight() {
            @Override
            public ViewState state() {
                return states.now();
            }

            @Override
            public List<String> show(ViewState state) {
                return states.show(state);
            }

            @Override
            public void asStep(Runnable work) {
                history.asOne(work);
            }

            @Override
            public void withoutStep(Runnable work) {
                history.adopt(work);
            }
        };
    }

    private Seen seen() {
        var view = saved.open().get();
        return new Seen(states.now(), view == null ? null : view.file());
    }

    private void show(Seen seen) {
        states.show(seen.state());
        saved.went(seen.view());
    }

    private void changed() {
        history.changed();
        saved.track();
    }

    public SavedViewsModel saved() {
        return saved;
    }

    HistoryModel history() {
        return history;
    }

    ViewState now() {
        return states.now();
    }
}
