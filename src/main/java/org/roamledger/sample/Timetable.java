package org.roamledger.sample;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Which plug each session uses, when it starts, and when the next customer needs the place. About
/// ten bytes a session.
final class Timetable {

    private static final long PURPOSE = 2;
    private static final int STEP = 16_384;
    private static final int SECONDS_PER_DAY = 86_400;
    private static final int SHORTEST_TURN_AC = 25 * 60;
    private static final int SHORTEST_TURN_DC = 12 * 60;
    private static final int SHORTEST_STAY = 3 * 60;
    private static final int CHANGE_OF_CARS = 2 * 60;
    private static final int BEFORE_END = 5 * 60;

    /// A sort key is point, start and index, from the highest bits to the lowest.
    private static final int INDEX_BITS = 24;

    private static final int START_BITS = 27;

    private final SampleSize size;
    private final Landscape landscape;
    private final LocalDate from;
    private final long origin;
    private final int[] starts;
    private final char[] connectors;
    private final int[] limits;

    private final double[] evseSums;
    private final int[] firstConnector;
    private final Map<SiteKind, double[]> daySums = new EnumMap<>(SiteKind.class);
    private final double[] weekendHours = Draw.sums(weekendHours());
    private final List<Connector> nightly;
    private final List<LocalDate> monthEnds;

