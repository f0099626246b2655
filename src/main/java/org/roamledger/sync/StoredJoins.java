package org.roamledger.sync;

import org.jspecify.annotations.Nullable;
import org.roamledger.store.Transactions;
import org.roamledger.wire.ocpi.Joins;
import org.roamledger.wire.ocpi.KnownToken;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/// What the Session objects in the store and the tokens of this sync tell about CDRs.
record StoredJoins(Transactions transactions, Map<String, KnownToken> tokens) implements Joins {

    @Override
    public @Nullable String transactionId(String evseKey, @Nullable String authId, Instant start) {
        return transactions.find(evseKey, authId, start);
    }

    @Override
    public @Nullable KnownToken token(String authId) {
        return tokens.get(folded(authId));
    }

    static String folded(String authId) {
        return authId.strip().toLowerCase(Locale.ROOT);
    }
}
