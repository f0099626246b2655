package org.roamledger.wire.ocpi;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.PartyId;
import org.roamledger.wire.record.Fields;

import tools.jackson.databind.JsonNode;

import java.util.regex.Pattern;

/// Operators and providers out of the several places where they may stand.
final class Parties {

    private static final Pattern CONTRACT_ID =
            Pattern.compile("(?i)([A-Z]{2})-?([A-Z0-9]{3})-?[A-Z0-9-]{8,12}");

    private Parties() {}

    /// The party of an object's `country_code` and `party_id`, if it has both.
    static @Nullable PartyId of(JsonNode object, String separator) {
        var country = Fields.text(object, "country_code");
        var party = Fields.text(object, "party_id");
        return country == null || party == null
                ? null
                : new PartyId(country.strip() + separator + party.strip());
    }

    /// The provider that a contract id begins with.
    static @Nullable PartyId providerOf(@Nullable String contractId) {
        if (contractId == null) {
            return null;
        }
        var matcher = CONTRACT_ID.matcher(contractId.strip());
        return matcher.matches() ? new PartyId(matcher.group(1) + "-" + matcher.group(2)) : null;
    }
}