    /// @throws ProblemException with [Problem.Cancelled] if the thread is interrupted
    Timetable(SampleSize size, Landscape landscape, Progress progress) {
        this.size = size;
        this.landscape = landscape;
        from = size.from();
        origin = from.minusDays(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        starts = new int[size.sessions()];
        connectors = new char[size.sessions()];
        limits = new int[size.sessions()];
        for (var kind : SiteKind.values()) {
            daySums.put(kind, kind.daySums(from, size.until()));
        }
        firstConnector = new int[landscape.evses() + 1];
        evseSums = Draw.sums(evseWeights());
        nightly =
                landscape.connectors().stream()
                        .filter(plug -> plug.location().site().kind() == SiteKind.HOME)
                        .filter(Timetable::onContinent)
                        .toList();
        monthEnds = monthEnds();
        for (var i = 0; i < starts.length; i++) {
            if (i % STEP == 0) {
                progress.step(0, starts.length);
            }
            place(i);
        }
        makeRoom();
    }

    Connector connector(int index) {
        return landscape.connectors().get(connectors[index]);
    }

    /// In seconds of the epoch.
    long start(int index) {
        return origin + starts[index];
    }

    /// For how many seconds the session may last.
    int limit(int index) {
        return limits[index];
    }

    private static boolean onContinent(Connector plug) {
        var market = plug.location().operator().market();
        return market == Market.SE || market == Market.DE;
    }

    private double[] evseWeights() {
        var draw = new Draw(size.seed(), PURPOSE, -1);
        var weights = new double[landscape.evses()];
        for (var plug : landscape.connectors().reversed()) {
            var site = plug.location().site();
            firstConnector[plug.evse()] = plug.number();
            weights[plug.evse()] =
                    site.kind().weight * (0.6 + 0.8 * draw.unit()) * (site.has('Q') ? 0.2 : 1);
        }
        firstConnector[landscape.evses()] = landscape.connectors().size();
        return weights;
    }

    private void place(int index) {
        var oddity = Oddity.of(index);
        if (oddity.back() > 0) {
            connectors[index] = connectors[index - oddity.back()];
            return;
        }
        var draw = new Draw(size.seed(), PURPOSE, index);
        var block = index / Oddity.BLOCK;
        var plug = oddity.pinned() ? nightly.get(block * 7 % nightly.size()) : plug(oddity, draw);
        connectors[index] = (char) plug.number();
        var start =
                switch (oddity) {
                    case REPEATED_HOUR -> clockChange(Month.OCTOBER) - draw.between(1_800, 2_400);
                    case SKIPPED_HOUR -> clockChange(Month.MARCH) - draw.between(300, 2_400);
                    case OVER_MONTH_END ->
                            instant(
                                    plug,
                                    monthEnds.get(block % monthEnds.size()),
                                    (int) draw.between(81_000, 86_000));
                    default -> usual(plug, draw);
                };
        starts[index] = (int) (start - origin);
    }

    /// Free stations are left out where the price is what is odd.
    private Connector plug(Oddity oddity, Draw draw) {
        while (true) {
            var evse = draw.weighted(evseSums);
            var first = firstConnector[evse];
            var second = firstConnector[evse + 1] - first > 1 && draw.chance(0.12) ? 1 : 0;
            var plug = landscape.connectors().get(first + second);
            if (oddity == Oddity.NONE || plug.tariff().kind() != Tariff.Kind.FREE) {
                return plug;
            }
        }
    }

    private long usual(Connector plug, Draw draw) {
        var kind = plug.location().site().kind();
        var day = from.plusDays(draw.weighted(daySums.getOrDefault(kind, new double[] {1})));
        var weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        var hours = weekend && kind != SiteKind.MOTORWAY ? weekendHours : kind.hourSums;
        return instant(plug, day, draw.weighted(hours) * 3_600 + draw.below(3_600));
    }

    private static long instant(Connector plug, LocalDate day, int secondOfDay) {
        var local = LocalDateTime.of(day, LocalTime.ofSecondOfDay(secondOfDay % SECONDS_PER_DAY));
        var offset = plug.location().operator().market().zone.getRules().getOffset(local);
        return local.toEpochSecond(offset);
    }

    /// In the whole of Europe clocks change at 01:00 UTC on the last Sunday.
    private long clockChange(Month month) {
        for (var year = size.until().getYear(); year >= from.getYear(); year--) {
            var sunday =
                    LocalDate.of(year, month, 1)
                            .with(TemporalAdjusters.lastInMonth(DayOfWeek.SUNDAY));
            if (sunday.isAfter(from) && sunday.plusDays(1).isBefore(size.until())) {
                return sunday.atTime(1, 0).toEpochSecond(ZoneOffset.UTC);
            }
        }
        throw new IllegalStateException("no clock change in " + month);
    }

    private List<LocalDate> monthEnds() {
        var ends = new ArrayList<LocalDate>();
        for (var day = from; day.plusDays(1).isBefore(size.until()); day = day.plusDays(1)) {
            if (day.plusDays(1).getDayOfMonth() == 1) {
                ends.add(day);
            }
        }
        return ends;
    }

    /// Moves sessions that start before their place is free, and ends those that would overstay.
    private void makeRoom() {
        var order = new long[starts.length];
        var count = 0;
        for (var i = 0; i < starts.length; i++) {
            if (Oddity.of(i).back() == 0) {
                var evse = (long) connector(i).evse();
                order[count++] = (evse << START_BITS | starts[i]) << INDEX_BITS | i;
            }
        }
        Arrays.sort(order, 0, count);
        var previous = -1;
        for (var place = 0; place < count; place++) {
            var index = (int) (order[place] & (1L << INDEX_BITS) - 1);
            var plug = connector(index);
            var end = (int) (instant(plug, size.until(), 0) - BEFORE_END - origin);
            var same = previous >= 0 && connector(previous).evse() == plug.evse();
            if (same) {
                var turn = plug.direct() ? SHORTEST_TURN_DC : SHORTEST_TURN_AC;
                if (!Oddity.of(index).pinned()) {
                    starts[index] = Math.max(starts[index], starts[previous] + turn);
                }
                var free = starts[index] - starts[previous] - CHANGE_OF_CARS;
                if (!Oddity.of(previous).pinned()) {
                    limits[previous] = Math.min(limits[previous], Math.max(SHORTEST_STAY, free));
                }
            }
            starts[index] = Math.min(starts[index], end - SHORTEST_STAY);
            limits[index] = end - starts[index];
            previous = index;
        }
        for (var i = 0; i < starts.length; i++) {
            var back = Oddity.of(i).back();
            if (back > 0) {
                starts[i] = starts[i - back];
                limits[i] = limits[i - back];
            }
        }
    }

    private static double[] weekendHours() {
        return new double[] {
            3, 2, 1, 1, 0, 0, 1, 2, 4, 6, 9, 11, 12, 12, 12, 12, 12, 12, 11, 9, 7, 6, 5, 4
        };
    }
}
