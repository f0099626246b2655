package org.roamledger.store;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.session.PartyId;

import java.util.regex.Pattern;

/// Whom requests come from and go to where a hub stands between (OCPI 2.2.1, message routing
/// headers).
///
/// @param from the party that asks, two letters of country and three of party: `NL*ABC`
/// @param to the party that is asked, for all parties of a hub the hub itself; absent sends none
public record Routing(PartyId from, @Nullable PartyId to) {

    private static final Pattern PARTY = Pattern.compile("[A-Z]{2}[A-Z0-9]{3}");

    /// Reads both as a person wrote them.
    ///
    /// @return absent if nobody is named
    /// @throws ProblemException with [Problem.BadParty], also where only the other end is named
    public static @Nullable Routing of(@Nullable String from, @Nullable String to) {
        if (from == null && to == null) {
            return null;
        }
        return new Routing(party(from == null ? "" : from), to == null ? null : party(to));
    }

    private static PartyId party(String text) {
        if (!PARTY.matcher(PartyId.key(text)).matches()) {
            throw new ProblemException(new Problem.BadParty(text));
        }
        return new PartyId(text.strip());
    }
}
