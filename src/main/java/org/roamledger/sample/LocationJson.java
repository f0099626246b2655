package org.roamledger.sample;

import tools.jackson.core.JsonGenerator;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// The Location object of OCPI 2.2.1, section 8.3.1, and of the versions around it.
final class LocationJson {

    private static final int VOLTS_AC = 230;
    private static final int VOLTS_AC_3_PHASE = 400;
    private static final int VOLTS_DC = 500;

    private final List<Connector> connectors;
    private final boolean old;

    LocationJson(List<Connector> connectors, OcpiVersion version) {
        this.connectors = connectors;
        old = version.isBefore(OcpiVersion.V2_2);
    }

    void write(Location location, JsonGenerator json) {
        var plugs =
                connectors.stream()
                        .filter(plug -> plug.location().number() == location.number())
                        .toList();
        write(location, plugs, json);
    }

    /// The location with nothing but the plug that was used, as a CDR of 2.1.1 has it.
    void writeUsed(Connector plug, JsonGenerator json) {
        write(plug.location(), List.of(plug), json);
    }

    private void write(Location location, List<Connector> plugs, JsonGenerator json) {
        var operator = location.operator();
        var site = location.site();
        json.writeStartObject();
        if (!old) {
            json.writeStringProperty("country_code", operator.market().name());
            json.writeStringProperty("party_id", operator.party());
        }
        json.writeStringProperty("id", location.id());
        if (old) {
            json.writeStringProperty("type", "UNKNOWN");
        } else {
            json.writeBooleanProperty("publish", location.isPublic());
        }
        if (!site.name().isEmpty()) {
            json.writeStringProperty("name", site.name());
        }
        address(location, json);
        json.writeArrayPropertyStart("evses");
        for (var point : points(plugs)) {
            evse(location, point, json);
        }
        json.writeEndArray();
        var parent = operator.parent();
        business("owner", parent == null ? operator.name() : parent, json);
        if (parent != null) {
            business("suboperator", operator.name(), json);
        }
        json.writeStringProperty("time_zone", operator.market().zone.getId());
        Values.time(json, "last_updated", location.since());
        json.writeEndObject();
    }

    /// Plugs by their charging point.
    private static Collection<List<Connector>> points(List<Connector> plugs) {
        return plugs.stream()
                .collect(
                        Collectors.groupingBy(
                                Connector::evse, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    /// What a Location and a CdrLocation have in common.
    static void address(Location location, JsonGenerator json) {
        var site = location.site();
        json.writeStringProperty("address", site.street());
        json.writeStringProperty("city", site.city());
        json.writeStringProperty("postal_code", site.postalCode());
        json.writeStringProperty("country", location.operator().market().alpha3);
        json.writeObjectPropertyStart("coordinates");
        json.writeStringProperty("latitude", site.latitude());
        json.writeStringProperty("longitude", site.longitude());
        json.writeEndObject();
    }

    private static void business(String name, String company, JsonGenerator json) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("name", company);
        json.writeEndObject();
    }

    private void evse(Location location, List<Connector> plugs, JsonGenerator json) {
        var first = plugs.getFirst();
        json.writeStartObject();
        json.writeStringProperty("uid", first.stationId());
        json.writeStringProperty("evse_id", first.evseId());
        json.writeStringProperty("status", "AVAILABLE");
        json.writeArrayPropertyStart("connectors");
        for (var plug : plugs) {
            connector(location, plug, json);
        }
        json.writeEndArray();
        if (!first.restrictions().isEmpty()) {
            json.writeArrayPropertyStart("parking_restrictions");
            for (var restriction : first.restrictions()) {
                json.writeString(restriction);
            }
            json.writeEndArray();
        }
        Values.time(json, "last_updated", location.since());
        json.writeEndObject();
    }

    private void connector(Location location, Connector plug, JsonGenerator json) {
        var watts = plug.kilowattTenths() * 100;
        var volts = plug.powerType().equals("AC_1_PHASE") ? VOLTS_AC : VOLTS_AC_3_PHASE;
        var voltage = plug.direct() ? VOLTS_DC : volts;
        // The power of three phases is the square root of three times their voltage and current.
        var amperes =
                plug.powerType().equals("AC_3_PHASE")
                        ? watts * 1_000L / (voltage * 1_732L)
                        : watts / voltage;
        json.writeStartObject();
        json.writeStringProperty("id", plug.id());
        json.writeStringProperty("standard", plug.standard());
        json.writeStringProperty("format", plug.format());
        json.writeStringProperty("power_type", plug.powerType());
        json.writeNumberProperty(old ? "voltage" : "max_voltage", voltage);
        json.writeNumberProperty(old ? "amperage" : "max_amperage", amperes);
        if (!old) {
            json.writeNumberProperty("max_electric_power", watts);
        }
        if (old) {
            json.writeStringProperty("tariff_id", plug.tariff().id());
        } else {
            json.writeArrayPropertyStart("tariff_ids");
            json.writeString(plug.tariff().id());
            json.writeEndArray();
        }
        Values.time(json, "last_updated", location.since());
        json.writeEndObject();
    }
}
