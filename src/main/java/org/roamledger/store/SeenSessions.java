package org.roamledger.store;

import org.roamledger.session.Delivery;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// The sessions that a back office still has, as a reading of all of them meets them; 16 bytes
/// each. Belongs to one thread.
public final class SeenSessions {

    private final Hashes hashes = new Hashes();
    private final LongSet keys = new LongSet();
    private final Set<String> rejected = new HashSet<>();

    public void add(Delivery delivery) {
        for (var delivered : delivery.sessions()) {
            keys.add(number(hashes.of(delivered.session().key())));
        }
        for (var reject : delivery.rejects()) {
            rejected.add(reject.id().strip().toLowerCase(Locale.ROOT));
        }
    }

    /// A record that cannot be read any more is still there.
    boolean contains(byte[] key, String cdrId) {
        return keys.contains(number(key))
                || rejected.contains(cdrId.strip().toLowerCase(Locale.ROOT));
    }

    private static long number(byte[] hash) {
        var number = 0L;
        for (var i = 0; i < Long.BYTES; i++) {
            number = number << Byte.SIZE | (hash[i] & 0xFF);
        }
        return number;
    }
}
