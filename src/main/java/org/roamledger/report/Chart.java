package org.roamledger.report;

import java.util.List;

/// A question about the visible rows that a chart answers.
public enum Chart {
    /// Gross by provider, the largest first.
    PAYERS(true),
    /// Gross by month and provider.
    GROSS(true),
    /// Energy by month and provider, of all currencies.
    ENERGY(false),
    /// Average price of a kilowatt-hour by provider, without and with VAT.
    PRICES(true),
    /// What each network has of the gross, the energy and the sessions.
    NETWORKS(true),
    /// Sessions by the hour and the day of the week at which they started, in the report zone.
    TIMES(false);

    /// In the order in which they are shown.
    public static final List<Chart> ALL = List.of(values());

    private final boolean ofCurrency;

    Chart(boolean ofCurrency) {
        this.ofCurrency = ofCurrency;
    }

    /// Whether there are amounts in it, and so only those of one currency.
    public boolean isOfCurrency() {
        return ofCurrency;
    }
}
