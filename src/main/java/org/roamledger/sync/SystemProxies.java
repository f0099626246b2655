package org.roamledger.sync;

import org.jspecify.annotations.Nullable;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/// The proxy that the system names: first the variables `https_proxy`, `http_proxy`, `all_proxy`
/// and `no_proxy` of the environment, then the settings of Windows, macOS or the desktop, as far as
/// the JDK reads them.
final class SystemProxies implements Proxies {

    private static final int USUAL_PORT = 8080;

    private final Map<String, String> environment;
    private final @Nullable ProxySelector settings;

    /// @param settings what the JDK reads, if anything
    SystemProxies(Map<String, String> environment, @Nullable ProxySelector settings) {
        this.environment = environment;
        this.settings = settings;
    }

    @Override
    public @Nullable ProxyServer outward(URI url) {
        var named = variable(String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT) + "_proxy");
        if (named == null) {
            named = variable("all_proxy");
        }
        if (named != null) {
            return isExempt(url) ? null : server(named);
        }
        return settings == null ? null : ofSettings(settings, url);
    }

    private @Nullable String variable(String name) {
        var value = environment.get(name);
        if (value == null) {
            value = environment.get(name.toUpperCase(Locale.ROOT));
        }
        return value == null || value.isBlank() ? null : value.strip();
    }

    private boolean isExempt(URI url) {
        var exempt = variable("no_proxy");
        var host = "." + String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        return exempt != null
                && Arrays.stream(exempt.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                        .filter(part -> !part.isEmpty())
                        .anyMatch(
                                part ->
                                        part.equals("*")
                                                || host.endsWith(
                                                        part.startsWith(".") ? part : "." + part));
    }

    private static @Nullable ProxyServer server(String named) {
        try {
            var url = new URI(named.contains("://") ? named : "http://" + named);
            if (url.getHost() == null) {
                return null;
            }
            var login = url.getRawUserInfo();
            var colon = login == null ? -1 : login.indexOf(':');
            var user =
                    login == null ? null : decoded(colon < 0 ? login : login.substring(0, colon));
            var password = login == null || colon < 0 ? "" : decoded(login.substring(colon + 1));
            return ProxyServer.of(
                    url.getHost(), url.getPort() < 0 ? USUAL_PORT : url.getPort(), user, password);
        } catch (URISyntaxException _) {
            // A variable that names no proxy is no reason to reach nothing at all.
            return null;
        }
    }

    private static String decoded(String text) {
        // A plus is a plus here, unlike in forms.
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static @Nullable ProxyServer ofSettings(ProxySelector settings, URI url) {
        return settings.select(url).stream()
                .filter(proxy -> proxy.type() == Proxy.Type.HTTP)
                .map(Proxy::address)
                .filter(InetSocketAddress.class::isInstance)
                .map(InetSocketAddress.class::cast)
                .map(address -> new ProxyServer(address.getHostString(), address.getPort(), null))
                .findFirst()
                .orElse(null);
    }
}
