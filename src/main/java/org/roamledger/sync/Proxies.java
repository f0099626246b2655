package org.roamledger.sync;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/// Tells the proxy for a URL. Servers on this computer are always reached without one.
@FunctionalInterface
interface Proxies {

    /// No proxy at all.
    Proxies NONE = _ -> null;

    /// The proxy for a URL that is not on this computer; `null` for none.
    @Nullable ProxyServer outward(URI url);

    /// The proxy for a URL; `null` for none.
    default @Nullable ProxyServer of(URI url) {
        return isHere(url) ? null : outward(url);
    }

    private static boolean isHere(URI url) {
        var host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.matches("127(\\.[0-9]{1,3}){3}")
                || host.equals("[::1]");
    }

    /// The same as the client of the JDK asks it.
    default ProxySelector selector() {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI url) {
                var proxy = Proxies.this.of(url);
                return List.of(
                        proxy == null
                                ? Proxy.NO_PROXY
                                : new Proxy(
                                        Proxy.Type.HTTP,
                                        InetSocketAddress.createUnresolved(
                                                proxy.host(), proxy.port())));
            }

            @Override
            public void connectFailed(URI url, SocketAddress proxy, IOException fault) {
                // The request itself fails with the same fault.
            }
        };
    }
}
