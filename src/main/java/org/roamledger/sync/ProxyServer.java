package org.roamledger.sync;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A proxy, and how we introduce ourselves to it.
///
/// @param authorization value of the header `Proxy-Authorization`; absent if it asks for nobody
record ProxyServer(String host, int port, @Nullable String authorization) {

    /// Basic authentication (RFC 7617).
    static ProxyServer of(String host, int port, @Nullable String user, String password) {
        if (user == null) {
            return new ProxyServer(host, port, null);
        }
        var login = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new ProxyServer(host, port, "Basic " + Base64.getEncoder().encodeToString(login));
    }

    /// Never the password: the text gets into logs.
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
