package org.roamledger.report;

import org.roamledger.session.PartyId;
import org.roamledger.session.ReportColumn;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which rows of a report are visible: a row has to meet every condition.
///
/// @param oneOf for a coded column, the texts of which one has to stand in it; empty text is
///   "missing". Parties are compared by their [PartyId#key]
/// @param transactionIdMissing whether only rows without a transaction id are visible
/// @param changedOnly whether only rows are visible of which there is an earlier version
/// @param text text to be found in one of the ids and names, in any case; blank for any
public record ReportFilter(
        Map<ReportColumn, Set<String>> oneOf,
        boolean transactionIdMissing,
        boolean changedOnly,
        String text) {

    public static final ReportFilter NONE = new ReportFilter(Map.of(), false, false, "");

    public ReportFilter {
        var copy = new TreeMap<ReportColumn, Set<String>>();
        oneOf.forEach(
                (column, texts) -> {
                    if (!texts.isEmpty()) {
                        copy.put(column, Set.copyOf(texts));
                    }
                });
        oneOf = Collections.unmodifiableMap(copy);
        text = text.strip();
    }

    /// This filter with other texts for one column; no texts lift the condition.
    public ReportFilter with(ReportColumn column, Set<String> texts) {
        var changed = new EnumMap<ReportColumn, Set<String>>(ReportColumn.class);
        changed.putAll(oneOf);
        changed.put(column, new TreeSet<>(texts));
        return new ReportFilter(changed, transactionIdMissing, changedOnly, text);
    }

    public ReportFilter withText(String changed) {
        return new ReportFilter(oneOf, transactionIdMissing, changedOnly, changed);
    }

    public ReportFilter withTransactionIdMissing(boolean changed) {
        return new ReportFilter(oneOf, changed, changedOnly, text);
    }

    public ReportFilter withChangedOnly(boolean changed) {
        return new ReportFilter(oneOf, transactionIdMissing, changed, text);
    }

    /// The form by which texts of a column are compared.
    static String comparable(ReportColumn column, String text) {
        return switch (column) {
            case PROVIDER_ID, OPERATOR_ID -> PartyId.key(text);
            default -> text;
        };
    }
}
