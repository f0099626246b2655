package org.roamledger.sync;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.problem.Progress;
import org.roamledger.report.Report;
import org.roamledger.report.ReportParameters;
import org.roamledger.store.SessionStore;
import org.roamledger.store.Source;
import org.roamledger.store.SyncPosition;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;

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

    SyncResult sync(Source source, SyncScope scope) {
        if (store.sources().stream().noneMatch(known -> known.source().equals(source))) {
            store.addSource(source);
        }
        return new Sync(store, _ -> FakeBackOffice.TOKEN, quick.settings())
                .sync(source, scope, Progress.NONE);
    }

    Source acme() {
        return new Source("acme", office.versions(), null, null, null);
    }

    /// All that is stored.
    Report report() {
        return store.load(
                new ReportParameters(
                        Set.of(),
                        false,
                        LocalDate.of(2020, 1, 1),
                        LocalDate.of(2040, 1, 1),
                        ZoneOffset.UTC),
                Progress.NONE);
    }

    Source added(URI url) {
        var source = new Source("acme", url, null, null, null);
        if (store.sources().stream().noneMatch(known -> known.source().equals(source))) {
            store.addSource(source);
        }
        return source;
    }
}
