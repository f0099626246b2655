package org.roamledger.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.problem.Progress;
import org.roamledger.report.Column;
import org.roamledger.report.ReportParameters;
import org.roamledger.session.ReportColumn;
import org.roamledger.store.GoneSession;
import org.roamledger.store.SessionStore;
import org.roamledger.store.Source;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Whatever a back office does, after two syncs in which it behaves the store holds what it holds.
class SyncModelTest {

    private static final long FIRST = 1;

    /// Back offices whose sessions stand in one store: it is opened seldom and stays small.
    private static final int OF_A_STORE = 25;

    private final Quick quick = new Quick();
    private volatile @Nullable RandomBackOffice office;

    @Test
    @Tag("slow")
    void theStoreHoldsWhatTheBackOfficeHolds(@TempDir Path folder) {
        run(folder, FIRST, Integer.getInteger("roamledger.seeds", 1_000));
    }

    private void run(Path folder, long first, int count) {
        try (var server =
                new BareServer(request -> Objects.requireNonNull(office).answer(request))) {
            for (var begun = 0; begun < count; begun += OF_A_STORE) {
                try (var store = SessionStore.open(folder.resolve("store-" + begun))) {
                    for (var i = 0; i < OF_A_STORE; i++) {
                        run(server, store, first + begun + i);
                    }
                }
            }
        }
    }

    private void run(BareServer server, SessionStore store, long seed) {
        var party = Long.toString(46_656 + seed, 36).substring(1).toUpperCase(Locale.ROOT);
        var model = new RandomBackOffice(party, seed);
        office = model;
        var source = new Source("seed " + seed, server.url("/2.2.1"), null, "owner " + seed, null);
        store.addSource(source);
        var sync = new Sync(store, _ -> "s3cret", quick.settings());
        for (var round = 0; round < 3; round++) {
            model.unruly(true);
            sync.sync(source, round == 2 && seed % 3 == 0, Progress.NONE);
            model.live();
        }
        model.unruly(false);
        for (var clean = 0; clean < 2; clean++) {
            var result = sync.sync(source, false, Progress.NONE);
            assertThat(result.problem()).as("seed %d", seed).isNull();
        }
        var stored = stored(store, party);
        var expected = model.prices();
        var left = new TreeSet<>(stored.keySet());
        left.removeAll(expected.keySet());
        assertThat(model.deleted()).as("seed %d", seed).containsAll(left);
        var ofTheServer = new TreeMap<>(stored);
        ofTheServer.keySet().removeAll(left);
        assertThat(ofTheServer).as("seed %d", seed).isEqualTo(expected);
        if (seed % 4 == 0) {
            var gone = sync.sync(source, true, Progress.NONE).gone();
            assertThat(gone.stream().map(GoneSession::cdrId).map(SyncModelTest::folded))
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(left);
        }
    }

    /// Prices in hundredths by id.
    private static Map<String, Integer> stored(SessionStore store, String party) {
        var all =
                new ReportParameters(
                        Set.of(),
                        false,
                        LocalDate.of(2020, 1, 1),
                        LocalDate.of(2040, 1, 1),
                        ZoneOffset.UTC);
        var report = store.load(all, Progress.NONE);
        var operators = report.coded(ReportColumn.OPERATOR_ID);
        var ids = (Column.Ids) report.column(ReportColumn.CDR_ID);
        var prices = report.numbers(ReportColumn.PRICE);
        var stored = new TreeMap<String, Integer>();
        for (var row = 0; row < report.size(); row++) {
            if (operators.text(row).endsWith(party)) {
                stored.put(folded(ids.text(row)), Math.toIntExact(prices.at(row) / 100));
            }
        }
        return stored;
    }

    private static String folded(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
