package org.roamledger.ui;

import com.sun.javafx.tk.RenderJob;
import com.sun.javafx.tk.Toolkit;
import com.sun.management.ThreadMXBean;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.roamledger.report.ReportFixture;
import org.roamledger.ui.filter.SearchField;
import org.roamledger.ui.report.ReportTable;
import org.roamledger.ui.shell.Look;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/// A person at work in the real window over a million made-up sessions: scrolls far down, types,
/// sorts, scrolls, selects, filters and looks closer, and how long each took until it was painted;
/// beside it the processor time of the screen thread and of all threads but those of the virtual
/// machine, which a busy machine changes less.
///
/// A stall is a time of more than 200 ms in which the screen thread took nothing new, or in which
/// no pulse came.
///
/// Arguments: number of sessions (default 1,000,000), minutes (default 1).
public final class WindowBenchmark {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long STALL = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int WATCHED_EVERY = 10;
    private static final int TYPED_EVERY = 120;
    private static final List<String> WORDS =
            List.of("4711", "göteborg", "de*042", "a3f09", "se*abc", "77", "zürich", "1000000");
    private static final List<String> SORTED =
            List.of("price", "start_time", "provider_id", "cdr_id", "energy_wh", "station_name");

    private final OpenWindow window;
    private final Random random = new Random(1);
    private final Map<String, List<Took>> steps = new TreeMap<>();
    private final Map<String, List<Took>> gaps = new TreeMap<>();
    private final Map<String, Long> stalls = new TreeMap<>();
    private volatile String doing = "start";
    private volatile Took asked = new Took(0, 0, 0);
    private volatile boolean watching = true;

    /// All in nanoseconds.
    ///
    /// @param wall from the key until it was painted
    /// @param screen processor time of the screen thread
    /// @param all processor time of all threads of ours and of JavaFX
    private record Took(long wall, long screen, long all) {

        static Took now() {
            var all = Arrays.stream(THREADS.getThreadCpuTime(THREADS.getAllThreadIds()));
            return new Took(
                    System.nanoTime(),
                    THREADS.getCurrentThreadCpuTime(),
                    all.filter(time -> time > 0).sum());
        }

        Took since(Took before) {
            return new Took(wall - before.wall, screen - before.screen, all - before.all);
        }
    }

    private WindowBenchmark(OpenWindow window) {
        this.window = window;
    }

    public static void main(String[] args) throws Exception {
        var sessions = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        var minutes = args.length > 1 ? Double.parseDouble(args[1]) : 1;
        var engine = new CannedEngine();
        engine.made = ReportFixture.random(sessions, CannedEngine.ZONE, 1);
        var look = new Look(Look.Theme.LIGHT, Locale.ENGLISH);
        try (var window = OpenWindow.of(engine, look, 1600, 1000)) {
            var benchmark = new WindowBenchmark(window);
            OpenWindow.until(() -> benchmark.table().getItems().size() == sessions);
            benchmark.work(Duration.ofMillis((long) (minutes * 60_000)));
            benchmark.tell();
        } finally {
            System.exit(0);
        }
    }

    private ReportTable table() {
        return window.find("#report");
    }

