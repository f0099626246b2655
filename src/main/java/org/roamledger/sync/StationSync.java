package org.roamledger.sync;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Delivery;
import org.roamledger.session.PartyId;
import org.roamledger.session.RecordPlace;
import org.roamledger.store.SessionStore;
import org.roamledger.wire.ocpi.OcpiLocations;
import org.roamledger.wire.ocpi.OcpiTariffs;
import org.roamledger.wire.ocpi.StationDelivery;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/// Brings the master data of all stations up to date. They are always read whole: `last_updated` of
/// a Location is not to be relied on.
final class StationSync {

    private final SessionStore store;
    private final String source;
    private final Crawl crawl;

    StationSync(SessionStore store, String source, Crawl crawl) {
        this.store = store;
        this.source = source;
        this.crawl = crawl;
    }

    /// @param publisher the party that the credentials name, for locations that name none
    void run(URI locations, OcpiTariffs tariffs, @Nullable PartyId publisher, Instant serverTime) {
        crawl.<StationDelivery>read(
                new ListQuery(locations, null, null),
                Crawl.Resume.FROM_START,
                () -> new Stations(new OcpiLocations(tariffs, publisher, serverTime)),
                (page, _) -> save(page));
    }

    private void save(StationDelivery page) {
        store.saveStations(source, page.stations());
        if (!page.rejects().isEmpty()) {
            store.merge(source, new Delivery(List.of(), page.rejects()), null);
        }
    }

    /// The tariffs, as far as they can be had: without them only Free usage stays unknown.
    OcpiTariffs tariffs(@Nullable URI endpoint) {
        var tariffs = new OcpiTariffs();
        var offered =
                crawl.<List<JsonNode>>readIfOffered(
                        endpoint,
                        null,
                        () -> new ListReader<>(List::of),
                        (page, _) -> page.forEach(tariffs::add));
        return offered ? tariffs : new OcpiTariffs();
    }

    private record Stations(OcpiLocations locations) implements PageReader<StationDelivery> {

        @Override
        public void item(JsonNode item, byte[] raw, long position) {
            locations.read(item, raw, RecordPlace.item("locations", position));
        }

        @Override
        public StationDelivery page() {
            return locations.delivery();
        }
    }
}
