package org.roamledger.wire.ocpi;

import org.roamledger.session.PartyId;
import org.roamledger.wire.record.Fields;

import tools.jackson.databind.JsonNode;

import java.util.Objects;
import java.util.Optional;

/// Reads Token objects of all OCPI versions.
public final class OcpiTokens {

    private OcpiTokens() {}

    /// Reads one token; empty if it names no contract, as nothing can then be joined with it.
    public static Optional<KnownToken> read(JsonNode token) {
        var authId = Fields.text(token, "auth_id", "contract_id");
        if (authId == null) {
            return Optional.empty();
        }
        var provider = Parties.of(token, "-");
        if (provider == null) {
            provider = Parties.providerOf(authId);
        }
        var issuer = Fields.text(token, "issuer");
        if (provider == null && issuer != null) {
            provider = new PartyId(issuer.strip());
        }
        return Optional.of(
                new KnownToken(
                        authId.strip(),
                        Objects.requireNonNullElse(Fields.text(token, "uid"), "").strip(),
                        Fields.upper(token, "type"),
                        provider));
    }
}
