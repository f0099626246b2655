package org.roamledger.store;

import static org.roamledger.session.ReportColumn.*;

import org.jspecify.annotations.Nullable;
import org.roamledger.report.Column;
import org.roamledger.report.ReportBuilder;
import org.roamledger.report.ReportParameters;
import org.roamledger.session.Energy;
import org.roamledger.session.Network;
import org.roamledger.session.PlugType;
import org.roamledger.session.Provenance;
import org.roamledger.session.ReportColumn;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/// Adds stored rows to a report, joined with what is known of their stations now. For one thread.
final class ReportRows {

    private final ReportParameters parameters;
    private final ReportBuilder builder;
    private final Precedence precedence;
    private final Predicate<Precedence.Shown> wanted;
    private final ProvenanceCodes provenances;
    private final List<@Nullable Kind> kinds;
    private final List<Dimensions.@Nullable ChargePointRow> chargePoints;
    private final Map<Origin, @Nullable Station[]> stationsByOrigin = new HashMap<>();
    private final Map<ZoneId, MonthCodes> months = new HashMap<>();
    private final int unknownPlug;

    // Looked up once: a map per value would cost more than the value.
    private final ReportBuilder.Codes month;
    private final ReportBuilder.Codes network;
    private final ReportBuilder.Codes stationId;
    private final ReportBuilder.Codes evseId;
    private final ReportBuilder.Codes stationName;
    private final ReportBuilder.Codes currency;
    private final ReportBuilder.Codes access;
    private final ReportBuilder.Codes freeUsage;
    private final ReportBuilder.Codes plugType;
    private final ReportBuilder.Codes chargeMethod;
    private final ReportBuilder.Codes operator;
    private final ReportBuilder.Codes provider;
    private final ReportBuilder.Codes organisation;
    private final ReportBuilder.Codes source;
    private final ReportBuilder.Codes provenance;

    /// Where sessions come from, as far as it decides what is shown of their stations.
    ///
    /// @param offset the offset of their times if that tells local time: Hubject wants times with
    ///   it
    private record Origin(int source, @Nullable ZoneOffset offset) {

        static Origin of(Dimensions.KindRow row) {
            var isLocal =
                    new Network(row.network()).equals(Network.HUBJECT) && row.startOffset() != 0;
            return new Origin(
                    row.source(),
                    isLocal ? ZoneOffset.ofTotalSeconds(60 * row.startOffset()) : null);
        }
    }

    /// The codes that all sessions of one kind share.
    private record Kind(
            Origin origin,
            int sourceCode,
            int network,
            int provider,
            int currency,
            int vatRate,
            int plugType,
            int chargeMethod,
            boolean credit,
            int startOffset) {}

