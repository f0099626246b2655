package org.roamledger.sync;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.session.Network;
import org.roamledger.settings.Policy;
import org.roamledger.settings.Policy.GivenSource;
import org.roamledger.store.SessionStore;
import org.roamledger.store.Source;
import org.roamledger.store.SourceStatus;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Brings the sources of an administrator's policy into a store. Tokens are each user's own.
public final class GivenSources {

    private GivenSources() {}

    /// Adds those that are missing, and lets the others have the server that the policy says.
    ///
    /// @throws ProblemException with [Problem.PolicyUnusable] or [Problem.BadUrl]
    public static void bringInto(SessionStore store) {
        bringInto(store, Policy.ofSystem());
    }

    static void bringInto(SessionStore store, Policy policy) {
        if (policy.sources().isEmpty() || store.care().isReadOnly()) {
            return;
        }
        var known =
                store.sources().stream()
                        .map(SourceStatus::source)
                        .collect(Collectors.toMap(Source::name, Function.identity()));
        for (var given : policy.sources()) {
            var url = Source.url(given.url());
            var there = known.get(given.name());
            if (there == null) {
                store.addSource(made(given));
            } else if (!url.equals(there.url())) {
                store.moveSource(given.name(), url);
            }
        }
    }

    private static Source made(GivenSource given) {
        try {
            return new Source(
                    given.name(),
                    Source.url(given.url()),
                    given.network() == null ? null : Network.of(given.network()),
                    given.organisation(),
                    given.zone() == null ? null : ZoneId.of(given.zone()));
        } catch (DateTimeException e) {
            throw new ProblemException(
                    new Problem.PolicyUnusable(
                            Path.of("policy.json"),
                            given.name(),
                            given.zone() + " is no time zone"),
                    e);
        }
    }
}
