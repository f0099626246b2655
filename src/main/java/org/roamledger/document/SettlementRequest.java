package org.roamledger.document;

import org.roamledger.report.DataAge;
import org.roamledger.report.Settlement;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// What is to be told in a settlement document.
///
/// @param settlement the groups, in their order
/// @param dataAges how old the data of each source is
/// @param language of texts and figures; English if documents are not written in it
/// @param generatedAt time of the document; it is the only thing by which two documents of one
///   settlement differ
public record SettlementRequest(
        Settlement settlement, List<DataAge> dataAges, Locale language, Instant generatedAt) {

    public SettlementRequest {
        dataAges = List.copyOf(dataAges);
    }
}
