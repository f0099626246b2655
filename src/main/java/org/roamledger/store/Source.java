package org.roamledger.store;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.session.Network;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.Objects;

/// A configured origin of sessions. Its token is kept elsewhere, never in the store.
///
/// @param name unique name, given by the user
/// @param url address of its server; absent for the source that stands for imported files
/// @param network network of its sessions where the record does not say it
/// @param organisation owner of its stations where nothing else says it
/// @param zone zone of its stations where the station does not say it
/// @param settings how it is asked and read
public record Source(
        String name,
        @Nullable URI url,
        @Nullable Network network,
        @Nullable String organisation,
        @Nullable ZoneId zone,
        SourceSettings settings) {

    /// An OCPI back office, or files, without anything particular.
    public Source(
            String name,
            @Nullable URI url,
            @Nullable Network network,
            @Nullable String organisation,
            @Nullable ZoneId zone) {
        this(name, url, network, organisation, zone, SourceSettings.OCPI);
    }

    /// Whether another form of this source brings the same records with the same values. Who owns
    /// its stations is decided anew for each report.
    boolean readsAs(Source other) {
        return Objects.equals(url, other.url)
                && Objects.equals(network, other.network)
                && Objects.equals(zone, other.zone)
                && settings.readsAs(other.settings);
    }

    /// Reads the address of a server as a person wrote it.
    ///
    /// @throws ProblemException with [Problem.BadUrl] if it is no http or https address
    public static URI url(String text) {
        try {
            var url = new URI(text.strip());
            var scheme = url.getScheme();
            if (url.getHost() != null && ("http".equals(scheme) || "https".equals(scheme))) {
                return url;
            }
            throw new ProblemException(new Problem.BadUrl(text));
        } catch (URISyntaxException e) {
            throw new ProblemException(new Problem.BadUrl(text), e);
        }
    }
}
