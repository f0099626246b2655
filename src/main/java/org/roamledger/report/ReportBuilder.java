package org.roamledger.report;

import static org.roamledger.session.ReportColumn.*;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.ReportColumn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/// Takes rows in any order and makes a [Report] of them. For one thread.
///
/// Each row is given as one value for every column that is kept, then [#endRow].
public final class ReportBuilder {

    /// In a kilowatt-hour.
    private static final long WATT_HOURS = 1_000;

    private final ReportParameters parameters;
    private final Map<ReportColumn, Codes> codes = new EnumMap<>(ReportColumn.class);
    private final Ids cdrIds = new Ids();
    private final Ids transactionIds = new Ids();
    private final Longs start = new Longs();
    private final Ints duration = new Ints();
    private final Ints offsetMinutes = new Ints();
    private final Longs energy = new Longs();
    private final Longs meterStart = new Longs();
    private final Longs meterStop = new Longs();
    private final Longs price = new Longs();
    private final Longs vat = new Longs();
    private final Ints vatRate = new Ints();
    private final Longs syncedAt = new Longs();
    private final Longs settingAsOf = new Longs();
    private final Ints sessionIds = new Ints();
    private final BitSet credits = new BitSet();
    private final BitSet changed = new BitSet();
    private final Map<Long, TakenBack> takenBack = new HashMap<>();
    private long nextSettingAsOf = Column.Numbers.MISSING;
    private int size;

    public ReportBuilder(ReportParameters parameters) {
        this.parameters = parameters;
        for (var column : ReportColumn.values()) {
            switch (column.kind()) {
                case CODED, CODED_ID, CHOICE -> codes.put(column, new Codes());
                default -> {}
            }
        }
    }

    /// The codes of one coded column.
    public Codes codes(ReportColumn column) {
        return Objects.requireNonNull(codes.get(column), column::key);
    }

    /// Times of the next row, in epoch seconds; a missing stop is [Column.Numbers#MISSING], and so
    /// far away that the duration does not fit into an int it counts as missing.
    public void times(long startSecond, int startOffsetMinutes, long stopSecond) {
        start.add(startSecond);
        offsetMinutes.add(startOffsetMinutes);
        var seconds = stopSecond - startSecond;
        duration.add(
                stopSecond == Column.Numbers.MISSING || seconds != (int) seconds
                        ? Column.Ints.MISSING_INT
                        : (int) seconds);
    }

    /// Whole watt-hours, and meter readings in thousandths of a watt-hour; each may be missing.
    public void energy(long wattHours, long meterStartMilliWh, long meterStopMilliWh) {
        energy.add(wattHours);
        meterStart.add(meterStartMilliWh);
        meterStop.add(meterStopMilliWh);
    }

    /// Ten-thousandths of the currency unit and of a percent; each may be missing.
    public void money(long gross, long vatAmount, int vatRateOrMissing) {
        price.add(gross);
        vat.add(vatAmount);
        vatRate.add(vatRateOrMissing);
    }

    public void ids(String cdrId, @Nullable String transactionId) {
        cdrIds.add(cdrId);
        transactionIds.add(transactionId == null ? "" : transactionId);
    }

    /// Epoch second at which the station's access and free usage were read; not told, it is
    /// missing.
    public void settingAsOf(long epochSecond) {
        nextSettingAsOf = epochSecond;
    }

    /// Ends the row.
    ///
    /// @param sessionId the store's id of the session
    /// @param isChanged whether there is an earlier version of it
    /// @param syncedSecond epoch second at which it was stored
    public void endRow(int sessionId, boolean credit, boolean isChanged, long syncedSecond) {
        sessionIds.add(sessionId);
        syncedAt.add(syncedSecond);
        settingAsOf.add(nextSettingAsOf);
        nextSettingAsOf = Column.Numbers.MISSING;
        if (credit) {
            credits.set(size);
        }
        if (isChanged) {
            changed.set(size);
        }
        size++;
    }

    /// What a credit takes back, if it says so.
    ///
    /// @param sessionId the store's id of the credit
    public void takesBack(long sessionId, TakenBack what) {
        takenBack.put(sessionId, what);
    }

