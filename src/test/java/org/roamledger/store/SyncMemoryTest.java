package org.roamledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.session.Delivery;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

class SyncMemoryTest {

    private static final Source HUB =
            new Source("hub", URI.create("https://h/versions"), null, null, null);
    private static final SyncMemory NOTHING = new SyncMemory(null, null, null, false, null);

    private SessionStore store;

    @SuppressWarnings("NullAway.Init") // opened before each test
    SyncMemoryTest() {}

    @BeforeEach
    void open(@TempDir Path folder) {
        store = SessionStore.open(folder.resolve("store"));
        store.addSource(HUB);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void nothingIsRememberedOfANewSource() {
        assertThat(store.memory("hub")).isEqualTo(NOTHING);
    }

    @Test
    void eachThingIsRememberedByItself() {
        var at = Instant.parse("2026-11-01T00:00:00Z");
        store.remember("hub", memory -> memory.withTokenForm("RAW"));
        store.remember("hub", memory -> memory.withOperator("SE*ABC"));
        store.remember("hub", memory -> memory.withSessionsTo(at));
        store.remember("hub", memory -> memory.withWantsSessions(true));
        store.remember("hub", memory -> memory.withRescannedAt(at.plusSeconds(1)));
        assertThat(store.memory("hub"))
                .isEqualTo(new SyncMemory("RAW", "SE*ABC", at, true, at.plusSeconds(1)));
    }

    @Test
    void aChangedSourceIsReadFromTheBeginningOnlyIfItBringsOtherRecords() {
        var at = Instant.parse("2026-11-01T00:00:00Z");
        store.merge("hub", new Delivery(List.of(), List.of()), new SyncPosition(at, null));
        store.remember("hub", memory -> memory.withTokenForm("RAW").withOperator("SE*ABC"));
        store.remember("hub", memory -> memory.withRescannedAt(at));
        var owned = new Source("hub", HUB.url(), null, "Nordvolt", null);
        assertThat(store.changeSource(owned, () -> {})).isFalse();
        assertThat(store.source("hub").source()).isEqualTo(owned);
        assertThat(store.position("hub")).isEqualTo(new SyncPosition(at, null));
        var moved = new Source("hub", URI.create("https://m/versions"), null, "Nordvolt", null);
        assertThat(store.changeSource(moved, () -> {})).isTrue();
        assertThat(store.source("hub").source()).isEqualTo(moved);
        assertThat(store.position("hub")).isEqualTo(SyncPosition.START);
        // The operator is part of the key of sessions.
        assertThat(store.memory("hub"))
                .isEqualTo(new SyncMemory(null, "SE*ABC", null, false, null));
    }

    @Test
    void aChangeOfWhichTheRestCannotBeKeptIsNone() {
        var moved = new Source("hub", URI.create("https://m/versions"), null, null, null);
        assertThatThrownBy(
                        () ->
                                store.changeSource(
                                        moved,
                                        () -> {
                                            throw new IllegalStateException();
                                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(store.source("hub").source()).isEqualTo(HUB);
    }

    @Test
    void aSourceThatIsAddedAgainIsAskedAnew() {
        store.remember("hub", memory -> memory.withTokenForm("RAW").withOperator(""));
        store.removeSource("hub");
        store.addSource(HUB);
        assertThat(store.memory("hub")).isEqualTo(NOTHING);
    }
}
