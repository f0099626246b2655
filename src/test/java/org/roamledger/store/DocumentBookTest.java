package org.roamledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.report.DocumentNumber;
import org.roamledger.report.DocumentTerms;
import org.roamledger.report.Letterhead;
import org.roamledger.report.Rounding;
import org.roamledger.report.RoundingRules;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

class DocumentBookTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Helsinki");
    private static final Instant NOW = Instant.parse("2026-11-02T06:00:00Z");

    @Test
    void letterheadAndRoundingAreKept(@TempDir Path folder) {
        var letterhead =
                new Letterhead("Nordvolt Öy", "Katu 1\nHelsinki", "FI12345671", new byte[] {1, 2});
        var rules =
                RoundingRules.NONE
                        .with(null, new Rounding(Rounding.Mode.HALF_UP, Rounding.Each.GROUP))
                        .with("DE*8EO", new Rounding(Rounding.Mode.DOWN, Rounding.Each.ROW));
        try (var store = SessionStore.open(folder.resolve("store"))) {
            assertThat(store.documents().terms()).isEqualTo(DocumentTerms.NONE);
            store.documents().change(_ -> new DocumentTerms(letterhead, RoundingRules.NONE));
            store.documents().change(terms -> terms.with(rules));
        }
        try (var store = SessionStore.open(folder.resolve("store"))) {
            assertThat(store.documents().terms()).isEqualTo(new DocumentTerms(letterhead, rules));
        }
    }

    @Test
    void aSettlementKeepsItsNumberAndAnotherGetsTheNext(@TempDir Path folder) {
        try (var store = SessionStore.open(folder.resolve("store"))) {
            var book = store.documents();
            assertThat(book.issued("a")).isEmpty();
            assertThat(book.issue("a", ZONE, NOW).text()).isEqualTo("2026-0001");
            assertThat(book.issue("b", ZONE, NOW).text()).isEqualTo("2026-0002");
            assertThat(book.issue("a", ZONE, NOW.plusSeconds(60)))
                    .isEqualTo(new DocumentNumber(2026, 1, NOW));
            assertThat(book.issued("b")).contains(new DocumentNumber(2026, 2, NOW));
        }
    }

    @Test
    void theYearIsThatOfTheZoneAndEachCountsFromOne(@TempDir Path folder) {
        try (var store = SessionStore.open(folder.resolve("store"))) {
            var book = store.documents();
            var newYear = Instant.parse("2026-12-31T22:30:00Z");
            assertThat(book.issue("a", ZoneId.of("UTC"), newYear).text()).isEqualTo("2026-0001");
            assertThat(book.issue("b", ZONE, newYear).text()).isEqualTo("2027-0001");
        }
    }

    @Test
    void numbersTakenAtTheSameTimeAreDifferentAndHaveNoGaps(@TempDir Path folder) throws Exception {
        try (var one = SessionStore.open(folder.resolve("store"));
                var other = SessionStore.open(folder.resolve("store"));
                var threads = Executors.newFixedThreadPool(4)) {
            var work = new ArrayList<Callable<DocumentNumber>>();
            for (var i = 0; i < 40; i++) {
                var content = "content " + i;
                var book = (i % 2 == 0 ? one : other).documents();
                work.add(() -> book.issue(content, ZONE, NOW));
            }
            var numbers = new ArrayList<Integer>();
            for (var done : threads.invokeAll(work)) {
                numbers.add(done.get().number());
            }
            assertThat(numbers)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, 40).boxed().toList());
        }
    }
}
