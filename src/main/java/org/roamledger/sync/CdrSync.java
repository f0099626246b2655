package org.roamledger.sync;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.session.Delivery;
import org.roamledger.session.MergeCounts;
import org.roamledger.store.SessionStore;
import org.roamledger.store.Source;
import org.roamledger.store.SyncPosition;
import org.roamledger.wire.ocpi.Joins;
import org.roamledger.wire.ocpi.MappingContext;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Brings the CDRs of a source up to date, window by window.
///
/// Each page is stored in one transaction with the position behind it; the position moves past a
/// window only when the whole window is stored.
final class CdrSync {

    /// Hubs deliver late and leave `last_updated` as it was, so the past is read once more.
    static final Duration OVERLAP = Duration.ofDays(7);

    private static final Delivery NOTHING = new Delivery(List.of(), List.of());

    private final SessionStore store;
    private final Source source;
    private final Crawl crawl;
    private final URI endpoint;
    private final Progress progress;
    private long pages;
    private long received;
    private MergeCounts counts = MergeCounts.NONE;

    CdrSync(SessionStore store, Source source, Crawl crawl, URI endpoint, Progress progress) {
        this.store = store;
        this.source = source;
        this.crawl = crawl;
        this.endpoint = endpoint;
        this.progress = progress;
    }

    /// Reads what is new up to now; a window that was left open is finished first.
    ///
    /// @param full read everything from the beginning
    void run(boolean full, Instant serverTime) {
        var now = serverTime.truncatedTo(ChronoUnit.SECONDS);
        var position = store.position(source.name());
        if (position.open() != null && !full) {
            position = finish(position.completeTo(), position.open());
        }
        var from =
                full || position.completeTo() == null ? null : position.completeTo().minus(OVERLAP);
        finish(position.completeTo(), new SyncPosition.Window(from, now, 0, 0, -1, 0));
    }

    long pages() {
        return pages;
    }

    long received() {
        return received;
    }

    MergeCounts counts() {
        return counts;
    }

    /// Reads a window to its end.
    ///
    /// @return the position behind it
    private SyncPosition finish(@Nullable Instant completeTo, SyncPosition.Window window) {
        try {
            crawl.<Delivery>read(
                    new ListQuery(endpoint, window.from(), window.to()),
                    new Crawl.Resume(
                            window.nextOffset(), window.distinct(), window.total(), window.last()),
                    new CdrPages(mapping()),
                    (delivery, place) -> store(delivery, place, completeTo, window));
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.SyncIncomplete) {
                // Read to its end in vain: the next sync must not go on behind it.
                store.merge(source.name(), NOTHING, new SyncPosition(completeTo, null));
            }
            throw e;
        }
        var behind =
                new SyncPosition(
                        completeTo == null || completeTo.isBefore(window.to())
                                ? window.to()
                                : completeTo,
                        null);
        store.merge(source.name(), NOTHING, behind);
        return behind;
    }

    private MappingContext mapping() {
        return new MappingContext(
                source.network(), source.settings().networkRules(), null, Joins.NONE);
    }

    private void store(
            Delivery delivery,
            Crawl.Place place,
            @Nullable Instant completeTo,
            SyncPosition.Window window) {
        var open =
                new SyncPosition.Window(
                        window.from(),
                        window.to(),
                        place.nextOffset(),
                        place.distinct(),
                        place.total(),
                        place.last());
        counts =
                counts.plus(
                        store.merge(source.name(), delivery, new SyncPosition(completeTo, open)));
        pages++;
        received += place.items();
        progress.step(place.distinct(), place.total());
    }
}
