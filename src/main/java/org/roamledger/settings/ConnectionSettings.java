package org.roamledger.settings;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;

import java.nio.file.Path;

/// How this workstation reaches servers, the same for all sources.
///
/// @param proxy the way out of the house
/// @param authorities PEM file of certificate authorities that are trusted besides those of Java
///   and of the system
public record ConnectionSettings(ProxyChoice proxy, @Nullable Path authorities) {

    private static final String PROXY = "proxy";
    private static final String PROXY_USER = "proxyUser";
    private static final String AUTHORITIES = "authorities";

    /// As the system is set up, and nobody trusted besides.
    public static final ConnectionSettings FIRST =
            new ConnectionSettings(new ProxyChoice.OfSystem(), null);

    /// The settings kept in a folder, but for what the policy of this workstation sets.
    ///
    /// @throws ProblemException with [Problem.FileUnreadable] or [Problem.PolicyUnusable]: going
    ///   another way than the one that was chosen would be worse than not going at all
    public static ConnectionSettings in(Path folder) {
        return in(folder, Policy.ofSystem());
    }

    static ConnectionSettings in(Path folder, Policy policy) {
        var kept = Settings.kept(folder);
        var proxy = kept.get(PROXY);
        var authorities = kept.get(AUTHORITIES);
        var chosen = proxy == null ? FIRST.proxy() : ProxyChoice.parse(proxy, kept.get(PROXY_USER));
        return new ConnectionSettings(
                policy.proxy() == null ? chosen : withUser(policy.proxy(), kept.get(PROXY_USER)),
                policy.authorities() != null
                        ? policy.authorities()
                        : authorities == null ? null : Path.of(authorities));
    }

    /// Whom the proxy knows is each user's own.
    private static ProxyChoice withUser(ProxyChoice given, @Nullable String user) {
        return given instanceof ProxyChoice.Manual(var host, var port, _)
                ? new ProxyChoice.Manual(host, port, user)
                : given;
    }

    /// Keeps the settings in a folder; what else stands in the file stays, and so does what a user
    /// chose before the policy of this workstation set it.
    public void save(Path folder) {
        var kept = Settings.kept(folder);
        var policy = Policy.ofSystem();
        kept.keySet().remove(PROXY_USER);
        if (policy.proxy() == null) {
            kept.put(PROXY, proxy.text());
        }
        if (proxy instanceof ProxyChoice.Manual manual && manual.user() != null) {
            kept.put(PROXY_USER, manual.user());
        }
        if (policy.authorities() == null) {
            kept.keySet().remove(AUTHORITIES);
        }
        if (policy.authorities() == null && authorities != null) {
            kept.put(AUTHORITIES, authorities.toAbsolutePath().normalize().toString());
        }
        Settings.write(folder, kept);
    }
}
