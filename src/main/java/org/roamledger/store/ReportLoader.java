package org.roamledger.store;

import static org.roamledger.session.ReportColumn.*;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.report.Column;
import org.roamledger.report.Report;
import org.roamledger.report.ReportBuilder;
import org.roamledger.report.ReportParameters;
import org.roamledger.session.Access;
import org.roamledger.session.Energy;
import org.roamledger.session.FreeUsage;
import org.roamledger.session.Network;
import org.roamledger.session.PlugType;
import org.roamledger.session.Stated;
import org.roamledger.session.StationDirectory.Owner;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Reads the sessions of a time frame from the store into a [Report], joined with what is known of
/// their stations now.
final class ReportLoader {

    private final Connection connection;
    private final ReportParameters parameters;
    private final Progress progress;
    private final ReportBuilder builder;
    private final Map<Integer, SourceTraits> sources;
    private final Places places;
    private final Set<String> wantedOrganisations;
    private final Map<ZoneId, MonthCodes> months = new HashMap<>();

    /// What a source adds to its sessions.
    private record SourceTraits(
            String name, @Nullable String organisation, @Nullable ZoneId zone, boolean hidden) {}

    /// The codes that all sessions of one kind share.
    private record Kind(
            int source,
            int sourceCode,
            int network,
            int provider,
            int currency,
            int vatRate,
            int plugType,
            int chargeMethod,
            boolean credit,
            int startOffset) {}

    /// The codes that all sessions at one charge point share, if their source is the same.
    private record Station(
            boolean wanted,
            int stationId,
            int evseId,
            int name,
            int operator,
            int organisation,
            int access,
            int freeUsage,
            int plugType,
            long settingAsOf,
            MonthCodes months) {}

    ReportLoader(Connection connection, ReportParameters parameters, Progress progress)
            throws SQLException {
        this.connection = connection;
        this.parameters = parameters;
        this.progress = progress;
        builder = new ReportBuilder(parameters);
        sources = sources();
        places = new Places(connection);
        wantedOrganisations =
                wanted(
                        places.organisations().owners(),
                        parameters.organisations(),
                        parameters.withSubOrganisations());
    }

    Report load() throws SQLException {
        var total = count("SELECT coalesce(max(id), 0) FROM session");
        var adding = new Rows();
        try (var stored = new StoredRows(connection, parameters.start(), parameters.end())) {
            for (var batch = stored.next(); batch.size() > 0; batch = stored.next()) {
                progress.step(batch.id(0), total);
                for (var row = 0; row < batch.size(); row++) {
                    adding.add(batch, row);
                }
            }
        }
        progress.step(total, total);
        return builder.build();
    }

    /// Adds stored rows to the report.
    private final class Rows {
        private final List<@Nullable Kind> kinds = kinds();
        private final List<Dimensions.@Nullable ChargePointRow> chargePoints = chargePoints();
        private final Map<Integer, @Nullable Station[]> stationsBySource = new HashMap<>();

        private final int unknownPlug = builder.codes(PLUG_TYPE).code(PlugType.UNKNOWN.label());

        // Looked up once: a map per value would cost more than the value.
        private final ReportBuilder.Codes month = builder.codes(MONTH);
        private final ReportBuilder.Codes network = builder.codes(NETWORK);
        private final ReportBuilder.Codes stationId = builder.codes(STATION_ID);
        private final ReportBuilder.Codes evseId = builder.codes(EVSE_ID);
        private final ReportBuilder.Codes stationName = builder.codes(STATION_NAME);
        private final ReportBuilder.Codes currency = builder.codes(CURRENCY);
        private final ReportBuilder.Codes access = builder.codes(ACCESS);
        private final ReportBuilder.Codes freeUsage = builder.codes(FREE_USAGE);
        private final ReportBuilder.Codes plugType = builder.codes(PLUG_TYPE);
        private final ReportBuilder.Codes chargeMethod = builder.codes(CHARGE_METHOD);
        private final ReportBuilder.Codes operator = builder.codes(OPERATOR_ID);
        private final ReportBuilder.Codes provider = builder.codes(PROVIDER_ID);
        private final ReportBuilder.Codes organisation = builder.codes(ORGANISATION);
        private final ReportBuilder.Codes source = builder.codes(SOURCE);

