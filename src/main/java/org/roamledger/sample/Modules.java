package org.roamledger.sample;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The lists of one version.
final class Modules {

    private final Map<Grant.Module, Listing> listings = new EnumMap<>(Grant.Module.class);
    private final Map<String, Location> locations = new HashMap<>();
    private final LocationJson places;

    /// @param faults what is done to each list
    Modules(
            OcpiVersion version,
            CdrTable table,
            Landscape landscape,
            UnaryOperator<Listing> faults) {
        var plugs = landscape.connectors();
        places = new LocationJson(plugs, version);
        var old = version.isBefore(OcpiVersion.V2_2);
        CdrForm cdrs = old ? new OldCdrJson(plugs, places) : new CdrJson(plugs, version);
        CdrForm sessions =
                old ? new OldSessionJson(plugs, places) : new SessionJson(plugs, version);
        listings.put(Grant.Module.CDRS, new CdrListing(table, cdrs));
        listings.put(Grant.Module.SESSIONS, new SessionListing(table, sessions));
        // Before 2.2, what is not public is not told at all (OCPI 2.1.1, section 8.1).
        var told = landscape.locations().stream().filter(one -> !old || one.isPublic()).toList();
        told.forEach(location -> locations.put(location.id(), location));
        listings.put(
                Grant.Module.LOCATIONS,
                new FixedListing<>(told, Location::since, Location::id, places::write));
        var prices = new TariffJson(version);
        listings.put(
                Grant.Module.TARIFFS,
                new FixedListing<>(
                        landscape.tariffs(),
                        Tariff::since,
                        Tariff::id,
                        (tariff, json) ->
                                prices.write(tariff, tariff.operator().market().vat, json)));
        listings.replaceAll((_, listing) -> faults.apply(listing));
    }

    /// Objects of a module, by the seconds in which they were last updated.
    Listing.Window window(Grant.Module module, long from, long until) {
        return Objects.requireNonNull(listings.get(module)).window(from, until);
    }

    /// What writes the location of that id, if there is one.
    @Nullable Consumer<JsonGenerator> location(String id) {
        var location = locations.get(id);
        return location == null ? null : json -> places.write(location, json);
    }
}