    /// The rows added, in the report's own order.
    public Report build() {
        var order = order();
        var columns = new EnumMap<ReportColumn, Column>(ReportColumn.class);
        codes.forEach((column, builder) -> columns.put(column, builder.build(order)));
        columns.put(CDR_ID, cdrIds.build(order));
        columns.put(TRANSACTION_ID, transactionIds.build(order));
        var starts = start.build(order);
        var durations = duration.build(order);
        columns.put(START_TIME, starts);
        columns.put(DURATION, durations);
        columns.put(STOP_TIME, computed(row -> plus(starts.at(row), durations.at(row))));
        var offsets = offsetMinutes.build(order);
        columns.put(ORIGINAL_START, new Column.OffsetTimes(starts, offsets.values()));
        var wattHours = energy.build(order);
        var gross = price.build(order);
        var vatAmount = vat.build(order);
        columns.put(ENERGY_WH, wattHours);
        columns.put(METER_START_WH, meterStart.build(order));
        columns.put(METER_STOP_WH, meterStop.build(order));
        columns.put(PRICE, gross);
        columns.put(VAT_AMOUNT, vatAmount);
        columns.put(VAT_RATE, vatRate.build(order));
        columns.put(SYNCED_AT, syncedAt.build(order));
        columns.put(SETTING_AS_OF, settingAsOf.build(order));
        IntToLongFunction net = row -> minus(gross.at(row), vatAmount.at(row));
        columns.put(NET_PRICE, computed(net));
        columns.put(
                NET_PER_KWH,
                computed(row -> perKilowattHour(net.applyAsLong(row), wattHours.at(row))));
        return new Report(
                parameters,
                sessionIds.build(order).values(),
                ordered(credits, order),
                ordered(changed, order),
                takenBack,
                columns);
    }

    private static BitSet ordered(BitSet rows, int[] order) {
        var ordered = new BitSet(order.length);
        for (var row = 0; row < order.length; row++) {
            ordered.set(row, rows.get(order[row]));
        }
        return ordered;
    }

    private static Column.Computed computed(IntToLongFunction values) {
        return new Column.Computed(values);
    }

    private static long plus(long a, long b) {
        return b == Column.Numbers.MISSING ? b : Math.addExact(a, b);
    }

    private static long minus(long a, long b) {
        return a == Column.Numbers.MISSING || b == Column.Numbers.MISSING
                ? Column.Numbers.MISSING
                : Math.subtractExact(a, b);
    }

    /// Half-up, as money is rounded everywhere.
    static long perKilowattHour(long money, long wattHours) {
        if (money == Column.Numbers.MISSING
                || wattHours == Column.Numbers.MISSING
                || wattHours == 0) {
            return Column.Numbers.MISSING;
        }
        if (Math.abs(money) <= Long.MAX_VALUE / WATT_HOURS) {
            return halfUp(money * WATT_HOURS, wattHours);
        }
        var price =
                BigDecimal.valueOf(money, -3)
                        .divide(BigDecimal.valueOf(wattHours), 0, RoundingMode.HALF_UP);
        // A fortune for a watt-hour has no price that could be told; it must not keep anybody from
        // the other rows.
        return price.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0
                ? Column.Numbers.MISSING
                : price.longValueExact();
    }

    private static long halfUp(long dividend, long divisor) {
        var whole = dividend / divisor;
        var rest = Math.abs(dividend % divisor);
        var away = (dividend < 0) == (divisor < 0) ? 1 : -1;
        return rest >= Math.abs(divisor) - rest ? whole + away : whole;
    }

