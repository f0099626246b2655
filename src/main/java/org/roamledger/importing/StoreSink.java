package org.roamledger.importing;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Delivery;
import org.roamledger.session.MergeCounts;
import org.roamledger.session.Organisation;
import org.roamledger.session.StationEntry;
import org.roamledger.store.SessionStore;
import org.roamledger.store.Source;
import org.roamledger.store.SyncOutcome;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/// Puts the sessions and station lists of imported files into a store.
///
/// All files share one source, so that a file that is imported again, or overlaps another, changes
/// nothing; files whose zone the user names without an owner have a source for that zone. For one
/// thread.
public final class StoreSink implements SessionSink, AutoCloseable {

    private final SessionStore store;
    private final String source;
    private final @Nullable ZoneId zoneOfFiles;
    private boolean merged;
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
        zoneOfFiles = zoneOfSource;
    }

    @Override
    public MergeCounts merge(Delivery delivery) {
        if (!merged) {
            merged = true;
            addSource();
        }
        return store.merge(source, delivery, null);
    }

    private void addSource() {
        if (store.sources().stream().noneMatch(status -> status.source().name().equals(source))) {
            store.addSource(new Source(source, null, null, null, zoneOfFiles));
        }
    }

    @Override
    public MergeCounts list(List<StationEntry> stations) {
        return store.saveStationList(stations);
    }

    @Override
    public void begin() {
        begun = store.now();
    }

    @Override
    public void end(Path file) {
        if (merged) {
            store.forgetRejects(source, file.toAbsolutePath().toString(), begun);
        }
    }

    /// Notes that sessions were imported until now; a station list makes none newer.
    @Override
    public void close() {
        if (!merged) {
            return;
        }
        store.recordSync(source, new SyncOutcome(Clock.systemUTC().instant(), null, Set.of()));
    }
}
