package org.roamledger.export;

import org.roamledger.report.ConditionText;
import org.roamledger.report.ReportFilter;
import org.roamledger.report.ReportParameters;
import org.roamledger.report.SortOrder;
import org.roamledger.session.ReportColumn;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What was asked for, in words.
final class ParameterWords {

    /// More would not fit into a cell.
    private static final int MOST_ALTERNATIVES = 500;

    private ParameterWords() {}

    static String organisations(ReportParameters parameters) {
        if (parameters.organisations().isEmpty()) {
            return "All";
        }
        return parameters.organisations().stream().sorted().collect(Collectors.joining(", "))
                + (parameters.withSubOrganisations() ? " and their sub-organisations" : "");
    }

    /// One sentence for each condition, or one that says that there is none.
    static List<String> filters(ReportFilter filter, ZoneId zone) {
        var text = new ConditionText(Locale.ENGLISH, zone, ConditionText.Names.STANDARD);
        var sentences = text.sentences(filter, MOST_ALTERNATIVES);
        return sentences.isEmpty() ? List.of("None") : sentences;
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
