package org.roamledger.sample;

import java.math.BigDecimal;
import java.util.SortedMap;

/// What the sample back office holds, summed by its own database: the truth a report is compared
/// with.
///
/// @param records CDRs, credits among them
/// @param withoutPrice records whose price with VAT is not known
/// @param byCurrency sums per ISO 4217 code
public record BackOfficeFigures(
        long records, long withoutPrice, SortedMap<String, Sums> byCurrency) {

    /// The records of one currency.
    ///
    /// @param records CDRs, credits among them
    /// @param wattHours each record rounded half-up to whole watt-hours, credits negative
    /// @param gross with VAT, where known; four decimals
    /// @param vat the VAT in `gross`, where that is known; four decimals
    /// @param withoutPrice records whose price with VAT is not known
    public record Sums(
            long records, long wattHours, BigDecimal gross, BigDecimal vat, long withoutPrice) {}
}
