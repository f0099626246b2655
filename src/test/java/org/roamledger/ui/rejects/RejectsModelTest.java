package org.roamledger.ui.rejects;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.roamledger.session.KeptReject;
import org.roamledger.ui.CannedEngine;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Notice;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

class RejectsModelTest {

    private final CannedEngine engine = new CannedEngine();
    private final List<Notice> notices = new ArrayList<>();
    private final AtomicInteger mended = new AtomicInteger();
    private final RejectsModel model =
            new RejectsModel(
                    engine,
                    new Background(_ -> Runnable::run, Runnable::run, () -> {}),
                    notices::add,
                    mended::incrementAndGet);

    private List<Long> ids() {
        return model.rejects().get().newest().stream().map(KeptReject::id).toList();
    }

    @Test
    void beforeItAskedThereAreNone() {
        assertThat(model.rejects().get().total()).isZero();
    }

    @Test
    void whatIsReadAgainLeavesTheListAndTheReportIsLoadedAnew() {
        model.refresh();
        model.retrySelected(Set.of(2L));
        assertThat(ids()).containsExactly(1L, 3L);
        assertThat(mended.get()).isEqualTo(1);
        assertThat(notices).containsExactly(Notice.done("rejects.retried", 1L, 0L, 0L));
    }

    @Test
    void allAreReadAgainOnRequest() {
        model.retryAll();
        assertThat(ids()).isEmpty();
    }

    @Test
    void noneSelectedIsNotAll() {
        model.refresh();
        model.retrySelected(Set.of());
        assertThat(ids()).hasSize(3);
        assertThat(notices).isEmpty();
    }

    @Test
    void theExportSaysHowManyItWrote() {
        model.export(Path.of("folder", "rejects.csv"));
        assertThat(engine.exported).containsExactly(Path.of("folder", "rejects.csv"));
        assertThat(notices).containsExactly(Notice.done("rejects.exported", 3L, "rejects.csv"));
    }
}
