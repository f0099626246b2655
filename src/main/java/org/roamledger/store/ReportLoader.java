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
import org.roamledger.session.Organisation;
import org.roamledger.session.PlugType;
import org.roamledger.session.ReportColumn;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// Reads the sessions of a time frame from the store into a [Report], joined with what is known of
/// their stations now.
final class ReportLoader {

    private static final int ROWS_PER_STEP = 10_000;

    private final Connection connection;
    private final ReportParameters parameters;
    private final Progress progress;
    private final ReportBuilder builder;
    private final @Nullable String[] words;
    private final Map<Integer, SourceTraits> sources;
    private final Places places;
    private final Map<String, ZoneId> organisationZones = new HashMap<>();
    private final Set<String> wantedOrganisations;
    private final Map<StationWords, Station> stations = new HashMap<>();

    /// What a source adds to its sessions.
    private record SourceTraits(
            String name, @Nullable String organisation, @Nullable ZoneId zone, boolean hidden) {}

    /// What decides about the station of a session, as ids of words.
    private record StationWords(
            int source,
            int operator,
            int stationId,
            int evseId,
            int name,
            int organisation,
            int access,
            int freeUsage) {}

    /// The codes that all sessions of one station share.
    private record Station(
            boolean wanted,
            int stationId,
            int evseId,
            int name,
            int operator,
            int organisation,
            int access,
            int freeUsage,
            int source,
            int plugType,
            MonthCodes months) {}

