package org.roamledger.sync;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.settings.ConnectionSettings;
import org.roamledger.settings.ProxyChoice;
import org.roamledger.settings.Tokens;
import org.roamledger.store.Source;

import java.net.ProxySelector;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/// Finds the way to the server of each source, as this workstation is set up.
///
/// There is no way to believe every server.
public final class Connections {

    static {
        // Read by the JDK once, before the first request. Else it refuses to introduce a user to a
        // proxy on the way to an https server, and does not look at the settings of the system.
        System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
        if (System.getProperty("java.net.useSystemProxies") == null) {
            System.setProperty("java.net.useSystemProxies", "true");
        }
    }

    /// Straight to servers that Java trusts.
    public static final Connections DIRECT =
            new Connections(
                    () -> new ConnectionSettings(new ProxyChoice.None(), null),
                    (_, _) -> {
                        throw new UnsupportedOperationException("always direct");
                    },
                    () -> "",
                    _ -> "");

    private final Supplier<ConnectionSettings> settings;
    private final Keeper keeper;
    private final Supplier<String> proxyPassword;
    private final Function<String, String> certificatePasswords;

    @FunctionalInterface
    private interface Keeper {
        void keep(ConnectionSettings changed, @Nullable String proxyPassword);
    }

    /// @param folder the user's folder of settings, which are read anew for each connection
    /// @param tokens give the passwords of the proxy and of client certificates
    /// @param store whose sources these are
    public Connections(Path folder, Tokens tokens, Path store) {
        this(
                () -> ConnectionSettings.in(folder),
                (changed, proxyPassword) -> change(folder, tokens, changed, proxyPassword),
                tokens::proxyPassword,
                source -> tokens.certificatePassword(store, source));
    }

    private Connections(
            Supplier<ConnectionSettings> settings,
            Keeper keeper,
            Supplier<String> proxyPassword,
            Function<String, String> certificatePasswords) {
        this.settings = settings;
        this.keeper = keeper;
        this.proxyPassword = proxyPassword;
        this.certificatePasswords = certificatePasswords;
    }

    /// The same with a password for every client certificate: for a source that is not kept yet.
    public Connections withCertificatePassword(String password) {
        return new Connections(settings, keeper, proxyPassword, _ -> password);
    }

    /// How servers are reached now.
    ///
    /// @throws ProblemException with [Problem.FileUnreadable]
    public ConnectionSettings settings() {
        return settings.get();
    }

    /// Changes how servers are reached, from the next connection on.
    ///
    /// @param folder the user's folder of settings
    /// @param proxyPassword absent if it stays
    /// @throws ProblemException with [Problem.CertificateUnreadable] if the authorities cannot be
    ///   used; then nothing is changed
    public static void change(
            Path folder,
            Tokens tokens,
            ConnectionSettings changed,
            @Nullable String proxyPassword) {
        if (changed.authorities() != null) {
            Authorities.read(changed.authorities());
        }
        if (proxyPassword != null) {
            tokens.putProxyPassword(proxyPassword);
        }
        changed.save(folder);
    }

    /// As [#change(Path, Tokens, ConnectionSettings, String)], for these connections.
    public void change(ConnectionSettings changed, @Nullable String proxyPassword) {
        keeper.keep(changed, proxyPassword);
    }

    /// Checks that a PKCS#12 file can be used as a client certificate.
    ///
    /// @throws ProblemException with [Problem.CertificateUnreadable]
    public static void checkClientCertificate(Path file, String password) {
        ClientCertificate.read(file, password);
    }

    /// The way to a source.
    ///
    /// @throws ProblemException with [Problem.CertificateUnreadable], [Problem.SecretsLocked], or
    ///   [Problem.FileUnreadable] if the settings cannot be read
    Connection to(Source source) {
        var now = settings.get();
        return new Connection(proxies(now.proxy()), isSecure(source) ? tls(now, source) : null);
    }

    private static boolean isSecure(Source source) {
        var url = source.url();
        return url != null
                && "https".equals(String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT));
    }

    private Proxies proxies(ProxyChoice choice) {
        return switch (choice) {
            case ProxyChoice.None() -> Proxies.NONE;
            case ProxyChoice.OfSystem() ->
                    new SystemProxies(System.getenv(), ProxySelector.getDefault());
            case ProxyChoice.Manual(var host, var port, var user) -> {
                var password = user == null ? "" : proxyPassword.get();
                var proxy = ProxyServer.of(host, port, user, password);
                yield _ -> proxy;
            }
        };
    }

    private SSLContext tls(ConnectionSettings now, Source source) {
        try {
            var certificate = source.settings().clientCertificate();
            KeyManager @Nullable [] keys =
                    certificate == null
                            ? null
                            : ClientCertificate.read(
                                    certificate, certificatePasswords.apply(source.name()));
            var tls = SSLContext.getInstance("TLS");
            tls.init(keys, new TrustManager[] {Authorities.with(now.authorities())}, null);
            return tls;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS", e);
        }
    }
}
