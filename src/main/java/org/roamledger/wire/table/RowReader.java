package org.roamledger.wire.table;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.ChargeMethod;
import org.roamledger.session.ChargePoint;
import org.roamledger.session.ChargingSession;
import org.roamledger.session.Credit;
import org.roamledger.session.DeliveredSession;
import org.roamledger.session.Energy;
import org.roamledger.session.EvseId;
import org.roamledger.session.Network;
import org.roamledger.session.PartyId;
import org.roamledger.session.PlugType;
import org.roamledger.session.Price;
import org.roamledger.session.Provenance;
import org.roamledger.session.RawMessage;
import org.roamledger.session.RecordPlace;
import org.roamledger.session.Reject;
import org.roamledger.session.Reject.Reason;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.SessionKey;
import org.roamledger.session.StationSetting;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// Reads the rows of one table, each into a session or a reason why not.
///
/// The report has no mark for credits: a row with a negative price or a negative energy is one. For
/// one thread at a time.
public final class RowReader {

    private static final Provenance OF_IMPORT = Provenance.computed("setting of the import");
    private static final Provenance NO_COLUMN = Provenance.missing("no column");
    private static final Provenance EMPTY = Provenance.missing("empty in the file");

    private final TableColumns columns;
    private final TableContext context;
    private final ZoneId zone;
    private final Supplier<TableEvidence> evidence;
    private final RawRow rawRow;
    // Few different ones occur; equal ones are one object in all sessions.
    private final Map<Map<ReportColumn, Provenance>, Map<ReportColumn, Provenance>> provenances =
            new HashMap<>();

    /// Reads rows below a header.
    ///
    /// @param columns with none [TableColumns#missing]
    /// @param evidence of the whole file; asked only when a value can be read in two ways
    public RowReader(TableColumns columns, TableContext context, Supplier<TableEvidence> evidence) {
        this.columns = columns;
        this.context = context;
        var mapped = columns.mapping().zone();
        this.zone = mapped == null ? context.zone() : mapped;
        this.evidence = evidence;
        this.rawRow = new RawRow(columns);
    }

    /// Reads one row below the header.
    ///
    /// @param cells by position; cells left out at the end are blank
    /// @param place in the file
    public RowOutcome read(List<Cell> cells, RecordPlace place) {
        var raw = new RawMessage(RawMessage.Form.REPORT_ROW, rawRow.json(cells));
        try {
            return new RowOutcome.Read(new DeliveredSession(session(cells), raw));
        } catch (Refusal refusal) {
            var column = columns.find(refusal.column());
            var header = column == null ? refusal.column().header() : column.header();
            return new RowOutcome.Refused(
                    new Reject(
                            place,
                            id(cells),
                            refusal.reason(),
                            header,
                            refusal.value(),
                            raw.text(),
                            raw.form(),
                            null));
        }
    }

    /// Turns away a row whose values cannot be told apart: it has more or fewer than the header.
    public RowOutcome wrongNumberOfValues(List<Cell> cells, RecordPlace place) {
        var raw = new RawMessage(RawMessage.Form.REPORT_ROW, rawRow.json(cells));
        return new RowOutcome.Refused(
                new Reject(
                        place,
                        id(cells),
                        Reason.WRONG_NUMBER_OF_VALUES,
                        "",
                        String.valueOf(cells.size()),
                        raw.text(),
                        raw.form(),
                        null));
    }

    private String id(List<Cell> cells) {
        var id = values(cells).text(ReportColumn.CDR_ID);
        return id == null ? "" : id;
    }

    private RowValues values(List<Cell> cells) {
        return new RowValues(columns, cells, zone, evidence);
    }

    private ChargingSession session(List<Cell> cells) {
        var row = values(cells);
        var provenance = new EnumMap<ReportColumn, Provenance>(ReportColumn.class);
        var id = row.recordId();
        var times = times(row, provenance);
        var energy = row.energy(ReportColumn.ENERGY_WH);
        var price = price(row, provenance);
        var isCredit = isNegative(energy) || isNegative(price);
        var operator = given(row, ReportColumn.OPERATOR_ID, provenance);
        var network = network(row, provenance);
        return new ChargingSession(
                SessionKey.of(party(operator), network, id),
                network,
                id,
                chargePoint(row),
                times.start(),
                times.stop(),
                isCredit && energy != null ? energy.credited() : energy,
                row.energy(ReportColumn.METER_START_WH),
                row.energy(ReportColumn.METER_STOP_WH),
                isCredit ? price.credited() : price,
                new StationSetting(
                        Choices.access(orEmpty(row, ReportColumn.ACCESS)),
                        Choices.freeUsage(orEmpty(row, ReportColumn.FREE_USAGE))),
                plugType(row),
                ChargeMethod.of(orEmpty(row, ReportColumn.CHARGE_METHOD)),
                party(operator),
                party(row.text(ReportColumn.PROVIDER_ID)),
                row.text(ReportColumn.TRANSACTION_ID),
                isCredit ? new Credit(null) : null,
                organisation(row, provenance),
                provenances.computeIfAbsent(provenance, Map::copyOf));
    }

