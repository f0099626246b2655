package org.roamledger.sync;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.wire.ocpi.OcpiAnswer;

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
/// list therefore counts as read only if as many different objects arrived as the server counts,
/// none came twice and the count never fell; else it is read again.
final class Crawl implements AutoCloseable {

    private static final int MOST_REPEATS = 3;
    private static final int MOST_PAGES = 100_000;

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
    record Place(long nextOffset, int items, long distinct, long total) {}

    /// Where to go on with a list that was not read to its end.
    ///
    /// @param offset the first object that is missing
    /// @param distinct different objects before it
    /// @param total what the server counted then, negative if it did not say it
    record Resume(long offset, long distinct, long total) {

        static final Resume FROM_START = new Resume(0, 0, -1);
    }

    /// Reads a list to its end, again and again until nothing moved meanwhile.
    ///
    /// @throws ProblemException with [Problem.SyncIncomplete] if there never came as many objects
    ///   as the server counts
    <P> void read(ListQuery query, Resume resume, Supplier<PageReader<P>> readers, Sink<P> sink) {
        var pass = new Pass<>(query, resume, true, readers, sink);
        pass.run();
        for (var repeat = 0; !pass.isSteady() && repeat < MOST_REPEATS; repeat++) {
            // Links that led astray once are not followed again.
            pass = new Pass<>(query, Resume.FROM_START, false, readers, sink);
            pass.run();
        }
        if (!pass.isComplete()) {
            throw new ProblemException(
                    new Problem.SyncIncomplete(source, pass.distinct(), pass.total));
        }
    }

    /// Ends the page that is being fetched.
    @Override
    public void close() {
        ahead.shutdownNow();
    }

    private record Fetched<P>(Page page, P content, long[] identities) {}

    private final class Pass<P> {

        private final ListQuery query;
        private final Resume resume;
        private final boolean followLinks;
        private final Supplier<PageReader<P>> readers;
        private final Sink<P> sink;
        private final LongSet seen = new LongSet();
        private long total;
        private boolean moved;
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
            var offset = resume.offset();
            @Nullable Future<Fetched<P>> next = fetch(offset);
            try {
                for (var pages = 1; next != null; pages++) {
                    var fetched = await(next);
                    next = null;
                    if (pages == 1 && isOutdated(fetched.page())) {
                        moved = true;
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
                    var items = fetched.page().items();
                    if (items > 0) {
                        sink.store(
                                fetched.content(),
                                new Place(
                                        next == null ? offset + items : nextOffset,
                                        items,
                                        distinct(),
                                        total));
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
            return resume.distinct() + seen.size();
        }

        boolean isComplete() {
            return !cutShort && (total < 0 || distinct() == total);
        }

        boolean isSteady() {
            return !moved && isComplete();
        }

        /// Whether the list is another one than the one that was begun.
        private boolean isOutdated(Page page) {
            return resume.offset() > 0
                    && page.total() >= 0
                    && resume.total() >= 0
                    && page.total() != resume.total();
        }

        /// Takes a page into account.
        ///
        /// @return where to go on; not beyond `offset` if this was the last page
        private long note(Fetched<P> fetched, long offset) {
            var page = fetched.page();
            if (page.total() >= 0) {
                moved |= page.total() < total;
                total = page.total();
            }
            var news = 0;
            for (var identity : fetched.identities()) {
                if (seen.add(identity)) {
                    news++;
                }
            }
            moved |= news < page.items();
            if (news == 0) {
                // Empty, or a server that gives the same page whatever it is asked for.
                cutShort = page.items() > 0 && total < 0 && page.next().present();
                return offset;
            }
            var behind = offset + page.items();
            var linked = page.next().offset();
            if (followLinks && linked.isPresent() && linked.getAsLong() > offset) {
                return linked.getAsLong();
            }
            var more = total >= 0 ? behind < total : page.next().present();
            return more ? behind : offset;
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
                identities[count] = Identity.of(item, offset + count);
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
