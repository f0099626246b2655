package org.roamledger.ui.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

class LaneTest {

    private final ArrayDeque<Runnable> screen = new ArrayDeque<>();
    private final Lane lane = new Lane(Runnable::run, screen::add);
    private final List<Object> told = new ArrayList<>();

    private void showAll() {
        while (!screen.isEmpty()) {
            screen.remove().run();
        }
    }

    @Test
    void anOlderAnswerNeverReplacesANewerOne() {
        lane.run(_ -> "old", told::add, told::add);
        lane.run(_ -> "new", told::add, told::add);
        screen.removeLast().run();
        screen.removeLast().run();
        assertThat(told).containsExactly("new");
    }

    @Test
    void anAnswerIsToldOnTheScreenOnly() {
        lane.run(_ -> "answer", told::add, told::add);
        assertThat(told).isEmpty();
        showAll();
        assertThat(told).containsExactly("answer");
    }

    @Test
    void aProblemIsToldAsItIs() {
        var problem = new Problem.NoSources();
        lane.run(
                _ -> {
                    throw new ProblemException(problem);
                },
                told::add,
                told::add);
        showAll();
        assertThat(told).containsExactly(problem);
    }

    @Test
    void aFaultIsToldAsUnexpected() {
        lane.run(
                _ -> {
                    throw new IllegalStateException("made for a test");
                },
                told::add,
                told::add);
        showAll();
        assertThat(told).singleElement().isInstanceOf(Problem.Unexpected.class);
    }

    @Test
    void cancelTellsAtOnceAndDropsTheAnswer() {
        lane.run(_ -> "late", told::add, told::add);
        lane.cancel();
        showAll();
        assertThat(told).containsExactly(new Problem.Cancelled());
    }

    @Test
    void cancelInterruptsTheWork() throws InterruptedException {
        var interrupted = new CountDownLatch(1);
        var working = new CountDownLatch(1);
        try (ExecutorService worker = Executors.newSingleThreadExecutor()) {
            var waiting = new Lane(worker, screen::add);
            waiting.run(
                    _ -> {
                        working.countDown();
                        try {
                            new CountDownLatch(1).await();
                        } catch (InterruptedException _) {
                            interrupted.countDown();
                        }
                        return "never";
                    },
                    told::add,
                    told::add);
            working.await();
            waiting.cancel();
            interrupted.await();
        }
        assertThat(told).containsExactly(new Problem.Cancelled());
    }

    @Test
    void theScreenIsToldOnlyTheLatestOfManySteps() {
        lane.run(
                progress -> {
                    progress.step(1, 4);
                    progress.step(2, 4);
                    progress.step(3, 4);
                    return "done";
                },
                new Lane.Asker<>() {
                    @Override
                    public void progressed(double fraction) {
                        told.add(fraction);
                    }

                    @Override
                    public void done(String answer) {
                        told.add(answer);
                    }

                    @Override
                    public void failed(Problem problem) {
                        told.add(problem);
                    }
                });
        showAll();
        assertThat(told).containsExactly(0.75, "done");
    }
}
