package org.roamledger.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.roamledger.problem.Problem;
import org.roamledger.report.Neighbour;
import org.roamledger.report.Report;
import org.roamledger.report.ReportFixture;
import org.roamledger.report.SessionDetail;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.CannedEngine;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.detail.DetailModel.State;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

class DetailModelTest {

    private final CannedEngine engine = new CannedEngine();
    private static final Report REPORT =
            ReportFixture.report(
                    CannedEngine.ZONE,
                    IntStream.range(0, 10)
                            .mapToObj(
                                    number ->
                                            new ReportFixture.Row("c" + number)
                                                    .with(ReportColumn.EVSE_ID, "SE*A*E1"))
                            .toArray(ReportFixture.Row[]::new));

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
        var row = 0;
        while (REPORT.sessionId(row) != session) {
            row++;
        }
        model.show(REPORT, row);
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
    void theOthersAtTheSameEvseAreToldWithIt() {
        show(7);
        model.open().set(true);
        work();
        var neighbours = ((State.Shown) model.state().get()).neighbours();
        assertThat(neighbours).filteredOn(Neighbour::isItself).hasSize(1);
        assertThat(neighbours).hasSizeGreaterThan(4);
        model.reveal(REPORT, neighbours.getFirst().row());
        assertThat(revealed)
                .singleElement()
                .extracting(SessionDetail.Partner::session)
                .isEqualTo(REPORT.sessionId(neighbours.getFirst().row()));
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
