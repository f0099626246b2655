package org.roamledger.report;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.ReportColumn;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Makes reports for tests, row by row or by the million.
///
/// ```java
/// var report = ReportFixture.report(zone, new Row("A1").at("2026-10-05T08:00:00Z").price("12.34"));
/// ```
public final class ReportFixture {

    private static final String[] STATIONS = {"Göteborg", "København", "Zürich", "Łódź", "Turku"};
    private static final long OCTOBER = Instant.parse("2026-10-01T00:00:00Z").getEpochSecond();
    private static final int SECONDS_OF_OCTOBER = 31 * 86_400;

    private ReportFixture() {}

    /// One row; what is not set is missing.
    public static final class Row {
        public final String cdrId;
        public @Nullable String transactionId;
        public Instant start = Instant.parse("2026-10-05T08:00:00Z");
        public int offsetMinutes;
        public @Nullable Instant stop;
        public @Nullable Long energyWh;
        public @Nullable BigDecimal meterStart;
        public @Nullable BigDecimal meterStop;
        public @Nullable BigDecimal price;
        public @Nullable BigDecimal vat;
        public @Nullable BigDecimal vatRate;
        public boolean credit;
        public @Nullable TakenBack takenBack;
        public boolean changed;
        public final Map<ReportColumn, String> texts = new EnumMap<>(ReportColumn.class);

        public Row(String cdrId) {
            this.cdrId = cdrId;
        }

        public Row transaction(String id) {
            transactionId = id;
            return this;
        }

        public Row at(String startInstant) {
            start = Instant.parse(startInstant);
            return this;
        }

        public Row until(String stopInstant) {
            stop = Instant.parse(stopInstant);
            return this;
        }

        public Row sentAtOffset(int minutesEast) {
            offsetMinutes = minutesEast;
            return this;
        }

        public Row energy(long wattHours) {
            energyWh = wattHours;
            return this;
        }

        public Row meter(@Nullable String startWh, @Nullable String stopWh) {
            meterStart = startWh == null ? null : new BigDecimal(startWh);
            meterStop = stopWh == null ? null : new BigDecimal(stopWh);
            return this;
        }

        public Row price(String gross) {
            price = new BigDecimal(gross);
            return this;
        }

        public Row vat(String amount, String percent) {
            vat = new BigDecimal(amount);
            vatRate = new BigDecimal(percent);
            return this;
        }

        public Row withoutStop() {
            stop = null;
            return this;
        }

        public Row withoutEnergy() {
            energyWh = null;
            return this;
        }

        public Row credit() {
            credit = true;
            return this;
        }

        public Row takesBack(TakenBack what) {
            takenBack = what;
            return credit();
        }

        public Row changed() {
            changed = true;
            return this;
        }

        public Row with(ReportColumn column, String text) {
            texts.put(column, text);
            return this;
        }
    }

