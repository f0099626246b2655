package org.roamledger.sync;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.session.Delivery;
import org.roamledger.store.SessionStore;
import org.roamledger.wire.ocpi.OcpiLocations;
import org.roamledger.wire.ocpi.OcpiTariffs;
import org.roamledger.wire.ocpi.StationDelivery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Brings the master data of all stations up to date. They are always read whole: `last_updated` of
/// a Location is not to be relied on.
final class StationSync {

    private static final Logger LOG = LoggerFactory.getLogger(StationSync.class);

    private final SessionStore store;
    private final String source;
    private final Crawl crawl;

    StationSync(SessionStore store, String source, Crawl crawl) {
        this.store = store;
        this.source = source;
        this.crawl = crawl;
    }

    void run(URI locations, OcpiTariffs tariffs, Instant serverTime) {
        crawl.<StationDelivery>read(
                new ListQuery(locations, null, null),
                Crawl.Resume.FROM_START,
                () -> new Stations(tariffs, serverTime),
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
        if (endpoint == null) {
            return tariffs;
        }
        try {
            crawl.<List<JsonNode>>read(
                    new ListQuery(endpoint, null, null),
                    Crawl.Resume.FROM_START,
                    Nodes::new,
                    (page, _) -> page.forEach(tariffs::add));
            return tariffs;
        } catch (ProblemException e) {
            if (!isRefusal(e.problem())) {
                throw e;
            }
            LOG.warn("{} gives no tariffs: {}", source, e.problem().key());
            return new OcpiTariffs();
        }
    }

    private static boolean isRefusal(Problem problem) {
        return problem instanceof Problem.TokenRefused
                || problem instanceof Problem.ServerRefused
                || problem instanceof Problem.OcpiError;
    }

    private static final class Stations implements PageReader<StationDelivery> {

        private final OcpiLocations locations;

        Stations(OcpiTariffs tariffs, Instant readAt) {
            locations = new OcpiLocations(tariffs, null, readAt);
        }

        @Override
        public void item(JsonNode item, byte[] raw, long position) {
            locations.read(item, raw, "locations[" + position + "]");
        }

        @Override
        public StationDelivery page() {
            return locations.delivery();
        }
    }

    private static final class Nodes implements PageReader<List<JsonNode>> {

        private final List<JsonNode> nodes = new ArrayList<>();

        @Override
        public void item(JsonNode item, byte[] raw, long position) {
            nodes.add(item);
        }

        @Override
        public List<JsonNode> page() {
            return nodes;
        }
    }
}
