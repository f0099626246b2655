package org.roamledger.ui.sources;

import org.roamledger.problem.Problem;

import java.util.Set;

/// In two or three words why a sync failed; [org.roamledger.problem.ProblemText] has all of them.
enum Trouble {
    NETWORK("trouble.network", Set.of("serverUnreachable", "serverTooSlow", "proxyRefused")),
    LOGIN(
            "trouble.login",
            Set.of(
                    "tokenRefused",
                    "tokenMissing",
                    "secretsLocked",
                    "clientCertificateRefused",
                    "certificateUnreadable")),
    TRUST("trouble.trust", Set.of("certificateNotTrusted", "noSecureConnection")),
    ACCESS("trouble.access", Set.of("moduleMissing")),
    INCOMPLETE("trouble.incomplete", Set.of("syncIncomplete")),
    STOPPED("trouble.stopped", Set.of("cancelled")),
    STORE(
            "trouble.store",
            Set.of("storeNotOpened", "storeReadOnly", "storeDamaged", "storeBusy", "diskFull")),
    UNEXPECTED("trouble.unexpected", Set.of("unexpected")),
    /// All that a server can answer wrongly.
    ANSWER("trouble.answer", Set.of());

    private final String wordsKey;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable set of strings
    private final Set<String> problems;

    Trouble(String wordsKey, Set<String> problems) {
        this.wordsKey = wordsKey;
        this.problems = problems;
    }

    String wordsKey() {
        return wordsKey;
    }

    /// @param key name of a problem
    static Trouble of(String key) {
        for (var trouble : values()) {
            if (trouble.problems.contains(key)) {
                return trouble;
            }
        }
        return ANSWER;
    }

    static Trouble of(Problem problem) {
        return of(
                problem instanceof Problem.LastSyncFailed(_, var earlier)
                        ? earlier
                        : problem.key());
    }
}
