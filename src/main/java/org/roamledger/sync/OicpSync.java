package org.roamledger.sync;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.session.Delivery;
import org.roamledger.session.RecordPlace;
import org.roamledger.store.SessionStore;
import org.roamledger.store.Source;
import org.roamledger.store.SyncPosition;
import org.roamledger.wire.ocpi.OcpiAnswer;
import org.roamledger.wire.oicp.OicpCdrs;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Brings the charge detail records of an OICP endpoint up to date, day by day: its records have no
/// `last_updated`, so days are all that can be asked for.
///
/// Each page is stored in one transaction; the position moves past a day only when the whole day is
/// stored. A day counts as read only if as many different records arrived as the server counts, and
/// that number stayed the same meanwhile; else it is read again.
final class OicpSync {

    /// Records arrive late, so the day before is read once more.
    static final Duration OVERLAP = Duration.ofDays(1);

    /// How far back the first sync goes: a year and the month that is being closed.
    static final Duration FIRST_SYNC = Duration.ofDays(395);

    private static final int MOST_REPEATS = 3;
    private static final Delivery NOTHING = new Delivery(List.of(), List.of());

    private final SessionStore store;
    private final String source;
    private final OicpClient client;
    private final SyncReport report;
    private final Progress progress;
    private final OicpCdrs cdrs = new OicpCdrs();

    OicpSync(
            SessionStore store,
            Source source,
            OicpClient client,
            SyncReport report,
            Progress progress) {
        this.store = store;
        this.source = source.name();
        this.client = client;
        this.report = report;
        this.progress = progress;
    }

    /// Reads what the scope says, up to now.
    ///
    /// @throws ProblemException with [Problem.SyncIncomplete] if a day never held still
    void run(SyncScope scope, Instant serverTime) {
        var now = serverTime.truncatedTo(ChronoUnit.SECONDS);
        var complete = store.position(source).completeTo();
        var from = begin(scope, complete, now);
        for (var day = from.truncatedTo(ChronoUnit.DAYS);
                day.isBefore(now);
                day = day.plus(1, ChronoUnit.DAYS)) {
            var end = day.plus(1, ChronoUnit.DAYS);
            var to = end.isBefore(now) ? end : now;
            read(day, to, complete);
            complete = complete == null || complete.isBefore(to) ? to : complete;
            store.merge(source, NOTHING, new SyncPosition(complete, null));
        }
    }

    private static Instant begin(SyncScope scope, @Nullable Instant complete, Instant now) {
        return switch (scope) {
            case SyncScope.Everything _ -> now.minus(FIRST_SYNC);
            case SyncScope.News _ ->
                    complete == null ? now.minus(FIRST_SYNC) : complete.minus(OVERLAP);
            case SyncScope.Month(var month) ->
                    month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().minus(OVERLAP);
        };
    }

    private void read(Instant from, Instant to, @Nullable Instant complete) {
        var pass = new Pass(from, to, complete);
        for (var repeat = 0; !pass.isSteady() && repeat < MOST_REPEATS; repeat++) {
            pass = new Pass(from, to, complete);
        }
        if (!pass.isWhole()) {
            throw new ProblemException(
                    new Problem.SyncIncomplete(source, pass.seen.size(), pass.total));
        }
    }

    /// One reading of a day, up to the page on which something moved.
    private final class Pass {

        /// Each with its content: a session may have two records, which should not be.
        private final Set<String> seen = new HashSet<>();

        private final List<String> onPage = new ArrayList<>();
        private final long total;
        private long items;
        private boolean moved;

        Pass(Instant from, Instant to, @Nullable Instant complete) {
            var answer = page(from, to, 0);
            total = answer.page().totalElements();
            var more = store(answer, complete);
            for (var number = 1; more; number++) {
                answer = page(from, to, number);
                moved |= answer.page().totalElements() != total;
                more = store(answer, complete) && !moved;
            }
        }

        /// Whether nothing moved while it was read, as far as can be seen.
        boolean isSteady() {
            return isWhole() && seen.size() == items;
        }

        /// Whether it has all records. One that comes twice each time is twice on the server.
        boolean isWhole() {
            return !moved && (total < 0 || items == total);
        }

        private OicpClient.Answer page(Instant from, Instant to, int number) {
            return client.page(from, to, number, () -> receiver(number));
        }

        private OcpiAnswer.Items receiver(int number) {
            // What a failed try left behind must not get into the next one.
            cdrs.delivery();
            onPage.clear();
            return (item, raw) -> {
                cdrs.read(item, raw, new RecordPlace.OnPage(number, onPage.size()));
                onPage.add(item.path("SessionID").asString("") + "/" + Arrays.hashCode(raw));
            };
        }

        /// @return whether there is more behind
        private boolean store(OicpClient.Answer answer, @Nullable Instant complete) {
            var position = new SyncPosition(complete, null);
            report.stored(answer.items(), store.merge(source, cdrs.delivery(), position));
            progress.step(report.received(), -1);
            items += answer.items();
            // A server that gives the same page whatever it is asked for has no end.
            var isNew = seen.addAll(onPage);
            return isNew && (!answer.page().last() || items < total);
        }
    }
}
