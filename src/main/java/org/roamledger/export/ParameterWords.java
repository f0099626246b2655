package org.roamledger.export;

import org.jspecify.annotations.Nullable;
import org.roamledger.report.Condition;
import org.roamledger.report.ReportFilter;
import org.roamledger.report.ReportParameters;
import org.roamledger.report.SortOrder;
import org.roamledger.session.ReportColumn;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        filter.conditions()
                .forEach(
                        (column, condition) ->
                                sentences.add(column.header() + " " + said(column, condition)));
        if (filter.changedOnly()) {
            sentences.add("There is an earlier version");
        }
        if (!filter.text().isEmpty()) {
            sentences.add("An id or a name contains “" + filter.text() + "”");
        }
        return sentences.isEmpty() ? List.of("None") : List.copyOf(sentences);
    }

    private static String said(ReportColumn column, Condition condition) {
        return switch (condition) {
            case Condition.OneOf(var texts) -> "is " + alternatives(texts);
            case Condition.Missing _ -> "is missing";
            case Condition.Present _ -> "is not missing";
            case Condition.Times times -> "is " + times(times);
            case Condition.Between(var least, var most) ->
                    Stream.of(bound("at least ", column, least), bound("at most ", column, most))
                            .filter(bound -> !bound.isEmpty())
                            .collect(Collectors.joining(" and ", "is ", ""));
        };
    }

    private static String times(Condition.Times times) {
        var days =
                times.days().stream()
                        .sorted()
                        .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
        var hours =
                times.hours().stream()
                        .sorted()
                        .map(hour -> "%02d:00–%02d:59".formatted(hour, hour));
        return Stream.of("on a " + joined(days), "at " + joined(hours))
                .filter(part -> !part.endsWith(" "))
                .collect(Collectors.joining(" "));
    }

    private static String joined(Stream<String> alternatives) {
        return alternatives.collect(Collectors.joining(" or "));
    }

    private static String bound(String words, ReportColumn column, @Nullable Long bound) {
        return bound == null ? "" : words + value(column, bound);
    }

    /// A number as a person reads it, in the unit that the column's header says.
    private static String value(ReportColumn column, long value) {
        return switch (column.kind()) {
            case DATE_TIME, OFFSET_TIME -> Instant.ofEpochSecond(value).toString();
            case SECONDS -> "%d:%02d:%02d".formatted(value / 3600, value / 60 % 60, value % 60);
            case WATT_HOURS -> Long.toString(value);
            case READING -> decimal(value, 3);
            case MONEY, MONEY_PER_KWH, PERCENT -> decimal(value, 4);
            case CODED, CODED_ID, CHOICE, ID -> throw new IllegalArgumentException(column.key());
        };
    }

    private static String decimal(long value, int scale) {
        return BigDecimal.valueOf(value, scale).stripTrailingZeros().toPlainString();
    }

    private static String alternatives(Collection<String> texts) {
        return joined(texts.stream().sorted().map(text -> text.isEmpty() ? "missing" : text));
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
