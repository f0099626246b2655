package org.roamledger.sync;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.session.EvseId;
import org.roamledger.store.SessionStore;
import org.roamledger.store.Transaction;
import org.roamledger.wire.ocpi.KnownToken;
import org.roamledger.wire.ocpi.LiveSession;
import org.roamledger.wire.ocpi.OcpiSessions;
import org.roamledger.wire.ocpi.OcpiTokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gets what joins CDRs that say too little with their transaction and token: the Session and Token
/// objects of a back office. Sessions do without them if they cannot be had.
final class TransactionSync {

    /// Session objects change until long after their end.
    private static final Duration OVERLAP = Duration.ofDays(2);

    /// `date_from` is required in requests of Session objects (OCPI 2.2.1, section 9.2.1); this is
    /// before the first of them.
    private static final Instant BEGINNING = Instant.parse("2010-01-01T00:00:00Z");

    private static final Logger LOG = LoggerFactory.getLogger(TransactionSync.class);

    private final SessionStore store;
    private final String source;
    private final Crawl crawl;

    TransactionSync(SessionStore store, String source, Crawl crawl) {
        this.store = store;
        this.source = source;
        this.crawl = crawl;
    }

    /// The tokens by contract id in lower case. They are drivers' data and never stored.
    Map<String, KnownToken> tokens(@Nullable URI endpoint) {
        var tokens = new HashMap<String, KnownToken>();
        crawl.<List<KnownToken>>readIfOffered(
                endpoint,
                null,
                () -> new ListReader<>(token -> OcpiTokens.read(token).stream().toList()),
                (page, _) ->
                        page.forEach(
                                token ->
                                        tokens.merge(
                                                StoredJoins.folded(token.authId()),
                                                token,
                                                KnownToken::and)));
        return tokens;
    }

    /// Stores the Session objects that changed, without an upper bound: one that changes while the
    /// list is read would otherwise leave it.
    ///
    /// @param again read them from the beginning
    void run(@Nullable URI endpoint, boolean again, Instant serverTime) {
        var known = store.memory(source).sessionsTo();
        var from =
                again || known == null || known.isAfter(serverTime)
                        ? BEGINNING
                        : known.minus(OVERLAP);
        try {
            if (crawl.<List<Transaction>>readIfOffered(
                    endpoint,
                    from,
                    () ->
                            new ListReader<>(
                                    session ->
                                            OcpiSessions.read(session).stream()
                                                    .map(TransactionSync::transaction)
                                                    .toList()),
                    (page, _) -> store.saveTransactions(source, page))) {
                store.remember(source, memory -> memory.withSessionsTo(serverTime));
            }
        } catch (ProblemException e) {
            if (!(e.problem() instanceof Problem.SyncIncomplete)) {
                throw e;
            }
            // They help CDRs that say too little, and the next sync reads them again from where
            // this one began.
            LOG.warn("{} did not give all its Session objects", source);
        }
    }

    private static Transaction transaction(LiveSession session) {
        return new Transaction(
                session.id(),
                session.operator() == null ? "" : session.operator().key(),
                session.evseKey(),
                session.evseUid() == null ? null : new EvseId(session.evseUid()).key(),
                session.authId(),
                session.start(),
                session.stop(),
                session.status());
    }
}
