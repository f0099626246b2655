package org.roamledger.report;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/// Which hour of the week a time is in a zone. For one thread.
///
/// The zone is asked once for each stretch between two changes of its clocks, because it is asked
/// for a million rows.
final class WeekHours {

    static final int HOURS_A_DAY = 24;
    static final int COUNT = 7 * HOURS_A_DAY;

    private static final int SECONDS_AN_HOUR = 3_600;

    /// Hours of the week before the first hour of the epoch, which was a Thursday.
    private static final int FIRST = DayOfWeek.THURSDAY.ordinal() * HOURS_A_DAY;

    private final ZoneRules rules;
    private final List<Stretch> known = new ArrayList<>();
    private Stretch last;

    private record Stretch(long from, long until, int offset) {
        boolean contains(long second) {
            return second >= from && second < until;
        }
    }

    WeekHours(ZoneId zone) {
        rules = zone.getRules();
        last = find(0);
    }

    /// Hours since Monday, 0 o'clock: 0 to 167.
    ///
    /// @param second epoch second
    int at(long second) {
        if (!last.contains(second)) {
            last = find(second);
        }
        var hours = Math.floorDiv(second + last.offset(), SECONDS_AN_HOUR);
        return (int) Math.floorMod(hours + FIRST, (long) COUNT);
    }

    private Stretch find(long second) {
        for (var stretch : known) {
            if (stretch.contains(second)) {
                return stretch;
            }
        }
        var at = Instant.ofEpochSecond(second);
        var before = rules.previousTransition(at.plusSeconds(1));
        var after = rules.nextTransition(at);
        var found =
                new Stretch(
                        before == null ? Long.MIN_VALUE : before.toEpochSecond(),
                        after == null ? Long.MAX_VALUE : after.toEpochSecond(),
                        rules.getOffset(at).getTotalSeconds());
        known.add(found);
        return found;
    }
}