    ReportLoader(Connection connection, ReportParameters parameters, Progress progress)
            throws SQLException {
        this.connection = connection;
        this.parameters = parameters;
        this.progress = progress;
        builder = new ReportBuilder(parameters);
        words = words();
        sources = sources();
        places = new Places(connection);
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT name, zone FROM organisation WHERE zone IS NOT NULL")) {
            while (rows.next()) {
                organisationZones.put(rows.getString(1), ZoneId.of(rows.getString(2)));
            }
        }
        wantedOrganisations =
                wanted(
                        SourceTable.organisations(connection),
                        parameters.organisations(),
                        parameters.withSubOrganisations());
    }

    Report load() throws SQLException {
        var total = count("SELECT coalesce(max(id), 0) FROM session");
        // Missing numbers come as the sentinel, because asking the driver whether each was null
        // costs a
        // second at a million rows.
        var sql =
                """
                SELECT id, source_id, start_ms, start_offset,
                  ifnull(stop_ms, :none), ifnull(energy_mwh, :none), ifnull(meter_start_mwh, :none),
                  ifnull(meter_stop_mwh, :none), ifnull(gross_e4, :none), ifnull(vat_e4, :none),
                  ifnull(vat_rate_e4, :noneInt), credit, stored_at, cdr_id, transaction_id,
                  network_word, ifnull(currency_word, 0), plug_type_word, charge_method_word,
                  ifnull(provider_word, 0), ifnull(operator_word, 0), ifnull(station_id_word, 0),
                  ifnull(evse_id_word, 0), ifnull(station_name_word, 0), ifnull(organisation_word, 0),
                  access_word, free_usage_word
                FROM session
                WHERE start_ms >= ? AND start_ms < ?
                """
                        .replace(":noneInt", String.valueOf(Column.Ints.MISSING_INT))
                        // The smallest number cannot be written as a negated literal without
                        // becoming a float.
                        .replace(":none", "(-9223372036854775807 - 1)");
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, parameters.start().toEpochMilli());
            statement.setLong(2, parameters.end().toEpochMilli());
            try (var row = statement.executeQuery()) {
                var rows = new Rows(row);
                for (var read = 0L; row.next(); read++) {
                    if (read % ROWS_PER_STEP == 0) {
                        progress.step(row.getLong(1), total);
                    }
                    rows.add();
                }
            }
        }
        progress.step(total, total);
        return builder.build();
    }

    /// Adds rows of the result to the report.
    private final class Rows {
        private final ResultSet row;
        private final WordCodes network = new WordCodes(NETWORK, code -> new Network(code).label());
        private final WordCodes currency = new WordCodes(CURRENCY, text -> text);
        private final WordCodes plugType =
                new WordCodes(PLUG_TYPE, name -> PlugType.valueOf(name).label());
        private final WordCodes chargeMethod = new WordCodes(CHARGE_METHOD, code -> code);
        // Where the record leaves it open, the station knows it.
        private final int unknownPlug = builder.codes(PLUG_TYPE).code(PlugType.UNKNOWN.label());
        private final WordCodes provider = new WordCodes(PROVIDER_ID, text -> text);

        Rows(ResultSet row) {
            this.row = row;
        }

        void add() throws SQLException {
            var station =
                    station(
                            new StationWords(
                                    row.getInt(2),
                                    row.getInt(21),
                                    row.getInt(22),
                                    row.getInt(23),
                                    row.getInt(24),
                                    row.getInt(25),
                                    row.getInt(26),
                                    row.getInt(27)));
            if (!station.wanted()) {
                return;
            }
            var start = Math.floorDiv(row.getLong(3), 1000L);
            var stop = row.getLong(5);
            builder.times(
                    start,
                    row.getInt(4),
                    stop == Column.Numbers.MISSING ? stop : Math.floorDiv(stop, 1000L));
            var energy = row.getLong(6);
            builder.energy(
                    energy == Column.Numbers.MISSING ? energy : new Energy(energy).wattHours(),
                    row.getLong(7),
                    row.getLong(8));
            builder.money(row.getLong(9), row.getLong(10), row.getInt(11));
            builder.ids(row.getString(14), row.getString(15));
            network.add(row.getInt(16));
            currency.add(row.getInt(17));
            var plug = plugType.code(row.getInt(18));
            builder.codes(PLUG_TYPE).add(plug == unknownPlug ? station.plugType() : plug);
            chargeMethod.add(row.getInt(19));
            provider.add(row.getInt(20));
            builder.codes(MONTH).add(station.months().code(start));
            builder.codes(STATION_ID).add(station.stationId());
            builder.codes(EVSE_ID).add(station.evseId());
            builder.codes(STATION_NAME).add(station.name());
            builder.codes(OPERATOR_ID).add(station.operator());
            builder.codes(ORGANISATION).add(station.organisation());
            builder.codes(ACCESS).add(station.access());
            builder.codes(FREE_USAGE).add(station.freeUsage());
            builder.codes(SOURCE).add(station.source());
            builder.endRow(row.getInt(1), row.getInt(12) != 0, row.getLong(13));
        }
    }

    /// Codes of a report column by ids of words, so that no text is looked at twice.
    private final class WordCodes {
        private final ReportBuilder.Codes codes;
        private final UnaryOperator<String> shown;
        private final int[] codeOfWord = new int[words.length];

        WordCodes(ReportColumn column, UnaryOperator<String> shown) {
            this.codes = builder.codes(column);
            this.shown = shown;
            Arrays.fill(codeOfWord, -1);
        }

        int code(int word) {
            if (codeOfWord[word] < 0) {
                var text = words[word];
                codeOfWord[word] = codes.code(text == null ? null : shown.apply(text));
            }
            return codeOfWord[word];
        }

        void add(int word) {
            codes.add(code(word));
        }
    }

    private Station station(StationWords key) {
        var known = stations.get(key);
        if (known == null) {
            known = find(key);
            stations.put(key, known);
        }
        return known;
    }

    private Station find(StationWords key) {
        var source = Objects.requireNonNull(sources.get(key.source()));
        var operator = words[key.operator()];
        var stationId = words[key.stationId()];
        var evseId = words[key.evseId()];
        var place = places.find(operator, stationId, evseId);
        var organisation =
                firstKnown(place.organisation(), words[key.organisation()], source.organisation());
        var organisationZone = organisation == null ? null : organisationZones.get(organisation);
        var zone = firstKnown(place.zone(), source.zone(), organisationZone, parameters.zone());
        var access =
                place.access() == Access.UNKNOWN
                        ? Access.valueOf(Objects.requireNonNull(words[key.access()]))
                        : place.access();
        var freeUsage =
                place.freeUsage() == FreeUsage.UNKNOWN
                        ? FreeUsage.valueOf(Objects.requireNonNull(words[key.freeUsage()]))
                        : place.freeUsage();
        var wanted =
                !source.hidden()
                        && (parameters.organisations().isEmpty()
                                || (organisation != null
                                        && wantedOrganisations.contains(organisation)));
        return new Station(
                wanted,
                builder.codes(STATION_ID).code(stationId),
                builder.codes(EVSE_ID).code(evseId),
                builder.codes(STATION_NAME).code(firstKnown(words[key.name()], place.name())),
                builder.codes(OPERATOR_ID).code(operator),
                builder.codes(ORGANISATION).code(organisation),
                builder.codes(ACCESS).code(access.label()),
                builder.codes(FREE_USAGE).code(freeUsage.label()),
                builder.codes(SOURCE).code(source.name()),
                builder.codes(PLUG_TYPE).code(place.plugType().label()),
                new MonthCodes(zone == null ? parameters.zone() : zone));
    }

    /// Codes of months in one zone. Sessions mostly come in order, so the month of the one before
    /// is tried first.
    private final class MonthCodes {
        private final ZoneId zone;
        private long begin = Long.MAX_VALUE;
        private long end = Long.MIN_VALUE;
        private int code;

        MonthCodes(ZoneId zone) {
            this.zone = zone;
        }

        int code(long epochSecond) {
            if (epochSecond < begin || epochSecond >= end) {
                var first =
                        LocalDate.ofInstant(Instant.ofEpochSecond(epochSecond), zone)
                                .withDayOfMonth(1);
                begin = first.atStartOfDay(zone).toEpochSecond();
                end = first.plusMonths(1).atStartOfDay(zone).toEpochSecond();
                code = builder.codes(MONTH).code(first.toString().substring(0, "2026-10".length()));
            }
            return code;
        }
    }

    @SafeVarargs
    private static <T> @Nullable T firstKnown(@Nullable T... values) {
        for (var value : values) {
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /// Words by id; id 0 is no word.
    private @Nullable String[] words() throws SQLException {
        var found = new @Nullable String[(int) count("SELECT coalesce(max(id), 0) FROM word") + 1];
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT id, text FROM word")) {
            while (rows.next()) {
                found[rows.getInt(1)] = rows.getString(2);
            }
        }
        return found;
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
            List<Organisation> all, Set<String> asked, boolean withSubOrganisations) {
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

    static Optional<ZoneId> zoneOf(Connection connection, Set<String> names) throws SQLException {
        var zones = new HashSet<String>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                SELECT DISTINCT organisation.name, coalesce(organisation.zone, station.zone, parent.zone)
                                FROM organisation
                                  LEFT JOIN station ON station.organisation_id = organisation.id
                                  LEFT JOIN organisation AS parent ON parent.id = organisation.parent_id
                                """)) {
            while (rows.next()) {
                var zone = rows.getString(2);
                if (zone != null && (names.isEmpty() || names.contains(rows.getString(1)))) {
                    zones.add(zone);
                }
            }
        }
        return zones.size() == 1
                ? Optional.of(ZoneId.of(zones.iterator().next()))
                : Optional.empty();
    }
}
