package org.roamledger.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.roamledger.problem.Problem;
import org.roamledger.report.SessionDetail;
import org.roamledger.ui.CannedEngine;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.detail.DetailModel.State;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

class DetailModelTest {

    private final CannedEngine engine = new CannedEngine();
    private final List<Long> asked = new ArrayList<>();
    private final List<SessionDetail.Partner> revealed = new ArrayList<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final DetailModel model =
            new DetailModel(
                    (session, zone) -> {
                        asked.add(session);
                        return engine.detail(session, zone);
                    },
                    new Background(_ -> waiting::add, Runnable::run, () -> {}),
                    revealed::add);

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
    }

    private void show(long session) {
        model.show(session, CannedEngine.ZONE);
    }

    private long shown() {
        return ((State.Shown) model.state().get()).detail().session();
    }

    @Test
    void nothingIsAskedWhileThePaneIsClosed() {
        show(7);
        work();
        assertThat(asked).isEmpty();
        assertThat(model.state().get()).isEqualTo(new State.Nothing());
    }

    @Test
    void openingThePaneTellsTheSessionThatIsSelected() {
        show(7);
        model.open().set(true);
        assertThat(model.state().get()).isEqualTo(new State.Loading());
        work();
        assertThat(shown()).isEqualTo(7);
    }

    @Test
    void whatIsShownStaysUntilItsSuccessorIsThere() {
        model.open().set(true);
        show(7);
        work();
        show(8);
        assertThat(shown()).isEqualTo(7);
        assertThat(model.loading().get()).isTrue();
        work();
        assertThat(shown()).isEqualTo(8);
        assertThat(model.loading().get()).isFalse();
    }

    @Test
    void anOlderAnswerNeverReplacesANewerOne() {
        model.open().set(true);
        work();
        show(7);
        var older = waiting.removeFirst();
        show(8);
        work();
        older.run();
        assertThat(shown()).isEqualTo(8);
    }

    @Test
    void anAnswerThatIsNotWantedAnyMoreIsDropped() {
        model.open().set(true);
        show(7);
        model.showNothing();
        work();
        assertThat(model.state().get()).isEqualTo(new State.Nothing());
    }

    @Test
    void aFailureIsToldAndCanBeTriedAgain() {
        var problem = new Problem.StoreBusy(Path.of("sessions.db"));
        engine.detailProblem = problem;
        model.open().set(true);
        show(7);
        work();
        assertThat(model.state().get()).isEqualTo(new State.Failed(problem));
        engine.detailProblem = null;
        model.ask();
        work();
        assertThat(shown()).isEqualTo(7);
    }
}
