package org.roamledger.report;

import org.roamledger.session.PartyId;
import org.roamledger.session.ReportColumn;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Which rows of a report are visible: a row has to meet every condition.
///
/// @param conditions by column, at most one each
/// @param changedOnly whether only rows are visible of which there is an earlier version
/// @param text text to be found in one of the ids and names, in any case; blank for any
public record ReportFilter(
        Map<ReportColumn, Condition> conditions, boolean changedOnly, String text) {

    public static final ReportFilter NONE = new ReportFilter(Map.of(), false, "");

    /// @throws IllegalArgumentException if a condition says nothing of its column's values
    public ReportFilter {
        conditions.forEach(
                (column, condition) -> {
                    if (!condition.fits(column)) {
                        throw new IllegalArgumentException(column + ": " + condition);
                    }
                });
        conditions = Collections.unmodifiableMap(new TreeMap<>(conditions));
        text = text.strip();
    }

    /// This filter with another condition for one column.
    public ReportFilter with(ReportColumn column, Condition condition) {
        var changed = new TreeMap<>(conditions);
        changed.put(column, condition);
        return new ReportFilter(changed, changedOnly, text);
    }

    /// This filter with other texts for one column; no texts lift the condition.
    public ReportFilter with(ReportColumn column, Set<String> texts) {
        return texts.isEmpty() ? without(column) : with(column, new Condition.OneOf(texts));
    }

    /// This filter without a condition on a column.
    public ReportFilter without(ReportColumn column) {
        var changed = new TreeMap<>(conditions);
        changed.remove(column);
        return new ReportFilter(changed, changedOnly, text);
    }

    public ReportFilter withText(String changed) {
        return new ReportFilter(conditions, changedOnly, changed);
    }

    public ReportFilter withChangedOnly(boolean changed) {
        return new ReportFilter(conditions, changed, text);
    }

    /// The texts of which one has to stand in a column; none if any may.
    public Set<String> oneOf(ReportColumn column) {
        return conditions.get(column) instanceof Condition.OneOf(var texts) ? texts : Set.of();
    }

    /// Whether a column must have no value.
    public boolean isMissing(ReportColumn column) {
        return conditions.get(column) instanceof Condition.Missing;
    }

    /// The forms by which a value of a column is found: one, but for a column that has several
    /// words in a row.
    static List<String> comparables(ReportColumn column, String text) {
        return column.kind() == ReportColumn.Kind.CHOICES
                ? Check.words(text)
                : List.of(comparable(column, text));
    }

    /// The form by which texts of a column are compared.
    public static String comparable(ReportColumn column, String text) {
        return switch (column) {
            case PROVIDER_ID, OPERATOR_ID -> PartyId.key(text);
            default -> column.kind() == ReportColumn.Kind.ID ? text.toLowerCase(Locale.ROOT) : text;
        };
    }
}
