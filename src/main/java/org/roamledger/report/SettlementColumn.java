package org.roamledger.report;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Amount;

/// The figures of a settlement, in the order in which they stand beside each other: on the screen,
/// on paper and in files.
public enum SettlementColumn {
    SESSIONS(Kind.COUNT),
    CREDITS(Kind.COUNT),
    ENERGY(Kind.WATT_HOURS),
    NET(Kind.MONEY),
    VAT(Kind.MONEY),
    GROSS(Kind.MONEY),
    NET_PER_KWH(Kind.MONEY_PER_KWH),
    GROSS_PER_KWH(Kind.MONEY_PER_KWH),
    WITHOUT_PRICE(Kind.COUNT),
    WITHOUT_VAT(Kind.COUNT),
    WITH_FINDINGS(Kind.COUNT);

    /// What a figure is.
    public enum Kind {
        COUNT,
        /// Whole watt-hours, shown as kilowatt-hours.
        WATT_HOURS,
        /// Ten-thousandths of the currency unit.
        MONEY,
        /// Ten-thousandths of the currency unit, per kilowatt-hour.
        MONEY_PER_KWH
    }

    private final Kind kind;

    SettlementColumn(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /// The figure in the unit of its kind; absent where no row has anything to say.
    public @Nullable Long of(Figures figures) {
        var sums = figures.sums();
        return switch (this) {
            case SESSIONS -> sums.sessions();
            case CREDITS -> sums.credits();
            case ENERGY -> figures.hasEnergy() ? sums.energyWh() : null;
            case NET -> figures.hasNet() ? sums.net().tenThousandths() : null;
            case VAT -> figures.hasVat() ? sums.vat().tenThousandths() : null;
            case GROSS -> figures.hasGross() ? sums.gross().tenThousandths() : null;
            case NET_PER_KWH -> units(figures.net().perKilowattHour());
            case GROSS_PER_KWH -> units(figures.gross().perKilowattHour());
            case WITHOUT_PRICE -> sums.withoutPrice();
            case WITHOUT_VAT -> sums.withoutVat();
            case WITH_FINDINGS -> figures.withFindings();
        };
    }

    private static @Nullable Long units(@Nullable Amount amount) {
        return amount == null ? null : amount.tenThousandths();
    }
}
