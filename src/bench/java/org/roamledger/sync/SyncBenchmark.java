package org.roamledger.sync;

import org.roamledger.problem.Progress;
import org.roamledger.store.SessionStore;
import org.roamledger.store.Source;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Times syncs over loopback, end to end, into a store that already holds many sessions; the pages
/// come from another process, which has prepared them.
///
/// Arguments: thousands of sessions in the store before (default 1,000), thousands that are timed
/// (default 300).
public final class SyncBenchmark {

    private static final int STRETCH = 100_000;

    private SyncBenchmark() {}

    public static void main(String[] args) throws Exception {
        var before = args.length > 0 ? args[0] : "1000";
        var timed = args.length > 1 ? args[1] : "300";
        var folder = Files.createTempDirectory("bench");
        var server = server(before, timed);
        try (var store = SessionStore.open(folder.resolve("bench.roamledger"));
                var words =
                        new BufferedReader(
                                new InputStreamReader(
                                        server.getInputStream(), StandardCharsets.UTF_8))) {
            var url = URI.create(words.readLine());
            store.addSource(new Source("bench", url, null, null, null));
            System.out.println("filling the store");
            sync(store, url);
            System.out.println("timed");
            sync(store, url);
        } finally {
            server.destroyForcibly();
            try (var files = Files.list(folder)) {
                files.forEach(left -> left.toFile().delete());
            }
            Files.delete(folder);
        }
    }

    private static Process server(String before, String timed) throws Exception {
        return new ProcessBuilder(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx2g",
                                "-cp",
                                System.getProperty("java.class.path"),
                                PreparedPages.class.getName(),
                                before,
                                timed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void sync(SessionStore store, URI url) {
        var heapBefore = liveHeap();
        var progress = new Stretches();
        var cpu = cpuSeconds();
        var result =
                new Sync(store, _ -> "token", TransportSettings.STANDARD)
                        .sync(new Source("bench", url, null, null, null), false, progress);
        cpu = cpuSeconds() - cpu;
        var seconds = result.took().toMillis() / 1e3;
        System.out.printf(
                "%,d received, %,d new in %.1f s: %,.0f sessions/s, %.1f s of processor; problem:"
                        + " %s%n",
                result.received(),
                result.counts().added(),
                seconds,
                result.received() / seconds,
                cpu,
                result.problem());
        System.out.printf(
                "live heap before %d MB, after %d MB; most used %d MB; load %.1f%n",
                heapBefore >> 20,
                liveHeap() >> 20,
                progress.most >> 20,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static double cpuSeconds() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getProcessCpuTime()
                / 1e9;
    }

    private static long usedHeap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long liveHeap() {
        System.gc();
        return usedHeap();
    }

    /// Prints a line for each stretch.
    private static final class Stretches implements Progress {

        private long begun = System.nanoTime();
        private long last;
        private long most;

        @Override
        public void show(long done, long total) {
            most = Math.max(most, usedHeap());
            if (done - last < STRETCH) {
                return;
            }
            var now = System.nanoTime();
            System.out.printf(
                    "  %,9d: %,.0f sessions/s, heap in use %d MB%n",
                    done, (done - last) / ((now - begun) / 1e9), usedHeap() >> 20);
            begun = now;
            last = done;
        }
    }
}
