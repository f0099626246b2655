package org.roamledger.document;

import org.jspecify.annotations.Nullable;
import org.roamledger.report.DataAge;
import org.roamledger.report.DocumentNumber;
import org.roamledger.report.DocumentTerms;
import org.roamledger.report.Settlement;
import org.roamledger.report.SettlementChecksum;

import java.time.Instant;
import java.util.List;

/// What is to be told in a settlement document.
///
/// @param settlement the groups, in their order
/// @param dataAges how old the data of each source is
/// @param terms who issues it, and how amounts are rounded
/// @param number absent for a draft
/// @param generatedAt time of the document; two documents of one settlement differ by nothing else
public record SettlementRequest(
        Settlement settlement,
        List<DataAge> dataAges,
        DocumentTerms terms,
        DocumentOptions options,
        @Nullable DocumentNumber number,
        Instant generatedAt) {

    public SettlementRequest {
        dataAges = List.copyOf(dataAges);
    }

    /// By what its number is found again, see [SettlementChecksum#ofSettlement].
    public String content() {
        return SettlementChecksum.ofSettlement(settlement.view(), terms.rounding());
    }

    public SettlementRequest with(@Nullable DocumentNumber given) {
        return new SettlementRequest(settlement, dataAges, terms, options, given, generatedAt);
    }
}
