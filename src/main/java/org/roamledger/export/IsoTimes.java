package org.roamledger.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// Writes times as ISO 8601 with offset: `2026-10-25T02:30:00+02:00`. For one thread.
final class IsoTimes {

    private static final int SECONDS_A_DAY = 86_400;
    private static final int KEPT = 1 << 10;

    private final ZoneOffsets offsets;
    private final long[] days = new long[KEPT];
    private final byte[][] dates = new byte[KEPT][];

    IsoTimes(ZoneId zone) {
        offsets = new ZoneOffsets(zone);
    }

    static byte[] text(Instant time, ZoneId zone) {
        var text = new Bytes(32);
        new IsoTimes(zone).put(time.getEpochSecond(), text);
        return text.toArray();
    }

    /// A time in the zone.
    void put(long epochSecond, Bytes out) {
        var offset = offsets.at(epochSecond);
        putLocal(epochSecond + offset.seconds(), out);
        out.put(offset.text());
    }

    /// A time at an offset of its own.
    void put(long epochSecond, int offsetMinutes, Bytes out) {
        putLocal(epochSecond + offsetMinutes * 60L, out);
        out.put(ZoneOffsets.text(ZoneOffset.ofTotalSeconds(offsetMinutes * 60)));
    }

    private void putLocal(long localSecond, Bytes out) {
        var day = Math.floorDiv(localSecond, SECONDS_A_DAY);
        var second = Math.floorMod(localSecond, SECONDS_A_DAY);
        out.put(date(day));
        out.put('T');
        out.putDigits(second / 3600, 2);
        out.put(':');
        out.putDigits(second / 60 % 60, 2);
        out.put(':');
        out.putDigits(second % 60, 2);
    }

    private byte[] date(long day) {
        var slot = Math.floorMod(day, KEPT);
        var date = dates[slot];
        if (date == null || days[slot] != day) {
            date = Bytes.utf8(LocalDate.ofEpochDay(day).toString());
            dates[slot] = date;
            days[slot] = day;
        }
        return date;
    }
}
