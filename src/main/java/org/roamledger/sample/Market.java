package org.roamledger.sample;

import java.time.ZoneId;

/// A country in which the sample operators run stations.
enum Market {
    SE("SWE", "Europe/Stockholm", "SEK", 250, 900),
    DE("DEU", "Europe/Berlin", "EUR", 190, 100),
    FI("FIN", "Europe/Helsinki", "EUR", 255, 100),
    GB("GBR", "Europe/London", "GBP", 200, 95);

    final String alpha3;
    final ZoneId zone;
    final String currency;

    /// Tenths of a percent.
    final int vat;

    /// What one euro cent becomes here, in ten-thousandths of the currency.
    final int priceLevel;

    Market(String alpha3, String zone, String currency, int vat, int priceLevel) {
        this.alpha3 = alpha3;
        this.zone = ZoneId.of(zone);
        this.currency = currency;
        this.vat = vat;
        this.priceLevel = priceLevel;
    }
}
