package org.roamledger.ui.sources;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.roamledger.problem.Problem;
import org.roamledger.ui.CannedEngine;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Notice;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

class SourcesModelTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    private final CannedEngine engine = new CannedEngine();
    private final List<Notice> notices = new ArrayList<>();
    private final List<String> shownGone = new ArrayList<>();
    private final SourcesModel model =
            new SourcesModel(
                    engine,
                    new Background(_ -> Runnable::run, Runnable::run, () -> {}),
                    notices::add,
                    () -> {},
                    () -> {},
                    shownGone::add);

    @Test
    void whatASyncHasToTellBesidesStandsInItsNotice() {
        engine.warnings = List.of(new Problem.ClockDiffers("hub", 7));
        model.sync();
        assertThat(notices.getFirst().problems()).isEqualTo(engine.warnings);
        assertThat(notices.getFirst().level()).isEqualTo(Notice.Level.HINT);
    }

    @Test
    void aCloseScanReadsTheMonthOfOneSource() {
        model.scan("hub", OCTOBER);
        assertThat(engine.scanned).containsExactly("2026-10");
    }

    @Test
    void aCloseScanThatFindsSessionsGoneOffersToShowThem() {
        engine.warnings = List.of(new Problem.GoneUpstream("hub", 2, List.of("a", "b")));
        model.scan("hub", OCTOBER);
        assertThat(notices).hasSize(1);
        notices.getFirst().offers().getFirst().action().run();
        assertThat(shownGone).containsExactly("hub");
    }

    @Test
    void aCloseScanThatFindsNothingGoneSaysSo() {
        model.scan("hub", OCTOBER);
        assertThat(notices).extracting(Notice::key).containsExactly("sync.done", "gone.nothing");
    }

    @Test
    void aSyncOfWhatIsNewSaysNothingOfWhatIsGone() {
        model.sync("hub");
        assertThat(notices).extracting(Notice::key).containsExactly("sync.done");
    }
}
