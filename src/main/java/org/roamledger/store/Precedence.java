package org.roamledger.store;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Access;
import org.roamledger.session.FreeUsage;
import org.roamledger.session.PlugType;
import org.roamledger.session.Provenance;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.Stated;
import org.roamledger.session.StationDirectory.Owner;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Decides what is shown of the sessions of a source at a charge point: whether the record, the
/// station, the source or the organisation has the word, and with that where the value comes from.
///
/// The only place that knows who comes before whom.
final class Precedence {

    private static final Provenance OF_SOURCE = Provenance.computed("source setting");
    private static final Provenance NOWHERE = Provenance.missing("neither record nor station list");

    private final Map<Integer, SourceTraits> sources;
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
    /// @param stationId empty if nobody knows it
    /// @param evseId empty if nobody knows it
    /// @param stationName empty if nobody knows it
    /// @param organisation empty if nobody knows it
    /// @param zone zone of the month
    /// @param plugType shown where the record itself leaves it open
    /// @param settingAsOf when access and free usage were read or entered, absent where only
    ///   sessions tell them
    record Shown(
            boolean hidden,
            Decided<String> stationId,
            Decided<String> evseId,
            Decided<String> stationName,
            Decided<String> organisation,
            Decided<ZoneId> zone,
            Decided<Access> access,
            Decided<FreeUsage> freeUsage,
            Decided<PlugType> plugType,
            @Nullable Instant settingAsOf) {

        /// Where the values come from that the record does not say as they stand.
        ///
        /// @param withPlugType whether the record leaves the plug type open
        Map<ReportColumn, Provenance> provenance(boolean withPlugType) {
            var found = new EnumMap<ReportColumn, Provenance>(ReportColumn.class);
            note(found, ReportColumn.MONTH, zone);
            note(found, ReportColumn.STATION_ID, stationId);
            note(found, ReportColumn.EVSE_ID, evseId);
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

    /// The organisations that there are, and the zones a person gave them.
    List<Owner> owners() throws SQLException {
        return places.organisations().owners();
    }

    /// @param sentOffset offset of the session's times, if it is that of local time
    Shown at(int ofSource, Dimensions.ChargePointRow point, @Nullable ZoneOffset sentOffset) {
        var source = traits(ofSource);
        var known = places.known(point, source.organisation());
        var owner = decided(known.owner(), "");
        return new Shown(
                source.hidden(),
                id(point.stationId(), known.ids().stationId()),
                id(
                        point.evseId(),
                        known.ids().evseId() == null ? null : known.ids().evseId().asSent()),
                // The name that was sealed into the record counts before any other.
                point.stationName() == null
                        ? decided(known.name(), "")
                        : new Decided<>(point.stationName(), null),
                owner,
                zone(
                        known.zone(),
                        source.zone(),
                        places.organisations().zone(owner.value()),
                        sentOffset),
                decided(known.access(), Access.UNKNOWN),
                decided(known.freeUsage(), FreeUsage.UNKNOWN),
                decided(known.plugType(), PlugType.UNKNOWN),
                known.settingAsOf());
    }

    private static Decided<String> id(@Nullable String sent, @Nullable String known) {
        if (sent != null || known == null) {
            return new Decided<>(sent == null ? "" : sent, sent == null ? NOWHERE : null);
        }
        return new Decided<>(known, Provenance.reported("station list"));
    }

    private Decided<ZoneId> zone(
            @Nullable Stated<ZoneId> ofStation,
            @Nullable ZoneId ofSource,
            @Nullable ZoneId ofOrganisation,
            @Nullable ZoneOffset sent) {
        if (ofStation != null) {
            return zone("station", ofStation.value());
        }
        if (ofSource != null) {
            return zone("source", ofSource);
        }
        if (ofOrganisation != null) {
            return zone("organisation", ofOrganisation);
        }
        return sent == null
                ? zone("report", reportZone)
                : new Decided<>(sent, Provenance.computed("offset of the start " + sent.getId()));
    }

    private static Decided<ZoneId> zone(String whose, ZoneId zone) {
        return new Decided<>(zone, Provenance.computed(whose + " zone " + zone.getId()));
    }

    private static <T> Decided<T> decided(@Nullable Stated<T> stated, T unknown) {
        return stated == null
                ? new Decided<>(unknown, NOWHERE)
                : new Decided<>(stated.value(), from(stated));
    }

    private static @Nullable Provenance from(Stated<?> stated) {
        return switch (stated.by()) {
            case PERSON -> reported("station list", stated.at());
            case BACK_OFFICE -> reported("locations", stated.at());
            case RECORD -> null;
            case SOURCE -> OF_SOURCE;
        };
    }

    private static Provenance reported(String by, @Nullable Instant at) {
        return at == null ? Provenance.reported(by) : Provenance.reported(by, at);
    }

    private SourceTraits traits(int source) {
        return Objects.requireNonNull(sources.get(source));
    }
}
