package org.roamledger.sample;

/// A price list. Amounts are in ten-thousandths of the operator's currency, VAT excluded.
///
/// @param perKwh price of a kilowatt-hour
/// @param flat price of a session
/// @param perHour price of an hour of charging
record Tariff(
        String id, Operator operator, Kind kind, long perKwh, long flat, long perHour, long since) {

    /// What a tariff is for, with the range of its price of a kilowatt-hour in euro cents.
    enum Kind {
        AC(42, 53),
        AC_MEMBERS(39, 41),
        DC(55, 66),
        HPC(67, 77),
        FREE(0, 0);

        final int lowest;
        final int highest;

        Kind(int lowest, int highest) {
            this.lowest = lowest;
            this.highest = highest;
        }
    }

    private static final int HUNDREDTH = 100;
    private static final int SESSION_FEE_CENTS = 50;
    private static final int HOUR_FEE_CENTS = 30;

    /// @param since when it was last changed, in seconds of the epoch
    static Tariff of(Operator operator, Kind kind, Draw draw, long since) {
        var level = operator.market().priceLevel;
        var cents = draw.between(kind.lowest, kind.highest);
        var hasFlat =
                kind == Kind.HPC
                        && (operator.party().equals("GVL") || operator.party().equals("FBC"));
        var hasHours = kind == Kind.AC && operator.party().equals("LTL");
        return new Tariff(
                operator.party() + "-" + kind.name().replace('_', '-'),
                operator,
                kind,
                Math.ceilDiv(cents * level, HUNDREDTH) * HUNDREDTH,
                hasFlat ? (long) SESSION_FEE_CENTS * level : 0,
                hasHours ? (long) HOUR_FEE_CENTS * level : 0,
                since);
    }

    /// The price without VAT, rounded half-up to ten-thousandths.
    ///
    /// @param energy tenths of a watt-hour
    /// @param seconds of charging
    long net(long energy, long seconds) {
        return half(energy * perKwh, 10_000) + flat + half(seconds * perHour, 3_600);
    }

    /// Half-up for what is not negative.
    static long half(long dividend, long divisor) {
        return (dividend + divisor / 2) / divisor;
    }
}
