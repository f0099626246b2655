package org.roamledger.store;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.session.NetworkRules;

import java.nio.file.Path;
import java.util.Objects;

/// How a source is asked, and how its records are read.
///
/// @param protocol what it speaks
/// @param networkRules tell the network of single records
/// @param routing whom requests come from and go to, where the source needs to be told
/// @param operator the OperatorID whose records an OICP endpoint is asked for; absent for all
/// @param clientCertificate PKCS#12 file of the certificate by which the server knows us; its
///   password is kept elsewhere, never in the store
public record SourceSettings(
        Protocol protocol,
        NetworkRules networkRules,
        @Nullable Routing routing,
        @Nullable String operator,
        @Nullable Path clientCertificate) {

    /// OCPI without anything particular.
    public static final SourceSettings OCPI =
            new SourceSettings(Protocol.OCPI, NetworkRules.NONE, null);

    /// Without operator and client certificate.
    public SourceSettings(Protocol protocol, NetworkRules networkRules, @Nullable Routing routing) {
        this(protocol, networkRules, routing, null, null);
    }

    /// Whether the same records come by other settings, with the same values.
    boolean readsAs(SourceSettings other) {
        return protocol == other.protocol
                && networkRules.equals(other.networkRules)
                && Objects.equals(routing, other.routing)
                && Objects.equals(operator, other.operator);
    }

    /// Reads rules as a person wrote them, a line each, as [NetworkRules#parse] reads them.
    ///
    /// @throws ProblemException with [Problem.BadNetworkRule]
    public static NetworkRules networkRules(String lines) {
        try {
            return NetworkRules.parse(lines);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    new Problem.BadNetworkRule(String.valueOf(e.getMessage())), e);
        }
    }
}