        Rows() throws SQLException {}

        void add(StoredRows.Batch batch, int row) {
            var kind = Objects.requireNonNull(kinds.get(batch.kindId(row)));
            var station = station(kind.source(), batch.chargePointId(row));
            if (!station.wanted()) {
                return;
            }
            var start = Math.floorDiv(batch.startMillis(row), 1000L);
            var stop = batch.stopMillis(row);
            builder.times(
                    start,
                    kind.startOffset(),
                    stop == Column.Numbers.MISSING ? stop : Math.floorDiv(stop, 1000L));
            var energy = batch.energy(row);
            builder.energy(
                    energy == Column.Numbers.MISSING ? energy : Energy.wattHours(energy),
                    batch.meterStart(row),
                    batch.meterStop(row));
            builder.money(batch.gross(row), batch.vat(row), kind.vatRate());
            builder.ids(batch.cdrIds()[row], batch.transactionIds()[row]);
            network.add(kind.network());
            currency.add(kind.currency());
            // Where the record leaves it open, the station knows it.
            plugType.add(kind.plugType() == unknownPlug ? station.plugType() : kind.plugType());
            chargeMethod.add(kind.chargeMethod());
            provider.add(kind.provider());
            source.add(kind.sourceCode());
            month.add(station.months().code(start));
            stationId.add(station.stationId());
            evseId.add(station.evseId());
            stationName.add(station.name());
            operator.add(station.operator());
            organisation.add(station.organisation());
            access.add(station.access());
            freeUsage.add(station.freeUsage());
            builder.settingAsOf(station.settingAsOf());
            builder.endRow((int) batch.id(row), kind.credit(), batch.storedAt(row));
        }

        private Station station(int bySource, int chargePoint) {
            var stations =
                    stationsBySource.computeIfAbsent(
                            bySource, _ -> new @Nullable Station[chargePoints.size()]);
            var known = stations[chargePoint];
            if (known == null) {
                known = find(bySource, Objects.requireNonNull(chargePoints.get(chargePoint)));
                stations[chargePoint] = known;
            }
            return known;
        }
    }

