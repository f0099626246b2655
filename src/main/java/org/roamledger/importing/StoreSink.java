package org.roamledger.importing;

import org.roamledger.session.Delivery;
import org.roamledger.session.MergeCounts;
import org.roamledger.session.Organisation;
import org.roamledger.store.SessionStore;
import org.roamledger.store.Source;
import org.roamledger.store.SyncOutcome;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;

/// Puts the sessions of imported files into a store.
///
/// All files share one source, so that a file that is imported again, or overlaps another, changes
/// nothing; files whose zone the user names without an owner have a source for that zone. For one
/// thread.
public final class StoreSink implements SessionSink, AutoCloseable {

    private final SessionStore store;
    private final String source;
    private Instant begun;

    public StoreSink(SessionStore store, ImportSettings settings) {
        this.store = store;
        begun = store.now();
        var zone = settings.zone();
        var organisation = settings.organisation();
        if (organisation != null) {
            store.saveOrganisation(new Organisation(organisation, null), zone);
        }
        var zoneOfSource = organisation == null ? zone : null;
        source =
                zoneOfSource == null
                        ? SessionStore.FILES
                        : SessionStore.FILES + " (" + zoneOfSource.getId() + ")";
        if (store.sources().stream().noneMatch(status -> status.source().name().equals(source))) {
            store.addSource(new Source(source, null, null, null, zoneOfSource));
        }
    }

    @Override
    public MergeCounts merge(Delivery delivery) {
        return store.merge(source, delivery, null);
    }

    @Override
    public void begin() {
        begun = store.now();
    }

    @Override
    public void end(Path file) {
        store.forgetRejects(source, file.toAbsolutePath().toString(), begun);
    }

    /// Notes that files were imported until now.
    @Override
    public void close() {
        store.recordSync(source, new SyncOutcome(Clock.systemUTC().instant(), null, Set.of()));
    }
}
