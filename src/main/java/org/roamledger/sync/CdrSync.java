package org.roamledger.sync;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.session.Delivery;
import org.roamledger.store.PreparedDelivery;
import org.roamledger.store.SeenSessions;
import org.roamledger.store.SessionStore;
import org.roamledger.store.Source;
import org.roamledger.store.SyncPosition;
import org.roamledger.wire.ocpi.MappingContext;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Brings the CDRs of a source up to date, window by window.
///
/// Each page is stored in one transaction with the position behind it; the position moves past a
/// window only when the whole window is stored. It is a time of the server, never that of a record.
final class CdrSync {

    /// Hubs deliver late and leave `last_updated` as it was, so the past is read once more.
    static final Duration OVERLAP = Duration.ofDays(7);

    /// Some deliver very late, so from time to time more of the past is read once more.
    static final Duration LONG_OVERLAP = Duration.ofDays(90);

    private static final Duration BETWEEN_LONG_OVERLAPS = Duration.ofDays(7);

    /// Records may be updated this much later than now: clocks differ, and some write local time.
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");
    private static final Delivery NOTHING = new Delivery(List.of(), List.of());

    private final SessionStore store;
    private final Source source;
    private final Crawl crawl;
    private final URI endpoint;
    private final MappingContext context;
    private final SyncReport report;
    private final Progress progress;
    private final Instant now;

    /// What the server has, where all of it is read.
    private @Nullable SeenSessions seen;

    CdrSync(
            SessionStore store,
            Source source,
            Crawl crawl,
            Modules modules,
            URI endpoint,
            MappingContext context,
            SyncReport report,
            Progress progress) {
        this.store = store;
        this.source = source;
        this.crawl = crawl;
        this.endpoint = endpoint;
        this.context = context;
        this.report = report;
        this.progress = progress;
        now = modules.serverTime().truncatedTo(ChronoUnit.SECONDS);
    }

    void run(SyncScope scope) {
        switch (scope) {
            case SyncScope.News _ -> news();
            case SyncScope.Everything _ -> everything();
            case SyncScope.Month(var month) -> month(month);
        }
    }

    /// Reads what is new up to now; a window that was left open is finished first.
    private void news() {
        var position = store.position(source.name());
        if (position.open() != null) {
            position = finish(position.completeTo(), position.open());
        }
        finish(position.completeTo(), window(beginning(position.completeTo())));
        dated();
    }

    private void everything() {
        var all = new SeenSessions();
        seen = all;
        finish(store.position(source.name()).completeTo(), window(null));
        dated();
        report.gone(store.noteGone(source.name(), all, null, null));
    }

    /// Leaves the position alone. A session is updated after it began, so one of a month cannot be
    /// missed; the day before the month is for clocks and zones that differ.
    private void month(YearMonth month) {
        ZoneId zone = source.zone() == null ? ZoneOffset.UTC : source.zone();
        var from = month.atDay(1).atStartOfDay(zone).toInstant();
        var to = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        var all = new SeenSessions();
        seen = all;
        var pages = pages();
        read(
                new ListQuery(endpoint, from.minus(CLOCKS_DIFFER), now),
                Crawl.Resume.FROM_START,
                pages,
                (delivery, place) -> store(delivery, place, null));
        report.notDue(source.name(), pages.notDue());
        dated();
        report.gone(store.noteGone(source.name(), all, from, to));
    }

    private CdrPages pages() {
        return new CdrPages(context, now.plus(CLOCKS_DIFFER));
    }

    private SyncPosition.Window window(@Nullable Instant from) {
        return new SyncPosition.Window(from, now, 0, 0, -1, 0);
    }

    private @Nullable Instant beginning(@Nullable Instant completeTo) {
        if (completeTo == null || completeTo.isAfter(now.plus(CLOCKS_DIFFER))) {
            // In the second case the server's clock was wrong once: nobody knows what came since.
            return null;
        }
        var rescanned = store.memory(source.name()).rescannedAt();
        var isDue = rescanned == null || !rescanned.plus(BETWEEN_LONG_OVERLAPS).isAfter(now);
        return completeTo.minus(isDue ? LONG_OVERLAP : OVERLAP);
    }

    /// Reads a window to its end.
    ///
    /// @return the position behind it
    private SyncPosition finish(@Nullable Instant completeTo, SyncPosition.Window window) {
        var pages = pages();
        try {
            read(
                    new ListQuery(endpoint, window.from(), window.to()),
                    new Crawl.Resume(
                            window.nextOffset(), window.distinct(), window.total(), window.last()),
                    pages,
                    (delivery, place) -> store(delivery, place, open(completeTo, window, place)));
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.SyncIncomplete) {
                // Read to its end in vain: the next sync must not go on behind it.
                store.merge(source.name(), NOTHING, new SyncPosition(completeTo, null));
            }
            throw e;
        }
        report.notDue(source.name(), pages.notDue());
        if (window.from() == null || !window.from().isAfter(window.to().minus(LONG_OVERLAP))) {
            store.remember(
                    source.name(),
                    memory ->
                            memory.withRescannedAt(window.to())
                                    .withWantsSessions(pages.wantSessions()));
        }
        var behind = new SyncPosition(window.to(), null);
        store.merge(source.name(), NOTHING, behind);
        return behind;
    }

    private static SyncPosition open(
            @Nullable Instant completeTo, SyncPosition.Window window, Crawl.Place place) {
        return new SyncPosition(
                completeTo,
                new SyncPosition.Window(
                        window.from(),
                        window.to(),
                        place.nextOffset(),
                        place.distinct(),
                        place.total(),
                        place.last()));
    }

    /// Reads records that were updated later than now, by a wrong clock: no window holds them
    /// before their time.
    private void dated() {
        var query = new ListQuery(endpoint, now, FAR);
        try {
            var first = pages();
            var page = crawl.peek(query, first);
            var oldest = first.oldest();
            if (page.items() == 0 || (oldest != null && oldest.isBefore(now))) {
                // There are none, or the server heeds no time, so that all are read already.
                return;
            }
            var pages = pages();
            read(
                    query,
                    Crawl.Resume.FROM_START,
                    pages,
                    (delivery, place) -> store(delivery, place, null));
            report.notDue(source.name(), pages.notDue());
        } catch (ProblemException e) {
            if (!isBadRequest(e.problem())) {
                throw e;
            }
        }
    }

    /// Whether the server thinks that nobody should ask for times to come.
    private static boolean isBadRequest(Problem problem) {
        return switch (problem) {
            case Problem.OcpiError error -> error.ocpiStatus() < 3000;
            case Problem.ServerRefused refused -> refused.httpStatus() < 429;
            default -> false;
        };
    }

    private void read(
            ListQuery query,
            Crawl.Resume resume,
            CdrPages pages,
            Crawl.Sink<PreparedDelivery> sink) {
        report.twice(source.name(), crawl.read(query, resume, pages, sink));
    }

    private void store(
            PreparedDelivery delivery, Crawl.Place place, @Nullable SyncPosition position) {
        if (seen != null) {
            seen.add(delivery.delivery());
        }
        report.stored(place.items(), store.merge(source.name(), delivery, position));
        progress.step(place.distinct(), place.total());
    }
}