    /// The codes that all sessions at one charge point share, if their origin is the same.
    ///
    /// @param provenance number of what was decided, if the record knows the plug type
    /// @param provenanceWithPlug the same, if it does not
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
            MonthCodes months,
            int provenance,
            int provenanceWithPlug) {}

    /// Reads what the rows point to.
    ///
    /// @param wanted which rows are added
    /// @param pointedTo condition on the rows of a table to be read, with the table's name for
    ///   `%1$s`; all are read if it is empty
    ReportRows(
            Connection connection,
            ReportParameters parameters,
            ReportBuilder builder,
            Precedence precedence,
            Predicate<Precedence.Shown> wanted,
            String pointedTo)
            throws SQLException {
        this.parameters = parameters;
        this.builder = builder;
        this.precedence = precedence;
        this.wanted = wanted;
        month = builder.codes(MONTH);
        network = builder.codes(NETWORK);
        stationId = builder.codes(STATION_ID);
        evseId = builder.codes(EVSE_ID);
        stationName = builder.codes(STATION_NAME);
        currency = builder.codes(CURRENCY);
        access = builder.codes(ACCESS);
        freeUsage = builder.codes(FREE_USAGE);
        plugType = builder.codes(PLUG_TYPE);
        chargeMethod = builder.codes(CHARGE_METHOD);
        operator = builder.codes(OPERATOR_ID);
        provider = builder.codes(PROVIDER_ID);
        organisation = builder.codes(ORGANISATION);
        source = builder.codes(SOURCE);
        provenance = builder.codes(PROVENANCE);
        unknownPlug = plugType.code(PlugType.UNKNOWN.label());
        kinds = byId(connection, "kind", pointedTo, row -> kind(Dimensions.KindRow.of(row)));
        chargePoints = byId(connection, "charge_point", pointedTo, Dimensions::chargePoint);
        var stored =
                byId(
                        connection,
                        "provenance",
                        pointedTo,
                        row -> ProvenanceText.parse(row.getString("text")));
        var known = new ArrayList<Map<ReportColumn, Provenance>>();
        stored.forEach(each -> known.add(each == null ? Map.of() : each));
        if (known.isEmpty()) {
            known.add(Map.of());
        }
        provenances = new ProvenanceCodes(provenance, known);
    }

    private interface Reading<T> {
        T from(ResultSet row) throws SQLException;
    }

    /// By id; ids that are not used are absent.
    private static <T> List<@Nullable T> byId(
            Connection connection, String table, String condition, Reading<T> reading)
            throws SQLException {
        var found = new ArrayList<@Nullable T>();
        var where = condition.isEmpty() ? "" : " WHERE " + condition.formatted(table);
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT * FROM " + table + where + " ORDER BY " + table + ".id")) {
            while (rows.next()) {
                found.addAll(Collections.nCopies(rows.getInt("id") - found.size(), null));
                found.add(reading.from(rows));
            }
        }
        return found;
    }

    private Kind kind(Dimensions.KindRow row) {
        return new Kind(
                Origin.of(row),
                source.code(precedence.nameOf(row.source())),
                network.code(new Network(row.network()).label()),
                provider.code(row.provider()),
                currency.code(row.currency()),
                row.vatRate() == null ? Column.Ints.MISSING_INT : row.vatRate(),
                plugType.code(PlugType.valueOf(row.plugType()).label()),
                chargeMethod.code(row.chargeMethod()),
                row.credit(),
                row.startOffset());
    }

    void add(StoredRows.Batch batch, int row) {
        var kind = kind(batch, row);
        var station = station(kind.origin(), batch.chargePointId(row));
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
        provenance.add(provenances.code(batch.provenanceId(row), decided(kind, station)));
        builder.endRow(
                (int) batch.id(row), kind.credit(), batch.isChanged(row), batch.storedAt(row));
    }

    /// Where the values of a row come from; a column that is absent was reported as it stands.
    Map<ReportColumn, Provenance> provenance(StoredRows.Batch batch, int row) {
        var kind = kind(batch, row);
        var station = station(kind.origin(), batch.chargePointId(row));
        return provenances.of(batch.provenanceId(row), decided(kind, station));
    }

    private Kind kind(StoredRows.Batch batch, int row) {
        return Objects.requireNonNull(kinds.get(batch.kindId(row)));
    }

    private int decided(Kind kind, Station station) {
        return kind.plugType() == unknownPlug ? station.provenanceWithPlug() : station.provenance();
    }

    private Station station(Origin origin, int chargePoint) {
        var stations =
                stationsByOrigin.computeIfAbsent(
                        origin, _ -> new @Nullable Station[chargePoints.size()]);
        var known = stations[chargePoint];
        if (known == null) {
            known = find(origin, Objects.requireNonNull(chargePoints.get(chargePoint)));
            stations[chargePoint] = known;
        }
        return known;
    }

    private Station find(Origin origin, Dimensions.ChargePointRow point) {
        var shown = precedence.at(origin.source(), point, origin.offset());
        var asOf = shown.settingAsOf();
        return new Station(
                wanted.test(shown),
                stationId.code(shown.stationId().value()),
                evseId.code(shown.evseId().value()),
                stationName.code(shown.stationName().value()),
                operator.code(point.operator()),
                organisation.code(shown.organisation().value()),
                access.code(shown.access().value().label()),
                freeUsage.code(shown.freeUsage().value().label()),
                plugType.code(shown.plugType().value().label()),
                asOf == null ? Column.Numbers.MISSING : asOf.getEpochSecond(),
                months.computeIfAbsent(shown.zone().value(), MonthCodes::new),
                provenances.number(shown.provenance(false)),
                provenances.number(shown.provenance(true)));
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
                var begin = first.plusMonths(i);
                beginnings[i] = begin.atStartOfDay(zone).toEpochSecond();
                codes[i] = -1;
            }
        }

        int code(long epochSecond) {
            var found = Arrays.binarySearch(beginnings, epochSecond);
            var at = found >= 0 ? found : -found - 2;
            if (codes[at] < 0) {
                var first = YearMonth.from(parameters.from().minusDays(1));
                codes[at] = month.code(first.plusMonths(at).toString());
            }
            return codes[at];
        }
    }
}
