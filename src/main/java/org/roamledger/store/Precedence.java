package org.roamledger.store;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Access;
import org.roamledger.session.FreeUsage;
import org.roamledger.session.PlugType;
import org.roamledger.session.Provenance;
import org.roamledger.session.ReportColumn;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// Decides what is shown of the sessions of a source at a charge point: whether the record, the
/// station, the source or the organisation has the word, and with that where the value comes from.
///
/// The only place that knows who comes before whom.
final class Precedence {

    private static final String STATION = "station list";
    private static final Provenance OF_SOURCE = Provenance.computed("source setting");
    private static final Provenance NOWHERE = Provenance.missing("neither record nor station list");

    private final Map<Integer, SourceTraits> sources;
    private final Map<String, ZoneId> organisationZones = new HashMap<>();
    private final Places places;
    private final ZoneId reportZone;

    /// What a source adds to its sessions.
    private record SourceTraits(
            String name, @Nullable String organisation, @Nullable ZoneId zone, boolean hidden) {}

    /// A value and where it comes from, which is absent where the record says it as it stands.
    record Decided<T>(T value, @Nullable Provenance from) {}

    /// What is shown.
    ///
    /// @param hidden whether the source may not be shown
    /// @param stationName empty if nobody knows it
    /// @param organisation empty if nobody knows it
    /// @param zone zone of the month
    /// @param plugType shown where the record itself leaves it open
    record Shown(
            boolean hidden,
            Decided<String> stationName,
            Decided<String> organisation,
            Decided<ZoneId> zone,
            Decided<Access> access,
            Decided<FreeUsage> freeUsage,
            Decided<PlugType> plugType) {

        /// Where the values come from that the record does not say as they stand.
        ///
        /// @param withPlugType whether the record leaves the plug type open
        Map<ReportColumn, Provenance> provenance(boolean withPlugType) {
            var found = new EnumMap<ReportColumn, Provenance>(ReportColumn.class);
            note(found, ReportColumn.MONTH, zone);
            note(found, ReportColumn.STATION_NAME, stationName);
            note(found, ReportColumn.ORGANISATION, organisation);
            note(found, ReportColumn.ACCESS, access);
            note(found, ReportColumn.FREE_USAGE, freeUsage);
            if (withPlugType) {
                note(found, ReportColumn.PLUG_TYPE, plugType);
            }
            return found;
        }

        private static void note(
                Map<ReportColumn, Provenance> found, ReportColumn column, Decided<?> decided) {
            if (decided.from() != null) {
                found.put(column, decided.from());
            }
        }
    }

    /// @param reportZone zone of months where nobody knows a better one
    Precedence(Connection connection, ZoneId reportZone) throws SQLException {
        this.reportZone = reportZone;
        sources = sources(connection);
        places = new Places(connection);
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT name, zone FROM organisation WHERE zone IS NOT NULL")) {
            while (rows.next()) {
                organisationZones.put(rows.getString(1), ZoneId.of(rows.getString(2)));
            }
        }
    }

    private static Map<Integer, SourceTraits> sources(Connection connection) throws SQLException {
        var found = new HashMap<Integer, SourceTraits>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                SELECT source.id, source.name, organisation.name, source.zone, missing_modules <> ''
                                FROM source LEFT JOIN organisation ON organisation.id = source.organisation_id
                                """)) {
            while (rows.next()) {
                var zone = rows.getString(4);
                found.put(
                        rows.getInt(1),
                        new SourceTraits(
                                rows.getString(2),
                                rows.getString(3),
                                zone == null ? null : ZoneId.of(zone),
                                rows.getBoolean(5)));
            }
        }
        return found;
    }

    String nameOf(int source) {
        return traits(source).name();
    }

    Shown at(int ofSource, Dimensions.ChargePointRow point) {
        var source = traits(ofSource);
        var place = places.find(point.operator(), point.stationId(), point.evseId());
        var organisation = organisation(place, point, source);
        return new Shown(
                source.hidden(),
                stationName(place, point),
                organisation,
                zone(place, source, organisationZones.get(organisation.value())),
                place.access() == Access.UNKNOWN
                        ? ofRecord(Access.valueOf(point.access()), Access.UNKNOWN)
                        : ofStation(place.access(), place),
                place.freeUsage() == FreeUsage.UNKNOWN
                        ? ofRecord(FreeUsage.valueOf(point.freeUsage()), FreeUsage.UNKNOWN)
                        : ofStation(place.freeUsage(), place),
                place.plugType() == PlugType.UNKNOWN
                        ? new Decided<>(PlugType.UNKNOWN, NOWHERE)
                        : ofStation(place.plugType(), place));
    }

    /// The name was sealed into the record when the session began.
    private static Decided<String> stationName(
            Places.Place place, Dimensions.ChargePointRow point) {
        if (point.stationName() != null) {
            return new Decided<>(point.stationName(), null);
        }
        return place.name() == null ? new Decided<>("", NOWHERE) : ofStation(place.name(), place);
    }

    private static Decided<String> organisation(
            Places.Place place, Dimensions.ChargePointRow point, SourceTraits source) {
        if (place.organisation() != null) {
            return ofStation(place.organisation(), place);
        }
        if (point.organisation() != null) {
            return new Decided<>(point.organisation(), null);
        }
        return source.organisation() == null
                ? new Decided<>("", NOWHERE)
                : new Decided<>(source.organisation(), OF_SOURCE);
    }

    private Decided<ZoneId> zone(
            Places.Place place, SourceTraits source, @Nullable ZoneId organisationZone) {
        if (place.zone() != null) {
            return zoneOf("station", place.zone());
        }
        if (source.zone() != null) {
            return zoneOf("source", source.zone());
        }
        return organisationZone == null
                ? zoneOf("report", reportZone)
                : zoneOf("organisation", organisationZone);
    }

    private static Decided<ZoneId> zoneOf(String whose, ZoneId zone) {
        return new Decided<>(zone, Provenance.computed(whose + " zone " + zone.getId()));
    }

    private static <T> Decided<T> ofStation(T value, Places.Place place) {
        return new Decided<>(value, Provenance.reported(STATION, place.readAt()));
    }

    private static <T> Decided<T> ofRecord(T value, T unknown) {
        return new Decided<>(value, value.equals(unknown) ? NOWHERE : null);
    }

    private SourceTraits traits(int source) {
        return Objects.requireNonNull(sources.get(source));
    }
}
