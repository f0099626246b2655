package org.roamledger.sample;

/// What happened at the plug. Times are seconds of the epoch.
///
/// @param chargedUntil when the battery was full or the cable was idle for the rest of the stay
/// @param energy tenths of a watt-hour, the finest that a kilowatt-hour with four decimals tells
record Charge(long started, long chargedUntil, long ended, long energy) {

    private static final long PURPOSE = 3;
    private static final int HOUR = 3_600;
    private static final int MINUTE = 60;
    private static final int LONGEST_DC = 60 * MINUTE;

    /// What cars draw from alternating current, in tenths of a kilowatt.
    private static final int[] CARS_AC = {36, 74, 74, 110, 110, 110, 110, 110, 110, 220};

    /// What cars draw from direct current at their best, in tenths of a kilowatt.
    private static final int[] CARS_DC = {500, 800, 1_000, 1_250, 1_350, 1_500, 1_700, 2_500};

    private static final int PLUG_IN_HYBRID = 36;

    static Charge of(long seed, int index, Timetable timetable) {
        var oddity = Oddity.of(index);
        var source = index - oddity.back();
        var plug = timetable.connector(source);
        var start = timetable.start(source);
        var limit = timetable.limit(source);
        var draw = new Draw(seed, PURPOSE, source);
        var charge =
                plug.direct()
                        ? direct(plug, start, limit, draw)
                        : alternating(plug, start, limit, draw);
        return switch (oddity) {
            case REPLACEMENT -> charge.metered(charge.energy * 9 / 10, plug);
            case NO_ENERGY -> failed(start, draw);
            case REPEATED_HOUR, SKIPPED_HOUR ->
                    lasting(plug, start, draw.between(75 * MINUTE, 2 * HOUR), draw);
            case OVER_MONTH_END -> lasting(plug, start, draw.between(100 * MINUTE, 5 * HOUR), draw);
            default -> charge;
        };
    }

    private static Charge direct(Connector plug, long start, int limit, Draw draw) {
        var best = Math.min(plug.kilowattTenths(), CARS_DC[draw.below(CARS_DC.length)]);
        // Cars take their best power only while the battery is nearly empty.
        var watts = best * draw.between(56, 82);
        var motorway = plug.location().site().kind() == SiteKind.MOTORWAY;
        var wanted = motorway ? draw.between(12, 68) : draw.mostlyLow(8, 55);
        var charging = Math.min(LONGEST_DC, wanted * 1_000 * HOUR / watts);
        var stay = charging + draw.mostlyLow(MINUTE, 6 * MINUTE);
        return within(plug, start, charging, stay, limit, watts);
    }

    private static Charge alternating(Connector plug, long start, int limit, Draw draw) {
        var car = CARS_AC[draw.below(CARS_AC.length)];
        var watts = Math.min(plug.kilowattTenths(), car) * draw.between(88, 98);
        var most = car == PLUG_IN_HYBRID ? 11 : 64;
        var wanted = draw.mostlyLow(3, most);
        var charging = wanted * 1_000 * HOUR / watts;
        var idle =
                switch (plug.location().site().kind()) {
                    case HOME -> draw.mostlyLow(MINUTE, 8 * HOUR);
                    case WORKPLACE -> draw.mostlyLow(MINUTE, 5 * HOUR);
                    case CITY -> draw.mostlyLow(MINUTE, 3 * HOUR);
                    case RETAIL, MOTORWAY -> draw.mostlyLow(MINUTE, HOUR);
                };
        var shopping = plug.location().site().kind() == SiteKind.RETAIL;
        var stay = shopping ? draw.between(30 * MINUTE, 130 * MINUTE) : charging + idle;
        return within(plug, start, charging, stay, limit, watts);
    }

    private static Charge within(
            Connector plug, long start, long charging, long stay, int limit, long watts) {
        var total = Math.min(stay, limit);
        var charged = Math.min(charging, total - MINUTE);
        return new Charge(start, start + charged, start + total, 0)
                .metered(watts * charged / 360, plug);
    }

    private static Charge lasting(Connector plug, long start, long seconds, Draw draw) {
        var watts = plug.kilowattTenths() * draw.between(80, 96);
        return new Charge(start, start + seconds, start + seconds, 0)
                .metered(watts * seconds / 360, plug);
    }

    private static Charge failed(long start, Draw draw) {
        var ended = start + draw.between(20, 3 * MINUTE);
        return new Charge(start, ended, ended, 0);
    }

    private Charge metered(long tenths, Connector plug) {
        var whole = plug.location().operator().wholeWattHours();
        return new Charge(started, chargedUntil, ended, whole ? tenths / 10 * 10 : tenths);
    }
}
