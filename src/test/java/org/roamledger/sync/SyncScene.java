package org.roamledger.sync;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.problem.Progress;
import org.roamledger.store.SessionStore;
import org.roamledger.store.Source;
import org.roamledger.store.SyncPosition;

import java.net.URI;
import java.nio.file.Path;

/// A store, a back office and what lies between, for each test anew.
abstract class SyncScene {

    final FakeBackOffice office = new FakeBackOffice();
    final Quick quick = new Quick();
    SessionStore store;

    @SuppressWarnings("NullAway.Init") // opened before each test
    SyncScene() {}

    @BeforeEach
    void open(@TempDir Path folder) {
        store = SessionStore.open(folder.resolve("store"));
    }

    @AfterEach
    void close() {
        store.close();
        office.close();
    }

    SyncPosition position() {
        return store.position("acme");
    }

    SyncResult sync() {
        return sync(FakeBackOffice.TOKEN);
    }

    SyncResult sync(String token) {
        return sync(token, office.versions(), false, Progress.NONE);
    }

    SyncResult source(URI url, boolean full) {
        return sync(FakeBackOffice.TOKEN, url, full, Progress.NONE);
    }

    SyncResult sync(String token, URI url, boolean full, Progress progress) {
        return new Sync(store, _ -> token, quick.settings()).sync(added(url), full, progress);
    }

    Source added(URI url) {
        var source = new Source("acme", url, null, null, null);
        if (store.sources().stream().noneMatch(known -> known.source().equals(source))) {
            store.addSource(source);
        }
        return source;
    }
}
