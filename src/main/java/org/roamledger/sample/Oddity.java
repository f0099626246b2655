package org.roamledger.sample;

/// What is unusual about a record. Records stand in blocks of [#BLOCK]; the first places of each
/// block have an oddity each, so that every one occurs in any sample worth looking at.
enum Oddity {
    NONE,

    /// Taken back by the next record.
    CREDITED,
    CREDIT,
    /// Taken back by the next record and replaced by the one after it.
    CORRECTED,
    CREDIT_BEFORE_REPLACEMENT,
    REPLACEMENT,

    NO_TRANSACTION,
    NO_ENERGY,
    /// A price without VAT, and no VAT anywhere.
    NET_ONLY,
    /// The hub prices centrally: the cost is sent as 0 without VAT.
    PRICED_BY_HUB,
    LEADING_ZEROS,
    NUMBER_LIKE,
    DATE_LIKE,
    REVERSE_CHARGE,
    /// A price with VAT, and no rate in the tariff.
    NO_VAT_RATE,
    DELIVERED_LATE,
    /// Begins on the last day of a month and ends on the first of the next.
    OVER_MONTH_END,
    /// Runs through the hour that exists twice.
    REPEATED_HOUR,
    /// Runs through the hour that does not exist.
    SKIPPED_HOUR;

    static final int BLOCK = 200;

    private static final int CLOCK_CHANGE = 15;

    /// So many only, because few charging points can be busy in one and the same night.
    private static final int CLOCK_CHANGE_BLOCKS = 12;

    private static final int MONTH_END_BLOCKS = 100;

    private static final Oddity[] PLACES = {
        CREDITED,
        CREDIT,
        CORRECTED,
        CREDIT_BEFORE_REPLACEMENT,
        REPLACEMENT,
        NO_TRANSACTION,
        NO_ENERGY,
        NET_ONLY,
        PRICED_BY_HUB,
        LEADING_ZEROS,
        NUMBER_LIKE,
        DATE_LIKE,
        REVERSE_CHARGE,
        NO_VAT_RATE,
        OVER_MONTH_END,
        REPEATED_HOUR,
        DELIVERED_LATE,
        DELIVERED_LATE,
    };

    static Oddity of(int index) {
        var place = index % BLOCK;
        var block = index / BLOCK;
        if (place >= PLACES.length) {
            return NONE;
        }
        if (place == CLOCK_CHANGE) {
            return block >= CLOCK_CHANGE_BLOCKS
                    ? NONE
                    : block % 2 == 0 ? REPEATED_HOUR : SKIPPED_HOUR;
        }
        var oddity = PLACES[place];
        return oddity == OVER_MONTH_END && block >= MONTH_END_BLOCKS ? NONE : oddity;
    }

    /// How many records earlier the session stands that this record is about again; 0 if this is a
    /// session of its own.
    int back() {
        return switch (this) {
            case CREDIT, CREDIT_BEFORE_REPLACEMENT -> 1;
            case REPLACEMENT -> 2;
            default -> 0;
        };
    }

    boolean credit() {
        return this == CREDIT || this == CREDIT_BEFORE_REPLACEMENT;
    }

    /// Whether the start is given, and may not be moved to make room.
    boolean pinned() {
        return this == OVER_MONTH_END || this == REPEATED_HOUR || this == SKIPPED_HOUR;
    }
}
