package org.roamledger.export;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/// The offsets of a zone, looked up fast where times lie near each other. For one thread.
final class ZoneOffsets {

    /// A stretch of time in which clocks are not changed.
    ///
    /// @param from first epoch second
    /// @param until epoch second after the last
    /// @param seconds seconds east of UTC
    /// @param text the offset as ISO 8601 has it: `+02:00`
    record Stretch(long from, long until, int seconds, byte[] text) {
        boolean contains(long epochSecond) {
            return epochSecond >= from && epochSecond < until;
        }
    }

    private final ZoneRules rules;
    private final List<Stretch> known = new ArrayList<>();
    private Stretch last;

    ZoneOffsets(ZoneId zone) {
        rules = zone.getRules();
        last = find(0);
    }

    Stretch at(long epochSecond) {
        if (!last.contains(epochSecond)) {
            last = find(epochSecond);
        }
        return last;
    }

    private Stretch find(long epochSecond) {
        for (var stretch : known) {
            if (stretch.contains(epochSecond)) {
                return stretch;
            }
        }
        var at = Instant.ofEpochSecond(epochSecond);
        var before = rules.previousTransition(at.plusSeconds(1));
        var after = rules.nextTransition(at);
        var offset = rules.getOffset(at);
        var found =
                new Stretch(
                        before == null ? Long.MIN_VALUE : before.toEpochSecond(),
                        after == null ? Long.MAX_VALUE : after.toEpochSecond(),
                        offset.getTotalSeconds(),
                        text(offset));
        known.add(found);
        return found;
    }

    /// With digits also for UTC, so that all times of a file have one form.
    static byte[] text(ZoneOffset offset) {
        return Bytes.utf8(offset.equals(ZoneOffset.UTC) ? "+00:00" : offset.getId());
    }
}
