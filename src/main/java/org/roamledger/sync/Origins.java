package org.roamledger.sync;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.Locale;

/// Where a token may go: only to the origin that the user named.
final class Origins {

    private Origins() {}

    /// Whether two URLs have the same scheme, host and port.
    static boolean same(URI one, URI other) {
        return lower(one.getScheme()).equals(lower(other.getScheme()))
                && lower(one.getHost()).equals(lower(other.getHost()))
                && port(one) == port(other);
    }

    /// Whether this is the same host, named without the encryption with which it was reached:
    /// servers behind a proxy do not know that they are reached by https.
    static boolean isPlainNameOf(URI known, URI target) {
        return lower(known.getScheme()).equals("https")
                && lower(target.getScheme()).equals("http")
                && lower(known.getHost()).equals(lower(target.getHost()));
    }

    /// The path and query of `target` at the origin of `known`.
    static URI moved(URI target, URI known) {
        var query = target.getRawQuery();
        var path = target.getRawPath();
        return URI.create(
                known.getScheme()
                        + "://"
                        + known.getRawAuthority()
                        + (path == null ? "" : path)
                        + (query == null ? "" : "?" + query));
    }

    /// The URL as it may be shown and logged: without user, query and fragment, where secrets are
    /// put at times.
    static String shown(URI url) {
        if (url.getHost() == null) {
            return lower(url.getScheme())
                    + ":"
                    + (url.getRawPath() == null ? "" : url.getRawPath());
        }
        var port = url.getPort() < 0 ? "" : ":" + url.getPort();
        var path = url.getRawPath() == null ? "" : url.getRawPath();
        return lower(url.getScheme()) + "://" + url.getHost() + port + path;
    }

    private static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return lower(url.getScheme()).equals("https") ? 443 : 80;
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
