package org.roamledger.report;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.ReportColumn;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// The sessions of some organisations in a time frame, as an immutable columnar snapshot.
///
/// Rows are in the report's own order: Start time, then CDR ID. Safe for use by any threads.
public final class Report {

    private final ReportParameters parameters;
    private final int size;
    private final int[] sessionIds;
    private final BitSet credits;
    private final BitSet changed;
    private final Map<ReportColumn, Column> columns;
    private final Map<ReportColumn, Ranks> ranks = new ConcurrentHashMap<>();
    private final Map<ReportColumn, Column.Coded> numberCodes = new ConcurrentHashMap<>();
    private final TextSearch search = new TextSearch(this);
    private final Map<Long, TakenBack> takenBack;
    private @Nullable Findings findings;
    private final Map<ReportColumn, FacetOrder> facetOrders = new ConcurrentHashMap<>();

    Report(
            ReportParameters parameters,
            int[] sessionIds,
            BitSet credits,
            BitSet changed,
            Map<Long, TakenBack> takenBack,
            Map<ReportColumn, Column> columns) {
        this.parameters = parameters;
        this.size = sessionIds.length;
        this.sessionIds = sessionIds;
        this.credits = credits;
        this.changed = changed;
        this.takenBack = Map.copyOf(takenBack);
        this.columns = new EnumMap<>(columns);
    }

    public ReportParameters parameters() {
        return parameters;
    }

    /// Number of rows.
    public int size() {
        return size;
    }

    /// The values of a column. What the checks find is made at the first call, then kept, 4 bytes a
    /// row: some tenths of a second for a million.
    public Column column(ReportColumn column) {
        if (column == ReportColumn.FINDINGS) {
            return findings().column();
        }
        return Objects.requireNonNull(columns.get(column), column::key);
    }

    /// A column whose kind says that it holds codes, or percents: those of numbers are made at the
    /// first call, then kept, 4 bytes a row.
    public Column.Coded coded(ReportColumn column) {
        return column(column) instanceof Column.Numbers numbers
                ? numberCodes.computeIfAbsent(column, _ -> Percents.coded(numbers, size))
                : (Column.Coded) column(column);
    }

    /// A column whose kind says that it holds numbers.
    public Column.Numbers numbers(ReportColumn column) {
        return (Column.Numbers) column(column);
    }

    /// The store's id of a row's session.
    public long sessionId(int row) {
        return sessionIds[row];
    }

    /// Whether a row takes back an earlier one.
    public boolean isCredit(int row) {
        return credits.get(row);
    }

    /// Whether a row was told otherwise before: there is an earlier version of it.
    public boolean isChanged(int row) {
        return changed.get(row);
    }

    /// Whether a check found an error in a row, or something to be warned of.
    public boolean hasFindings(int row) {
        return findings().isCounted(row);
    }

    /// What the checks have found.
    synchronized Findings findings() {
        if (findings == null) {
            findings = Findings.of(this);
        }
        return findings;
    }

    /// Rows that take back earlier ones; not to be changed by anybody.
    BitSet credits() {
        return credits;
    }

    /// What a credit takes back; absent if it does not say so, and for other rows.
    @Nullable TakenBack takenBack(int row) {
        return credits.get(row) ? takenBack.get(sessionId(row)) : null;
    }

    /// Finds texts in its rows.
    TextSearch search() {
        return search;
    }

    /// The different values of a column that [#coded] knows. Computed at the first call, then kept.
    FacetOrder facetOrder(ReportColumn column) {
        return facetOrders.computeIfAbsent(column, asked -> FacetOrder.of(asked, coded(asked)));
    }

    /// Where each row stands when ordered by a column. Computed at the first call, then kept: 4
    /// bytes a row.
    Ranks ranks(ReportColumn column) {
        return ranks.computeIfAbsent(
                column,
                asked ->
                        asked == ReportColumn.FINDINGS
                                ? findings().ranks()
                                : Ranks.of(column(asked), size));
    }
}
