package org.roamledger.report;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.PartyId;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// How amounts are rounded, by partner. Spellings of one partner are one.
///
/// @param others for partners that are not named, and for sessions without one; absent if their
///   amounts stay as they are
/// @param byPartner by provider id, as somebody typed it
public record RoundingRules(@Nullable Rounding others, Map<String, Rounding> byPartner) {

    /// All amounts stay as they are.
    public static final RoundingRules NONE = new RoundingRules(null, Map.of());

    public RoundingRules {
        byPartner = Collections.unmodifiableMap(new TreeMap<>(byPartner));
    }

    /// How a partner's amounts are rounded; absent if they stay as they are.
    ///
    /// @param provider its id in any spelling; absent where a session has none
    public @Nullable Rounding of(@Nullable String provider) {
        if (provider == null) {
            return others;
        }
        return byPartner.entrySet().stream()
                .filter(rule -> PartyId.key(rule.getKey()).equals(PartyId.key(provider)))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(others);
    }

    /// These rules with another one for a partner, in place of those for its other spellings.
    ///
    /// @param provider absent for all that are not named
    /// @param rounding absent for none: a partner is as the others again
    public RoundingRules with(@Nullable String provider, @Nullable Rounding rounding) {
        if (provider == null) {
            return new RoundingRules(rounding, byPartner);
        }
        var changed = new TreeMap<>(byPartner);
        changed.keySet().removeIf(known -> PartyId.key(known).equals(PartyId.key(provider)));
        if (rounding != null) {
            changed.put(provider.strip(), rounding);
        }
        return new RoundingRules(others, changed);
    }
}