    private SessionTimes times(RowValues row, Map<ReportColumn, Provenance> provenance) {
        var start = row.time(ReportColumn.START_TIME);
        if (start == null) {
            throw new Refusal(Reason.MISSING_VALUE, ReportColumn.START_TIME, "");
        }
        var original = row.time(ReportColumn.ORIGINAL_START);
        if (original != null && original.isSure()) {
            start = start.confirmedBy(original.moments().getFirst());
        }
        var times = SessionTimes.of(start, row.time(ReportColumn.STOP_TIME), row.duration());
        explain(row, ReportColumn.START_TIME, times.startRule(), provenance);
        explain(row, ReportColumn.STOP_TIME, times.stopRule(), provenance);
        return times;
    }

    private void explain(
            RowValues row,
            ReportColumn column,
            @Nullable String rule,
            Map<ReportColumn, Provenance> provenance) {
        if (rule != null) {
            provenance.put(column, Provenance.computed(rule));
        } else if (row.text(column) != null && row.isZoneAssumed(column)) {
            provenance.put(column, Provenance.computed("local time in " + zone.getId()));
        }
    }

    private Price price(RowValues row, Map<ReportColumn, Provenance> provenance) {
        var gross = row.amount(ReportColumn.PRICE);
        var vat = row.amount(ReportColumn.VAT_AMOUNT);
        var net = row.amount(ReportColumn.NET_PRICE);
        if (gross == null && net != null && vat != null) {
            gross = net.plus(vat);
            provenance.put(ReportColumn.PRICE, Provenance.computed("net price + VAT amount"));
        } else if (gross == null && net != null) {
            provenance.put(ReportColumn.PRICE, Provenance.missing("net price without VAT amount"));
        }
        var rate = row.vatRate();
        missing(gross, ReportColumn.PRICE, provenance);
        missing(rate, ReportColumn.VAT_RATE, provenance);
        missing(vat, ReportColumn.VAT_AMOUNT, provenance);
        return new Price(gross, rate, vat, currency(row, provenance));
    }

    private void missing(
            @Nullable Object value, ReportColumn column, Map<ReportColumn, Provenance> provenance) {
        if (value == null) {
            provenance.putIfAbsent(column, columns.find(column) == null ? NO_COLUMN : EMPTY);
        }
    }

    private @Nullable String currency(RowValues row, Map<ReportColumn, Provenance> provenance) {
        var price = columns.find(ReportColumn.PRICE);
        var money = price == null ? columns.find(ReportColumn.NET_PRICE) : price;
        if (money != null && money.currency() != null && row.text(ReportColumn.CURRENCY) == null) {
            return money.currency();
        }
        var code = given(row, ReportColumn.CURRENCY, provenance);
        return code == null ? null : code.toUpperCase(Locale.ROOT);
    }

    /// What the row says, else what the mapping says of all rows.
    private @Nullable String given(
            RowValues row, ReportColumn column, Map<ReportColumn, Provenance> provenance) {
        var text = row.text(column);
        if (text != null) {
            return text;
        }
        var constant = columns.mapping().constants().get(column);
        if (constant != null) {
            provenance.put(column, Provenance.computed("constant of the mapping"));
        }
        return constant;
    }

    private Network network(RowValues row, Map<ReportColumn, Provenance> provenance) {
        var text = given(row, ReportColumn.NETWORK, provenance);
        if (text != null) {
            return Network.of(text);
        }
        var given = context.network();
        if (given == null) {
            provenance.put(ReportColumn.NETWORK, Provenance.missing("not in the file"));
            return Network.of("");
        }
        provenance.put(ReportColumn.NETWORK, OF_IMPORT);
        return given;
    }

    private @Nullable String organisation(RowValues row, Map<ReportColumn, Provenance> provenance) {
        var text = given(row, ReportColumn.ORGANISATION, provenance);
        if (text == null && context.organisation() != null) {
            provenance.put(ReportColumn.ORGANISATION, OF_IMPORT);
            return context.organisation();
        }
        return text;
    }

    private static ChargePoint chargePoint(RowValues row) {
        var evse = row.text(ReportColumn.EVSE_ID);
        return new ChargePoint(
                row.text(ReportColumn.STATION_ID),
                evse == null ? null : new EvseId(evse),
                row.text(ReportColumn.STATION_NAME));
    }

    private static PlugType plugType(RowValues row) {
        return Choices.plugType(orEmpty(row, ReportColumn.PLUG_TYPE));
    }

    private static @Nullable PartyId party(@Nullable String text) {
        return text == null ? null : new PartyId(text);
    }

    private static String orEmpty(RowValues row, ReportColumn column) {
        var text = row.text(column);
        return text == null ? "" : text;
    }

    private static boolean isNegative(@Nullable Energy energy) {
        return energy != null && energy.milliWattHours() < 0;
    }

    private static boolean isNegative(Price price) {
        return price.gross() != null && price.gross().tenThousandths() < 0;
    }
}
