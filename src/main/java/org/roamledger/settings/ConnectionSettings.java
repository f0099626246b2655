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

    /// The settings kept in a folder.
    ///
    /// @throws ProblemException with [Problem.FileUnreadable]: going another way than the one that
    ///   was chosen would be worse than not going at all
    public static ConnectionSettings in(Path folder) {
        var kept = Settings.file(folder).read();
        var proxy = kept.get(PROXY);
        var authorities = kept.get(AUTHORITIES);
        return new ConnectionSettings(
                proxy == null ? FIRST.proxy() : ProxyChoice.parse(proxy, kept.get(PROXY_USER)),
                authorities == null ? null : Path.of(authorities));
    }

    /// Keeps the settings in a folder; what else stands in the file stays.
    public void save(Path folder) {
        var file = Settings.file(folder);
        var kept = file.read();
        kept.keySet().remove(PROXY_USER);
        kept.keySet().remove(AUTHORITIES);
        kept.put(PROXY, proxy.text());
        if (proxy instanceof ProxyChoice.Manual manual && manual.user() != null) {
            kept.put(PROXY_USER, manual.user());
        }
        if (authorities != null) {
            kept.put(AUTHORITIES, authorities.toAbsolutePath().normalize().toString());
        }
        file.write(kept);
    }
}
