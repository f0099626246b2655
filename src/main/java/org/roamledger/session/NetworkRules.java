package org.roamledger.session;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells the network of a session where one back office mixes several.
///
/// @param field name of the record's own field that names the network; it is asked first
/// @param byProvider network by the provider's [PartyId#key]
public record NetworkRules(@Nullable String field, Map<String, Network> byProvider) {

    /// No rule: the network belongs to the source.
    public static final NetworkRules NONE = new NetworkRules(null, Map.of());

    private static final String FIELD = "field:";
    private static final String PROVIDER = "provider:";

    public NetworkRules {
        byProvider = Map.copyOf(byProvider);
    }

    /// Reads rules from text, a line each: `field:NAME` or `provider:ID=NETWORK`. Blank lines count
    /// for nothing, and of two rules for one provider the last one holds.
    ///
    /// @throws IllegalArgumentException with the line that is no rule
    public static NetworkRules parse(String text) {
        String field = null;
        var byProvider = new TreeMap<String, Network>();
        for (var line : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
            var equals = line.indexOf('=');
            if (line.startsWith(FIELD) && line.length() > FIELD.length()) {
                field = line.substring(FIELD.length()).strip();
            } else if (line.startsWith(PROVIDER) && equals > PROVIDER.length()) {
                var provider = PartyId.key(line.substring(PROVIDER.length(), equals));
                byProvider.put(provider, Network.of(line.substring(equals + 1)));
            } else {
                throw new IllegalArgumentException(line);
            }
        }
        return new NetworkRules(field, byProvider);
    }

    /// The network that the rules give a provider, if one does.
    public @Nullable Network of(@Nullable PartyId provider) {
        return provider == null ? null : byProvider.get(provider.key());
    }

    /// The rules as [#parse] reads them, always in the same order.
    public String text() {
        var named = field == null ? Stream.<String>of() : Stream.of(FIELD + field);
        var providers =
                new TreeMap<>(byProvider)
                        .entrySet().stream()
                                .map(
                                        rule ->
                                                PROVIDER
                                                        + rule.getKey()
                                                        + "="
                                                        + rule.getValue().code());
        return Stream.concat(named, providers).collect(Collectors.joining("\n"));
    }
}