    /// By start, then by CDR ID: sorted by start, and ties, which are few, put right one by one.
    private int[] order() {
        var rows = IntStream.range(0, size).toArray();
        if (size == 0) {
            return rows;
        }
        var keys = start.trimmed();
        var smallest = Arrays.stream(keys).min().getAsLong();
        var largest = Arrays.stream(keys).max().getAsLong();
        for (var row = 0; row < size; row++) {
            keys[row] -= smallest;
        }
        var order = RadixSort.byUnsigned(rows, keys, largest - smallest);
        for (var begin = 0; begin < size; ) {
            var end = begin + 1;
            while (end < size && keys[order[end]] == keys[order[begin]]) {
                end++;
            }
            if (end - begin > 1) {
                var tied =
                        Arrays.stream(order, begin, end).boxed().sorted(cdrIds::compare).toList();
                for (var i = 0; i < tied.size(); i++) {
                    order[begin + i] = tied.get(i);
                }
            }
            begin = end;
        }
        return order;
    }

    /// Collects a coded column.
    public static final class Codes {
        private final Ints codes = new Ints();
        private final List<String> texts = new ArrayList<>(List.of(""));
        private final Map<String, Integer> known = new HashMap<>(Map.of("", Column.Coded.MISSING));

        /// The code of a text; absent and empty text is missing.
        public int code(@Nullable String text) {
            return known.computeIfAbsent(
                    text == null ? "" : text,
                    added -> {
                        texts.add(added);
                        return texts.size() - 1;
                    });
        }

        /// Adds a value to the next row, by a code got from [#code].
        public void add(int code) {
            codes.add(code);
        }

        public void add(@Nullable String text) {
            codes.add(code(text));
        }

        Column build(int[] order) {
            return new Column.Coded(codes.build(order).values(), List.copyOf(texts));
        }
    }

    private static final class Ids {
        private byte[] utf8 = new byte[1 << 12];
        private final Ints ends = new Ints();
        private int end;

        void add(String id) {
            var bytes = id.getBytes(StandardCharsets.UTF_8);
            if (end + bytes.length > utf8.length) {
                utf8 = Arrays.copyOf(utf8, Math.max(end + bytes.length, grown(utf8.length)));
            }
            System.arraycopy(bytes, 0, utf8, end, bytes.length);
            end += bytes.length;
            ends.add(end);
        }

        int compare(int a, int b) {
            return Arrays.compareUnsigned(
                    utf8, begin(a), ends.values[a], utf8, begin(b), ends.values[b]);
        }

        private int begin(int row) {
            return row == 0 ? 0 : ends.values[row - 1];
        }

        Column build(int[] order) {
            var ordered = new byte[end];
            var orderedEnds = new int[order.length];
            var at = 0;
            for (var row = 0; row < order.length; row++) {
                var begin = begin(order[row]);
                var length = ends.values[order[row]] - begin;
                System.arraycopy(utf8, begin, ordered, at, length);
                at += length;
                orderedEnds[row] = at;
            }
            utf8 = new byte[0];
            return new Column.Ids(ordered, orderedEnds);
        }
    }

    /// Takes no room until the first value that is not missing: meter readings are rare.
    private static final class Longs {
        private long[] values = new long[0];
        private int size;

        void add(long value) {
            if (size >= values.length && (values.length > 0 || value != Column.Numbers.MISSING)) {
                var filled = values.length == 0 ? 0 : size;
                values = Arrays.copyOf(values, grown(Math.max(size, 1 << 10)));
                Arrays.fill(values, filled, size, Column.Numbers.MISSING);
            }
            if (values.length > 0) {
                values[size] = value;
            }
            size++;
        }

        long[] trimmed() {
            return Arrays.copyOf(values, size);
        }

        Column.Numbers build(int[] order) {
            if (values.length == 0) {
                return new Column.Computed(_ -> Column.Numbers.MISSING);
            }
            var ordered = new long[size];
            for (var row = 0; row < size; row++) {
                ordered[row] = values[order[row]];
            }
            values = new long[0];
            return new Column.Longs(ordered);
        }
    }

    private static final class Ints {
        private int[] values = new int[1 << 10];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, grown(size));
            }
            values[size++] = value;
        }

        Column.Ints build(int[] order) {
            var ordered = new int[size];
            for (var row = 0; row < size; row++) {
                ordered[row] = values[order[row]];
            }
            values = new int[0];
            return new Column.Ints(ordered);
        }
    }

    private static int grown(int length) {
        return Math.addExact(length, length / 2);
    }
}
