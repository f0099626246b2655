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
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Puts the sessions and station lists of imported files into a store.
///
/// All files share one source, so that a file that is imported again, or overlaps another, changes
/// nothing. Files whose zone the user or their mapping names, without an owner, have a source for
/// that zone. For one thread.
public final class StoreSink implements SessionSink, AutoCloseable {

    private static final String ZONED = SessionStore.FILES + " (";

    private final SessionStore store;
    private final ImportSettings settings;
    private final Set<String> ofFiles = new HashSet<>();
    private final Set<String> merged = new LinkedHashSet<>();
    private @Nullable ZoneId zone;
    private long reading;

    public StoreSink(SessionStore store, ImportSettings settings) {
        this.store = store;
        this.settings = settings;
        store.sources().stream()
                .map(status -> status.source().name())
                .filter(name -> name.equals(SessionStore.FILES) || name.startsWith(ZONED))
                .forEach(ofFiles::add);
        zone = settings.zone();
        saveOwner();
    }

    private void saveOwner() {
        if (settings.organisation() != null) {
            store.saveOrganisation(new Organisation(settings.organisation(), null), zone);
        }
    }

    @Override
    public void zone(@Nullable ZoneId ofTable) {
        var named = ofTable == null ? settings.zone() : ofTable;
        if (!Objects.equals(zone, named)) {
            zone = named;
            saveOwner();
        }
    }

    @Override
    public MergeCounts merge(Delivery delivery) {
        var zoneOfSource = settings.organisation() == null ? zone : null;
        var source = zoneOfSource == null ? SessionStore.FILES : ZONED + zoneOfSource.getId() + ")";
        merged.add(source);
        if (ofFiles.add(source)) {
            store.addSource(new Source(source, null, null, null, zoneOfSource));
        }
        return store.merge(source, delivery, null);
    }

    @Override
    public MergeCounts list(List<StationEntry> stations) {
        return store.saveStationList(stations);
    }

    @Override
    public void begin() {
        reading = store.beginReading();
        zone(null);
    }

    @Override
    public void end(Path file) {
        if (merged.isEmpty()) {
            return;
        }
        // Its zone may have been another one when it was imported before.
        var path = file.toAbsolutePath().toString();
        ofFiles.forEach(source -> store.forgetRejects(source, path, reading));
    }

    /// Notes that sessions were imported until now; a station list makes none newer.
    @Override
    public void close() {
        var now = Clock.systemUTC().instant();
        merged.forEach(source -> store.recordSync(source, new SyncOutcome(now, null, Set.of())));
    }
}
