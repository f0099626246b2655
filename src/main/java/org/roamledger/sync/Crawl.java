package org.roamledger.sync;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.store.LongSet;
import org.roamledger.wire.ocpi.OcpiAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// Reads whole lists page by page: the next page is fetched and parsed while the last one is
/// stored.
///
/// Objects that change while a list is read move to another page, so that others are skipped. A
/// list therefore counts as read only
///
/// * if as many different objects arrived as the server counts, none came twice, and the count
///   never fell,
/// * or if it was read twice and the same objects came both times, as many as the server counts:
///   then the server itself has some of them twice,
/// * or if all readings together brought as many different objects as the server counts each time:
///   then it gives them in an order of its own each time.
///
/// Else it is read again, up to three times.
final class Crawl implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Crawl.class);

    private static final int MOST_REPEATS = 3;
    private static final int MOST_PAGES = 100_000;

    /// A server may give the same page whatever it is asked for.
    private static final int MOST_PAGES_WITHOUT_NEWS = 3;

    private final String source;
    private final OcpiClient client;
    private final ExecutorService ahead =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("sync-ahead").daemon().factory());

    /// @param source name of the source, for problems
    Crawl(String source, OcpiClient client) {
        this.source = source;
        this.client = client;
    }

    /// Stores a page.
    ///
    /// @param <P> what became of the page
    @FunctionalInterface
    interface Sink<P> {

        void store(P page, Place place);
    }

    /// How far a list is read, with the page that is handed over.
    ///
    /// @param nextOffset where to go on
    /// @param items objects on this page
    /// @param distinct different objects so far
    /// @param total objects of the list, negative if the server does not say it
    /// @param last identity of the last object on this page
    record Place(long nextOffset, int items, long distinct, long total, long last) {}

    /// Where to go on with a list that was not read to its end.
    ///
    /// @param offset the first object that is missing
    /// @param distinct different objects before it
    /// @param total what the server counted then, negative if it did not say it
    /// @param last identity of the object before it
    record Resume(long offset, long distinct, long total, long last) {

        static final Resume FROM_START = new Resume(0, 0, -1, 0);
    }

    /// Reads a list to its end, again and again until it is certain that nothing was skipped.
    ///
    /// @return how many objects the server has twice, counted as often as they came again
    /// @throws ProblemException with [Problem.SyncIncomplete] if it never is
    <P> long read(ListQuery query, Resume resume, Supplier<PageReader<P>> readers, Sink<P> sink) {
        var pass = new Pass<>(query, resume, true, readers, sink);
        pass.run();
        var all = pass.seen;
        var sameTotal = !pass.fell;
        for (var repeat = 0; !pass.isSteady() && repeat < MOST_REPEATS; repeat++) {
            var before = pass;
            // Links that led astray once are not followed again.
            pass = new Pass<>(query, Resume.FROM_START, false, readers, sink);
            pass.run();
            all.addAll(pass.seen);
            sameTotal &= !pass.fell && pass.firstTotal == before.total;
            if (pass.agreesWith(before)) {
                return pass.twice();
            }
            if (sameTotal && pass.total == all.size()) {
                return 0;
            }
        }
        if (!pass.isComplete()) {
            throw new ProblemException(
                    new Problem.SyncIncomplete(source, pass.distinct(), pass.total));
        }
        return pass.twice();
    }

    /// Reads a list that can be done without.
    ///
    /// @param endpoint absent if the server does not offer it
    /// @return whether it was read; not if the server refuses it
    <P> boolean readIfOffered(
            @Nullable URI endpoint,
            @Nullable Instant from,
            Supplier<PageReader<P>> readers,
            Sink<P> sink) {
        if (endpoint == null) {
            return false;
        }
        try {
            read(new ListQuery(endpoint, from, null), Resume.FROM_START, readers, sink);
            return true;
        } catch (ProblemException e) {
            if (!isRefusal(e.problem())) {
                throw e;
            }
            LOG.warn("{} gives no {}: {}", source, endpoint.getPath(), e.problem().key());
            return false;
        }
    }

    private static boolean isRefusal(Problem problem) {
        return problem instanceof Problem.TokenRefused
                || problem instanceof Problem.ServerRefused
                || problem instanceof Problem.OcpiError;
    }

    /// Reads the first page of a list and stores nothing.
    <P> Page peek(ListQuery query, Supplier<PageReader<P>> readers) {
        return await(ahead.submit(() -> client.page(query, 0, new Reading<>(0, readers)::begin)));
    }

    /// Ends the page that is being fetched.
    @Override
    public void close() {
        ahead.shutdownNow();
    }

    private record Fetched<P>(Page page, P content, long[] identities) {

        boolean isEmpty() {
            return identities.length == 0;
        }

        long last() {
            return identities[identities.length - 1];
        }
    }

    private final class Pass<P> {

        private final ListQuery query;
        private final Resume resume;
        private final boolean followLinks;
        private final Supplier<PageReader<P>> readers;
        private final Sink<P> sink;
        private final LongSet seen = new LongSet();
        private long firstTotal = -1;
        private long total;
        private long rows;
        private long sum;
        private int withoutNews;
        private boolean outdated;
        private boolean fell;
        private boolean cutShort;

        Pass(
                ListQuery query,
                Resume resume,
                boolean followLinks,
                Supplier<PageReader<P>> readers,
                Sink<P> sink) {
            this.query = query;
            this.resume = resume;
            this.followLinks = followLinks;
            this.readers = readers;
            this.sink = sink;
            total = resume.total();
        }

        void run() {
            // The last object that is known comes along: it tells whether the list moved meanwhile.
            var offset = Math.max(0, resume.offset() - 1);
            @Nullable Future<Fetched<P>> next = fetch(offset);
            try {
                for (var pages = 1; next != null; pages++) {
                    var fetched = await(next);
                    next = null;
                    if (pages == 1 && resume.offset() > 0) {
                        outdated = isOutdated(fetched);
                        if (outdated) {
                            return;
                        }
                        seen.add(resume.last());
                    }
                    if (isEndWithoutNotice(fetched)) {
                        return;
                    }
                    var nextOffset = note(fetched, offset);
                    if (nextOffset > offset) {
                        if (pages == MOST_PAGES) {
                            cutShort = true;
                        } else {
                            next = fetch(nextOffset);
                        }
                    }
                    if (!fetched.isEmpty()) {
                        sink.store(
                                fetched.content(),
                                new Place(
                                        next == null
                                                ? offset + fetched.identities().length
                                                : nextOffset,
                                        fetched.identities().length,
                                        distinct(),
                                        total,
                                        fetched.last()));
                    }
                    offset = nextOffset;
                }
            } finally {
                if (next != null) {
                    next.cancel(true);
                }
            }
        }

        long distinct() {
            // The last object that was known is among both.
            return resume.offset() > 0 && !outdated
                    ? resume.distinct() + seen.size() - 1
                    : seen.size();
        }

        /// How many objects came that had come before.
        long twice() {
            return rows - seen.size();
        }

        /// More than the server counts come from one that counts only what is on a page.
        boolean isComplete() {
            return !outdated && !cutShort && !fell && (total < 0 || distinct() >= total);
        }

        boolean isSteady() {
            return isComplete() && twice() == 0;
        }

        /// Whether another reading brought the same objects, all that the server counts.
        boolean agreesWith(Pass<P> other) {
            return isWhole() && other.isWhole() && sum == other.sum && rows == other.rows;
        }

        private boolean isWhole() {
            return resume.offset() == 0 && !cutShort && !fell && (total < 0 || rows == total);
        }

        /// Whether the list is another one than the one that was begun.
        private boolean isOutdated(Fetched<P> first) {
            var counted = first.page().total();
            return first.isEmpty()
                    || first.identities()[0] != resume.last()
                    || (counted >= 0 && resume.total() >= 0 && counted != resume.total());
        }

        /// Takes a page into account.
        ///
        /// @return where to go on; not beyond `offset` if this was the last page
        private long note(Fetched<P> fetched, long offset) {
            var page = fetched.page();
            if (page.total() >= 0) {
                fell |= page.total() < total;
                total = page.total();
                firstTotal = firstTotal < 0 ? total : firstTotal;
            }
            var known = seen.size();
            for (var identity : fetched.identities()) {
                seen.add(identity);
                sum += identity;
            }
            rows += fetched.identities().length;
            if (fetched.isEmpty()) {
                return offset;
            }
            withoutNews = seen.size() > known ? 0 : withoutNews + 1;
            if (withoutNews == MOST_PAGES_WITHOUT_NEWS) {
                cutShort = page.next().present() || offset + page.items() < total;
                return offset;
            }
            var behind = offset + page.items();
            var linked = page.next().offset();
            if (followLinks && linked.isPresent() && linked.getAsLong() > offset) {
                return linked.getAsLong();
            }
            // Who neither counts nor links may have more.
            return page.next().present() || total < 0 || behind < total ? behind : offset;
        }

        /// Whether a server that neither counts nor links gave what it had given before, because it
        /// knows no pages.
        private boolean isEndWithoutNotice(Fetched<P> fetched) {
            return total < 0
                    && !fetched.page().next().present()
                    && Arrays.stream(fetched.identities()).allMatch(seen::contains);
        }

        private Future<Fetched<P>> fetch(long offset) {
            return ahead.submit(
                    () -> {
                        var reading = new Reading<P>(offset, readers);
                        var page = client.page(query, offset, reading::begin);
                        return new Fetched<>(page, reading.content(), reading.identities());
                    });
        }
    }

    /// One page on its way, begun anew with each try of the request.
    private static final class Reading<P> {

        private final long offset;
        private final Supplier<PageReader<P>> readers;
        private PageReader<P> reader;
        private long[] identities = new long[0];
        private int count;

        Reading(long offset, Supplier<PageReader<P>> readers) {
            this.offset = offset;
            this.readers = readers;
            reader = readers.get();
        }

        OcpiAnswer.Items begin() {
            reader = readers.get();
            identities = new long[1_024];
            count = 0;
            return (item, raw) -> {
                if (count == identities.length) {
                    identities = Arrays.copyOf(identities, count * 2);
                }
                identities[count] = Identity.of(item, raw);
                reader.item(item, raw, offset + count);
                count++;
            };
        }

        P content() {
            return reader.page();
        }

        long[] identities() {
            return Arrays.copyOf(identities, count);
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new ProblemException(new Problem.Cancelled(), e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw new IllegalStateException("page not read", e.getCause());
        }
    }
}
