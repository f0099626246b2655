package org.roamledger.sync;

import org.jspecify.annotations.Nullable;

import javax.net.ssl.SSLContext;

/// How one server is reached.
///
/// @param tls whom to believe and with which certificate of ours; absent as Java does it
record Connection(Proxies proxies, @Nullable SSLContext tls) {

    /// Straight, as Java does it.
    static final Connection DIRECT = new Connection(Proxies.NONE, null);
}