    /// October 2026, all organisations.
    public static ReportParameters october(ZoneId zone) {
        return new ReportParameters(
                Set.of(), false, LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 1), zone);
    }

    public static Report report(ZoneId zone, Row... rows) {
        return report(october(zone), List.of(rows));
    }

    public static Report report(ReportParameters parameters, List<Row> rows) {
        var builder = new ReportBuilder(parameters);
        for (var i = 0; i < rows.size(); i++) {
            add(rows.get(i), i, builder);
        }
        return builder.build();
    }

    /// All rows in the report's own order.
    public static ReportView view(Report report) {
        return ReportView.of(report, ReportFilter.NONE, SortOrder.STANDARD);
    }

    private static void add(Row row, int sessionId, ReportBuilder builder) {
        for (var column : ReportColumn.values()) {
            switch (column.kind()) {
                case CODED, CODED_ID, CHOICE ->
                        builder.codes(column).add(row.texts.getOrDefault(column, ""));
                default -> {}
            }
        }
        builder.ids(row.cdrId, row.transactionId);
        builder.times(
                row.start.getEpochSecond(),
                row.offsetMinutes,
                row.stop == null ? Column.Numbers.MISSING : row.stop.getEpochSecond());
        builder.energy(
                row.energyWh == null ? Column.Numbers.MISSING : row.energyWh,
                scaled(row.meterStart, 3),
                scaled(row.meterStop, 3));
        builder.money(
                scaled(row.price, 4),
                scaled(row.vat, 4),
                row.vatRate == null
                        ? Column.Ints.MISSING_INT
                        : row.vatRate.movePointRight(4).intValueExact());
        if (sessionId % 3 > 0) {
            builder.settingAsOf(row.start.getEpochSecond() + 3_600);
        }
        if (row.takenBack != null) {
            builder.takesBack(sessionId, row.takenBack);
        }
        builder.endRow(sessionId, row.credit, row.changed, row.start.getEpochSecond() + 86_400);
    }

    private static long scaled(@Nullable BigDecimal number, int scale) {
        return number == null
                ? Column.Numbers.MISSING
                : number.movePointRight(scale).longValueExact();
    }

    /// Rows that look like an operator's October: some hundred stations, partners and two
    /// currencies, ids that differ in every row, all columns filled in most rows.
    public static Report random(int rows, ZoneId zone, long seed) {
        var random = new Random(seed);
        var builder = new ReportBuilder(october(zone));
        for (var i = 0; i < rows; i++) {
            addRandom(random, i, builder);
        }
        return builder.build();
    }

    private static void addRandom(Random random, int row, ReportBuilder builder) {
        var station = random.nextInt(600);
        var swedish = station % 3 == 0;
        addText(builder, ReportColumn.MONTH, "2026-10");
        addText(builder, ReportColumn.NETWORK, pick(random, "Hubject", "Gireve", "OCPI"));
        addText(builder, ReportColumn.STATION_ID, Integer.toString(100_000 + station));
        addText(builder, ReportColumn.EVSE_ID, "SE*ROA*E%04d*%d".formatted(station, row % 4 + 1));
        addText(
                builder,
                ReportColumn.STATION_NAME,
                STATIONS[station % STATIONS.length] + " & co. " + station);
        addText(builder, ReportColumn.CURRENCY, swedish ? "SEK" : "EUR");
        addText(builder, ReportColumn.ACCESS, station % 5 == 0 ? "Private" : "Public");
        addText(builder, ReportColumn.FREE_USAGE, station % 50 == 0 ? "yes" : "no");
        addText(builder, ReportColumn.PLUG_TYPE, station % 4 == 0 ? "DC" : "AC");
        addText(
                builder,
                ReportColumn.CHARGE_METHOD,
                pick(random, "app", "rfid", "rfid", "onetime", "plugandcharge"));
        addText(builder, ReportColumn.OPERATOR_ID, swedish ? "SE*ROA" : "DE*ROA");
        addText(builder, ReportColumn.PROVIDER_ID, "DE*%03d".formatted(random.nextInt(120)));
        addText(builder, ReportColumn.ORGANISATION, swedish ? "Roam AB" : "Roam GmbH");
        addText(builder, ReportColumn.SOURCE, "demo");
        addText(builder, ReportColumn.PROVENANCE, "month: computed station zone Europe/Stockholm");
        builder.ids(
                "%08x-%04x-4%03x".formatted(random.nextInt(), random.nextInt(1 << 16), row & 0xFFF),
                random.nextInt(40) == 0
                        ? null
                        : Long.toString(1_000_000_000L + random.nextLong(1L << 40)));
        var start = OCTOBER + random.nextInt(SECONDS_OF_OCTOBER);
        builder.times(start, 120, start + 60 + random.nextInt(4 * 3600));
        var energy = 500L + random.nextInt(60_000);
        var meter = random.nextInt(90_000_000) * 1000L;
        builder.energy(energy, meter, meter + energy * 1000);
        var gross = energy * (swedish ? 48 : 5) + random.nextInt(10);
        var rate = swedish ? 250_000 : 190_000;
        builder.money(gross, gross * rate / (1_000_000 + rate), rate);
        builder.endRow(row, false, false, start + 90_000);
    }

    private static void addText(ReportBuilder builder, ReportColumn column, String text) {
        builder.codes(column).add(text);
    }

    private static String pick(Random random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }
}
