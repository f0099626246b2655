package org.roamledger.house.offender.habit;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.TimeZone;

final class AsksTheComputer {

    private AsksTheComputer() {}

    @SuppressWarnings("JavaTimeDefaultTimeZone")
    static String ask() {
        return ZoneId.systemDefault()
                + Clock.systemDefaultZone().toString()
                + TimeZone.getDefault()
                + Locale.getDefault()
                + Locale.getDefault(Locale.Category.FORMAT);
    }
}
