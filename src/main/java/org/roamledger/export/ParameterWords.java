package org.roamledger.export;

import org.roamledger.report.ReportFilter;
import org.roamledger.report.SettlementWords;
import org.roamledger.report.SortOrder;
import org.roamledger.session.ReportColumn;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// What was asked for, in words.
final class ParameterWords {

    /// More would not fit into a cell.
    private static final int MOST_ALTERNATIVES = 500;

    private ParameterWords() {}

    /// One sentence for each condition, or one that says that there is none.
    static List<String> filters(ReportFilter filter, ZoneId zone, SettlementWords words) {
        var sentences = words.conditions(zone).sentences(filter, MOST_ALTERNATIVES);
        return sentences.isEmpty() ? List.of(words.text("filters.none")) : sentences;
    }

    static String order(SortOrder order, SettlementWords words) {
        var keys = new ArrayList<String>();
        for (var key : order.keys()) {
            keys.add(
                    words.text(
                            key.descending() ? "order.descending" : "order.ascending",
                            words.title(key.column())));
        }
        keys.add(words.title(ReportColumn.START_TIME));
        keys.add(words.title(ReportColumn.CDR_ID));
        return keys.stream()
                .reduce((before, next) -> words.text("order.then", before, next))
                .orElse("");
    }
}
