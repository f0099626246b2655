package org.roamledger.sample;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;

import java.time.ZoneOffset;
import java.util.Arrays;

/// When each record reached the back office, and the order that follows from it: by that time, then
/// by id, as its pages are served.
final class Deliveries {

    private static final long PURPOSE = 4;
    private static final int STEP = 16_384;
    private static final long DAY = 86_400;
    private static final int INDEX_BITS = 24;

    private final SampleSize size;
    private final Timetable timetable;
    private final long cutoff;

    Deliveries(SampleSize size, Timetable timetable) {
        this.size = size;
        this.timetable = timetable;
        cutoff = size.until().atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }

    /// In seconds of the epoch, before the first day that is not covered.
    long lastUpdated(int index) {
        var oddity = Oddity.of(index);
        var draw = new Draw(size.seed(), PURPOSE, index);
        return switch (oddity) {
            case CREDIT, CREDIT_BEFORE_REPLACEMENT ->
                    after(lastUpdated(index - 1), draw.between(DAY, 10 * DAY), draw);
            case REPLACEMENT -> after(lastUpdated(index - 1), draw.between(20, 300), draw);
            case DELIVERED_LATE -> after(ended(index), draw.between(2 * DAY, 9 * DAY), draw);
            default -> after(ended(index), draw.mostlyLow(60, 1_500), draw);
        };
    }

    /// Indices of all records in the order of delivery.
    ///
    /// @throws ProblemException with [Problem.Cancelled] if the thread is interrupted
    int[] order(CdrFactory factory, Progress progress) {
        var keys = new long[size.sessions()];
        for (var i = 0; i < keys.length; i++) {
            if (i % STEP == 0) {
                progress.step(0, keys.length);
            }
            keys[i] = lastUpdated(i) << INDEX_BITS | i;
        }
        Arrays.sort(keys);
        var order = new int[keys.length];
        for (var first = 0; first < keys.length; ) {
            var next = first + 1;
            while (next < keys.length && keys[next] >>> INDEX_BITS == keys[first] >>> INDEX_BITS) {
                next++;
            }
            for (var i = first; i < next; i++) {
                order[i] = (int) (keys[i] & (1L << INDEX_BITS) - 1);
            }
            if (next - first > 1) {
                byId(order, first, next, factory);
            }
            first = next;
        }
        return order;
    }

    private static void byId(int[] order, int first, int next, CdrFactory factory) {
        for (var i = first + 1; i < next; i++) {
            var moved = order[i];
            var id = factory.id(moved);
            var place = i;
            while (place > first && factory.id(order[place - 1]).compareTo(id) > 0) {
                order[place] = order[place - 1];
                place--;
            }
            order[place] = moved;
        }
    }

    private long ended(int index) {
        return Charge.of(size.seed(), index, timetable).ended();
    }

    /// Nothing is delivered after the sample was taken.
    private long after(long moment, long delay, Draw draw) {
        if (moment + delay < cutoff) {
            return moment + delay;
        }
        return moment + 1 < cutoff ? draw.between(moment + 1, cutoff - 1) : moment;
    }
}