    /// By id; ids that are not used are absent.
    private List<@Nullable Kind> kinds() throws SQLException {
        var found = new ArrayList<@Nullable Kind>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT * FROM kind ORDER BY id")) {
            while (rows.next()) {
                var kind = Dimensions.KindRow.of(rows);
                found.addAll(Collections.nCopies(rows.getInt("id") - found.size(), null));
                found.add(
                        new Kind(
                                kind.source(),
                                builder.codes(SOURCE)
                                        .code(
                                                Objects.requireNonNull(sources.get(kind.source()))
                                                        .name()),
                                builder.codes(NETWORK).code(new Network(kind.network()).label()),
                                builder.codes(PROVIDER_ID).code(kind.provider()),
                                builder.codes(CURRENCY).code(kind.currency()),
                                kind.vatRate() == null ? Column.Ints.MISSING_INT : kind.vatRate(),
                                builder.codes(PLUG_TYPE)
                                        .code(PlugType.valueOf(kind.plugType()).label()),
                                builder.codes(CHARGE_METHOD).code(kind.chargeMethod()),
                                kind.credit(),
                                kind.startOffset()));
            }
        }
        return found;
    }

    /// By id; ids that are not used are absent.
    private List<Dimensions.@Nullable ChargePointRow> chargePoints() throws SQLException {
        var found = new ArrayList<Dimensions.@Nullable ChargePointRow>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT * FROM charge_point ORDER BY id")) {
            while (rows.next()) {
                found.addAll(Collections.nCopies(rows.getInt("id") - found.size(), null));
                found.add(Dimensions.chargePoint(rows));
            }
        }
        return found;
    }

    private Station find(int bySource, Dimensions.ChargePointRow point) {
        var source = Objects.requireNonNull(sources.get(bySource));
        var known = places.known(point, source.organisation());
        var owner = value(known.owner());
        var ownersZone = owner == null ? null : places.organisations().zone(owner);
        var zone =
                Stream.of(value(known.zone()), ownersZone, source.zone())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(parameters.zone());
        var evse = known.ids().evseId();
        var asOf = known.settingAsOf();
        var wanted =
                !source.hidden()
                        && (parameters.organisations().isEmpty()
                                || (owner != null && wantedOrganisations.contains(owner)));
        return new Station(
                wanted,
                builder.codes(STATION_ID).code(known.ids().stationId()),
                builder.codes(EVSE_ID).code(evse == null ? null : evse.asSent()),
                // The name that was sealed into the record counts before any other.
                builder.codes(STATION_NAME)
                        .code(
                                point.stationName() == null
                                        ? value(known.name())
                                        : point.stationName()),
                builder.codes(OPERATOR_ID).code(point.operator()),
                builder.codes(ORGANISATION).code(owner),
                builder.codes(ACCESS)
                        .code(
                                Objects.requireNonNullElse(value(known.access()), Access.UNKNOWN)
                                        .label()),
                builder.codes(FREE_USAGE)
                        .code(
                                Objects.requireNonNullElse(
                                                value(known.freeUsage()), FreeUsage.UNKNOWN)
                                        .label()),
                builder.codes(PLUG_TYPE)
                        .code(
                                Objects.requireNonNullElse(
                                                value(known.plugType()), PlugType.UNKNOWN)
                                        .label()),
                asOf == null ? Column.Numbers.MISSING : asOf.getEpochSecond(),
                months.computeIfAbsent(zone, MonthCodes::new));
    }

    private static <T> @Nullable T value(@Nullable Stated<T> stated) {
        return stated == null ? null : stated.value();
    }

    /// The months of one zone that the time frame can touch, in order.
    private final class MonthCodes {
        private final long[] beginnings;
        private final int[] codes;

        MonthCodes(ZoneId zone) {
            // A day more on both sides: the station's zone may lie up to a day from the report's.
            var first = parameters.from().minusDays(1).withDayOfMonth(1);
            var count = (int) ChronoUnit.MONTHS.between(first, parameters.to().plusDays(1)) + 1;
            beginnings = new long[count];
            codes = new int[count];
            for (var i = 0; i < count; i++) {
                var month = first.plusMonths(i);
                beginnings[i] = month.atStartOfDay(zone).toEpochSecond();
                codes[i] = -1;
            }
        }

        int code(long epochSecond) {
            var found = Arrays.binarySearch(beginnings, epochSecond);
            var at = found >= 0 ? found : -found - 2;
            if (codes[at] < 0) {
                var month = YearMonth.from(parameters.from().minusDays(1)).plusMonths(at);
                codes[at] = builder.codes(MONTH).code(month.toString());
            }
            return codes[at];
        }
    }

    private Map<Integer, SourceTraits> sources() throws SQLException {
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

    private long count(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /// The organisations asked for, with all that belong to them if that is asked as well.
    private static Set<String> wanted(
            List<Owner> owners, Set<String> asked, boolean withSubOrganisations) {
        var all = owners.stream().map(Owner::organisation).toList();
        var known = new TreeSet<String>();
        all.forEach(organisation -> known.add(organisation.name()));
        for (var name : asked) {
            if (!known.contains(name)) {
                throw new ProblemException(
                        new Problem.OrganisationUnknown(name, new ArrayList<>(known)));
            }
        }
        var wanted = new HashSet<>(asked);
        for (var grown = withSubOrganisations; grown; ) {
            grown = false;
            for (var organisation : all) {
                if (organisation.parent() != null && wanted.contains(organisation.parent())) {
                    grown |= wanted.add(organisation.name());
                }
            }
        }
        return wanted;
    }

    /// See [SessionStore#zoneOf].
    static Optional<ZoneId> zoneOf(Connection connection, Set<String> names) throws SQLException {
        var places = new Places(connection);
        var ofStations = places.zonesByOwner();
        var zones = new HashSet<ZoneId>();
        for (var owner : places.organisations().owners()) {
            var name = owner.organisation().name();
            if (names.isEmpty() || names.contains(name)) {
                var inherited = places.organisations().zone(name);
                if (owner.zone() != null) {
                    zones.add(owner.zone());
                } else if (ofStations.containsKey(name)) {
                    zones.addAll(ofStations.get(name));
                } else if (inherited != null) {
                    zones.add(inherited);
                }
            }
        }
        return zones.size() == 1 ? Optional.of(zones.iterator().next()) : Optional.empty();
    }
}
