package org.roamledger.store;

import org.roamledger.problem.Progress;
import org.roamledger.report.Report;
import org.roamledger.report.ReportParameters;
import org.roamledger.session.Amount;
import org.roamledger.session.ChargeMethod;
import org.roamledger.session.ChargePoint;
import org.roamledger.session.ChargingSession;
import org.roamledger.session.DeliveredSession;
import org.roamledger.session.Delivery;
import org.roamledger.session.Energy;
import org.roamledger.session.EvseId;
import org.roamledger.session.Moment;
import org.roamledger.session.Network;
import org.roamledger.session.PartyId;
import org.roamledger.session.PlugType;
import org.roamledger.session.Price;
import org.roamledger.session.RawMessage;
import org.roamledger.session.SessionKey;
import org.roamledger.session.StationSetting;
import org.roamledger.session.VatRate;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/// Times filling a store and opening the report of all its sessions, and tells the heap per
/// session.
///
/// Arguments: number of sessions (default 1,000,000), times to load (default 5).
public final class StoreBenchmark {

    private static final int BATCH = 1_000;
    private static final Instant FIRST = Instant.parse("2025-09-01T00:00:00Z");

    private StoreBenchmark() {}

    public static void main(String[] args) throws Exception {
        var sessions = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        var loads = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        var file = Files.createTempDirectory("bench").resolve("bench.roamledger");
        try (var store = SessionStore.open(file)) {
            store.addSource(new Source("bench", URI.create("http://localhost/"), null, null, null));
            fill(store, sessions);
            System.out.printf("store file: %d MB%n", storeBytes(file) >> 20);
            for (var i = 0; i < loads; i++) {
                load(store);
            }
        } finally {
            try (var files = Files.list(file.getParent())) {
                files.forEach(left -> left.toFile().delete());
            }
            Files.delete(file.getParent());
        }
    }

    private static long storeBytes(Path file) throws Exception {
        return Files.size(file);
    }

    private static void fill(SessionStore store, int sessions) {
        var random = new Random(1);
        var spent = Duration.ZERO;
        for (var done = 0; done < sessions; done += BATCH) {
            var batch = new ArrayList<DeliveredSession>(BATCH);
            for (var i = 0; i < BATCH; i++) {
                batch.add(session(random));
            }
            var delivery = new Delivery(batch, List.of());
            var begin = System.nanoTime();
            store.merge("bench", delivery, SyncPosition.START);
            spent = spent.plusNanos(System.nanoTime() - begin);
        }
        System.out.printf(
                "merge of %,d sessions: %.1f s, %,.0f sessions/s%n",
                sessions, spent.toMillis() / 1e3, sessions / (spent.toMillis() / 1e3));
    }

    private static void load(SessionStore store) {
        var before = usedHeap();
        var cpu = ManagementFactory.getThreadMXBean();
        var beginCpu = cpu.getCurrentThreadCpuTime();
        var begin = System.nanoTime();
        var report = all(store);
        var millis = (System.nanoTime() - begin) / 1_000_000;
        var cpuMillis = (cpu.getCurrentThreadCpuTime() - beginCpu) / 1_000_000;
        var bytes = usedHeap() - before;
        System.out.printf(
                "load of %,d sessions: %d ms (%d ms of processor), %d bytes of heap per session%n",
                report.size(), millis, cpuMillis, bytes / Math.max(1, report.size()));
    }

    private static Report all(SessionStore store) {
        return store.load(
                new ReportParameters(
                        Set.of(),
                        false,
                        LocalDate.parse("2025-01-01"),
                        LocalDate.parse("2028-01-01"),
                        ZoneId.of("Europe/Stockholm")),
                Progress.NONE);
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /// Plausible: 200 organisations' 20,000 stations, 400 providers, ids of 36 characters.
    private static DeliveredSession session(Random random) {
        var id = new UUID(random.nextLong(), random.nextLong()).toString();
        var station = random.nextInt(20_000);
        var start = FIRST.plusSeconds(random.nextInt(400 * 86_400));
        var wattHours = 500 + random.nextInt(60_000);
        var net = BigDecimal.valueOf(wattHours * 4L, 4);
        var vat = net.multiply(new BigDecimal("0.25"));
        var operator = new PartyId("SE*A%02d".formatted(station % 50));
        var session =
                new ChargingSession(
                        SessionKey.of(operator, Network.OCPI, id),
                        Network.OCPI,
                        id,
                        new ChargePoint(
                                "station-" + station,
                                new EvseId(
                                        "SE*ABC*E" + (100_000 + station) + "*" + random.nextInt(2)),
                                "Station " + station),
                        Moment.utc(start),
                        Moment.utc(start.plusSeconds(600 + random.nextInt(7_200))),
                        Energy.ofWattHours(BigDecimal.valueOf(wattHours)),
                        null,
                        null,
                        new Price(
                                Amount.rounded(net.add(vat)),
                                VatRate.ofPercent(BigDecimal.valueOf(25)),
                                Amount.rounded(vat),
                                station % 3 == 0 ? "EUR" : "SEK"),
                        StationSetting.UNKNOWN,
                        station % 2 == 0 ? PlugType.AC : PlugType.DC,
                        ChargeMethod.RFID,
                        operator,
                        new PartyId("DE-%03d".formatted(random.nextInt(400))),
                        new UUID(random.nextLong(), random.nextLong()).toString(),
                        null,
                        null,
                        Map.of());
        var raw =
                """
                {"country_code":"SE","party_id":"ABC","id":"%s","start_date_time":"%s","total_energy":%s}\
                """
                        .formatted(id, start, wattHours);
        return new DeliveredSession(
                session,
                new RawMessage(RawMessage.Form.OCPI_CDR, raw.getBytes(StandardCharsets.UTF_8)));
    }
}