    private void work(Duration time) throws InterruptedException {
        // Once without a stopwatch, so that what is compiled and computed once is there.
        OpenWindow.doOnScreen(this::followFacets);
        round();
        steps.clear();
        var watchdog = Thread.ofPlatform().daemon().start(this::watch);
        OpenWindow.doOnScreen(() -> watchPulses().start());
        var end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            round();
        }
        watching = false;
        watchdog.join();
    }

    private void round() throws InterruptedException {
        farDown();
        type(WORDS.get(random.nextInt(WORDS.size())));
        sort(SORTED.get(random.nextInt(SORTED.size())));
        scroll();
        select();
        tick();
        lookCloser();
    }

    private void farDown() throws InterruptedException {
        var place = table().getItems().size() * 9 / 10;
        timed("scroll", false, () -> table().scrollTo(place));
        timed("select one", false, () -> table().getSelectionModel().clearAndSelect(place));
        for (var i = 0; i < 20; i++) {
            timed("page", false, () -> press(KeyCode.PAGE_DOWN, false));
        }
    }

    private void type(String word) throws InterruptedException {
        for (var i = 0; i < word.length(); i++) {
            var letter = word.substring(i, i + 1);
            timed("type", true, () -> key(KeyEvent.KEY_TYPED, letter, KeyCode.UNDEFINED, false));
            Thread.sleep(TYPED_EVERY);
        }
        for (var i = 0; i < word.length(); i++) {
            timed("delete", true, () -> key(KeyEvent.KEY_PRESSED, "", KeyCode.BACK_SPACE, false));
            Thread.sleep(TYPED_EVERY);
        }
    }

    private void key(EventType<KeyEvent> type, String text, KeyCode code, boolean shift) {
        var search = window.<SearchField>find("#search");
        Event.fireEvent(search, new KeyEvent(type, text, text, code, shift, false, false, false));
    }

    private void sort(String column) throws InterruptedException {
        timed(
                "sort",
                true,
                () -> {
                    Predicate<TableColumn<?, ?>> wanted = now -> column.equals(now.getId());
                    table().getSortOrder()
                            .setAll(table().getColumns().stream().filter(wanted).toList());
                });
        timed("unsort", true, () -> table().getSortOrder().clear());
    }

    private void scroll() throws InterruptedException {
        for (var i = 0; i < 10; i++) {
            timed(
                    "scroll",
                    false,
                    () -> table().scrollTo(random.nextInt(table().getItems().size())));
        }
        for (var i = 0; i < 25; i++) {
            timed("right", false, () -> press(KeyCode.RIGHT, false));
        }
        for (var i = 0; i < 25; i++) {
            timed("left", false, () -> press(KeyCode.LEFT, false));
        }
    }

    private void press(KeyCode code, boolean shift) {
        Event.fireEvent(
                table(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
    }

    private void select() throws InterruptedException {
        timed("select all", false, () -> table().selectAll());
        timed("clear selection", false, () -> press(KeyCode.ESCAPE, false));
        timed("select one", false, () -> table().getSelectionModel().clearAndSelect(500));
        timed("range to the end", false, () -> press(KeyCode.END, true));
        timed("one row less", false, () -> press(KeyCode.UP, true));
        timed("clear selection", false, () -> press(KeyCode.ESCAPE, false));
    }

    private void tick() throws InterruptedException {
        var list = window.stage.getScene().lookup("#facet-network");
        for (var i = 0; i < 2 && list != null; i++) {
            timed(
                    "tick a value",
                    true,
                    () -> {
                        list.requestFocus();
                        for (var code : List.of(KeyCode.HOME, KeyCode.SPACE)) {
                            Event.fireEvent(
                                    list,
                                    new KeyEvent(
                                            KeyEvent.KEY_PRESSED,
                                            "",
                                            "",
                                            code,
                                            false,
                                            false,
                                            false,
                                            false));
                        }
                    });
        }
    }

    private void lookCloser() throws InterruptedException {
        timed("detail", false, () -> press(KeyCode.ENTER, false));
        for (var i = 0; i < 10; i++) {
            timed("down", false, () -> press(KeyCode.DOWN, false));
        }
        timed("detail", false, () -> press(KeyCode.ENTER, false));
    }

    /// @param rows whether it is done only when the table has other rows
    private void timed(String name, boolean rows, Runnable action) throws InterruptedException {
        doing = name;
        var painted = new CountDownLatch(1);
        var began = new Took[1];
        var took = new Took[1];
        Platform.runLater(
                () -> {
                    var before = table().getItems();
                    began[0] = Took.now();
                    action.run();
                    afterPainting(
                            () -> !rows || !before.equals(table().getItems()),
                            screen -> {
                                took[0] = screen.since(began[0]);
                                painted.countDown();
                            });
                    asked = began[0];
                });
        if (!painted.await(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException(name + " was never painted");
        }
        record(steps, name, took[0]);
    }

    /// @param seen whether what is waited for is in the window; asked after each layout
    /// @param done told the time, on another thread, when that is painted
    private void afterPainting(BooleanSupplier seen, Consumer<Took> done) {
        var scene = window.stage.getScene();
        scene.addPostLayoutPulseListener(
                new Runnable() {
                    @Override
                    public void run() {
                        if (!seen.getAsBoolean()) {
                            Platform.requestNextPulse();
                            return;
                        }
                        scene.removePostLayoutPulseListener(this);
                        // After the pulse, and behind the painting that it asks for.
                        Platform.runLater(() -> behindPainting(done));
                    }
                });
        Platform.requestNextPulse();
    }

    private static void behindPainting(Consumer<Took> done) {
        var screen = THREADS.getCurrentThreadCpuTime();
        var job =
                new RenderJob(
                        () -> {
                            var now = Took.now();
                            done.accept(new Took(now.wall, screen, now.all));
                        });
        var _ = Toolkit.getToolkit().addRenderJob(job);
    }

    /// The number of hits is told together with the facets.
    private void followFacets() {
        window.<Label>find("#hit-count")
                .textProperty()
                .subscribe(
                        () -> {
                            var since = asked;
                            var name = doing + ", facets";
                            afterPainting(() -> true, now -> record(steps, name, now.since(since)));
                        });
    }

    private synchronized void record(Map<String, List<Took>> to, String name, Took took) {
        to.computeIfAbsent(name, _ -> new ArrayList<>()).add(took);
    }

    private void watch() {
        while (watching) {
            var taken = new CountDownLatch(1);
            var begin = System.nanoTime();
            Platform.runLater(taken::countDown);
            try {
                taken.await();
                note("screen thread", System.nanoTime() - begin);
                Thread.sleep(WATCHED_EVERY);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private AnimationTimer watchPulses() {
        return new AnimationTimer() {

            private long last;

            @Override
            public void handle(long now) {
                var at = System.nanoTime();
                if (last != 0) {
                    note("pulse", at - last);
                }
                last = at;
            }
        };
    }

    private synchronized void note(String what, long gap) {
        record(gaps, what, new Took(gap, 0, 0));
        if (gap > STALL) {
            stalls.merge(what + " while: " + doing, 1L, Long::sum);
            System.out.printf("stall of %d ms, %s while: %s%n", gap / 1_000_000, what, doing);
        }
    }

    private synchronized void tell() {
        System.out.printf(
                "%n%-24s %7s |%8s%8s%8s |%8s%8s |%8s%8s%n",
                "", "", "until", "painted", "", "screen", "thread", "all", "threads");
        System.out.printf(
                "%-24s %7s |%8s%8s%8s |%8s%8s |%8s%8s%n",
                "ms", "number", "median", "p95", "most", "median", "p95", "median", "p95");
        steps.forEach(
                (name, all) ->
                        System.out.printf(
                                Locale.ROOT,
                                "%-24s %7d |%8.1f%8.1f%8.1f |%8.1f%8.1f |%8.1f%8.1f%n",
                                name,
                                all.size(),
                                at(all, Took::wall, 0.5),
                                at(all, Took::wall, 0.95),
                                at(all, Took::wall, 1),
                                at(all, Took::screen, 0.5),
                                at(all, Took::screen, 0.95),
                                at(all, Took::all, 0.5),
                                at(all, Took::all, 0.95)));
        gaps.forEach(
                (name, all) ->
                        System.out.printf(
                                Locale.ROOT,
                                "%-24s %7d |%8.1f%8.1f%8.1f |%n",
                                "gap: " + name,
                                all.size(),
                                at(all, Took::wall, 0.5),
                                at(all, Took::wall, 0.95),
                                at(all, Took::wall, 1)));
        System.out.printf(
                "stalls over 200 ms: %d%n", stalls.values().stream().mapToLong(n -> n).sum());
        stalls.forEach((what, number) -> System.out.printf("  %d x %s%n", number, what));
    }

    /// @return milliseconds
    private static double at(List<Took> all, ToLongFunction<Took> which, double share) {
        var sorted = all.stream().mapToLong(which).sorted().toArray();
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
    }
}
