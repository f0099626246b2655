package org.roamledger.export;

import org.roamledger.report.ReportFilter;
import org.roamledger.report.ReportParameters;
import org.roamledger.report.SortOrder;
import org.roamledger.session.ReportColumn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// What was asked for, in words.
final class ParameterWords {

    private ParameterWords() {}

    static String organisations(ReportParameters parameters) {
        if (parameters.organisations().isEmpty()) {
            return "All";
        }
        return parameters.organisations().stream().sorted().collect(Collectors.joining(", "))
                + (parameters.withSubOrganisations() ? " and their sub-organisations" : "");
    }

    /// One sentence for each condition, or one that says that there is none.
    static List<String> filters(ReportFilter filter) {
        var sentences = new ArrayList<String>();
        filter.oneOf()
                .forEach(
                        (column, texts) ->
                                sentences.add(column.header() + " is " + alternatives(texts)));
        if (filter.transactionIdMissing()) {
            sentences.add(ReportColumn.TRANSACTION_ID.header() + " is missing");
        }
        if (filter.changedOnly()) {
            sentences.add("There is an earlier version");
        }
        if (!filter.text().isEmpty()) {
            sentences.add("An id or a name contains “" + filter.text() + "”");
        }
        return sentences.isEmpty() ? List.of("None") : List.copyOf(sentences);
    }

    private static String alternatives(Collection<String> texts) {
        return texts.stream()
                .sorted()
                .map(text -> text.isEmpty() ? "missing" : text)
                .collect(Collectors.joining(" or "));
    }

    static String order(SortOrder order) {
        var keys = new ArrayList<String>();
        for (var key : order.keys()) {
            keys.add(key.column().header() + (key.descending() ? " descending" : " ascending"));
        }
        keys.add(ReportColumn.START_TIME.header());
        keys.add(ReportColumn.CDR_ID.header());
        return String.join(", then ", keys);
    }
}
