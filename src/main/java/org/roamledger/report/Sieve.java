package org.roamledger.report;

import org.roamledger.problem.Progress;
import org.roamledger.session.ReportColumn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/// What a filter leaves of a report, and what it would leave without one of its conditions.
///
/// Every condition looks once at every row and each row remembers whether none, one or several
/// conditions hold it back; so any number of facets and histograms costs no further look at the
/// conditions. Immutable.
public final class Sieve {

    private static final byte NONE = 0;
    private static final byte SEVERAL = -1;

    private final Report report;
    private final List<ReportColumn> columns;
    private final byte[] heldBy;
    private final Map<ReportColumn, BitSet> found;

    private Sieve(
            Report report,
            List<ReportColumn> columns,
            byte[] heldBy,
            Map<ReportColumn, BitSet> found) {
        this.report = report;
        this.columns = columns;
        this.heldBy = heldBy;
        this.found = found;
    }

    /// At a million rows some milliseconds per condition: not for the screen's thread.
    ///
    /// @throws org.roamledger.problem.ProblemException with
    ///   [org.roamledger.problem.Problem.Cancelled] if the thread was interrupted
    public static Sieve of(Report report, ReportFilter filter) {
        var heldBy = new byte[report.size()];
        var columns = new ArrayList<ReportColumn>();
        filter.conditions()
                .forEach(
                        (column, condition) -> {
                            columns.add(column);
                            hold(heldBy, columns.size(), RowTests.of(report, column, condition));
                        });
        if (filter.changedOnly()) {
            hold(heldBy, columns.size() + 1, report::isChanged);
        }
        Map<ReportColumn, BitSet> found = Map.of();
        if (!filter.text().isEmpty()) {
            found = report.search().find(filter.text());
            hold(heldBy, columns.size() + 2, TextSearch.anywhere(found)::get);
        }
        return new Sieve(report, List.copyOf(columns), heldBy, found);
    }

    private static void hold(byte[] heldBy, int condition, IntPredicate test) {
        Progress.NONE.step(0, heldBy.length);
        for (var row = 0; row < heldBy.length; row++) {
            if (heldBy[row] != SEVERAL && !test.test(row)) {
                heldBy[row] = heldBy[row] == NONE ? (byte) condition : SEVERAL;
            }
        }
    }

    /// What a row may be held by and still counts for a column.
    private byte own(ReportColumn column) {
        return (byte) (columns.indexOf(column) + 1);
    }

    /// The values of a column that [Report#coded] knows.
    public Facet facet(ReportColumn column) {
        var coded = report.coded(column);
        var codes = coded.codes();
        var counts = new int[coded.texts().size()];
        var own = own(column);
        for (var row = 0; row < heldBy.length; row++) {
            if (heldBy[row] == NONE || heldBy[row] == own) {
                counts[codes[row]]++;
            }
        }
        return Facet.of(report, column, counts);
    }

    /// How the numbers of a column are spread.
    ///
    /// @param bars about how many bars
    public Histogram histogram(ReportColumn column, int bars) {
        var numbers = report.numbers(column);
        var values = new long[heldBy.length];
        var currency = report.coded(ReportColumn.CURRENCY);
        var currencies = new BitSet();
        var size = 0;
        var own = own(column);
        for (var row = 0; row < heldBy.length; row++) {
            if (heldBy[row] == NONE || heldBy[row] == own) {
                var value = numbers.at(row);
                if (value != Column.Numbers.MISSING) {
                    values[size++] = value;
                    currencies.set(currency.codes()[row]);
                }
            }
        }
        var seen = currencies.stream().mapToObj(currency.texts()::get).sorted().toList();
        return Histogram.of(column, seen, values, size, bars);
    }

    /// In how many of the visible rows the text of the filter stands, by column; columns without
    /// any are absent.
    public Map<ReportColumn, Integer> hits() {
        var hits = new EnumMap<ReportColumn, Integer>(ReportColumn.class);
        found.forEach(
                (column, rows) -> {
                    var visible = (int) rows.stream().filter(row -> heldBy[row] == NONE).count();
                    if (visible > 0) {
                        hits.put(column, visible);
                    }
                });
        return hits;
    }

    /// Those of some ids or names that no row of the report has, visible or not, in the order
    /// given.
    public static List<String> unknown(
            Report report, ReportColumn column, Collection<String> texts) {
        var known = new BitSet(texts.size());
        if (report.column(column) instanceof Column.Ids ids) {
            var wanted = IdSet.of(texts);
            for (var row = 0; row < report.size(); row++) {
                var index = wanted.indexOf(ids, row);
                if (index >= 0) {
                    known.set(index);
                }
            }
            return texts.stream().filter(text -> !known.get(wanted.indexOf(text))).toList();
        }
        var there = new HashSet<String>();
        for (var text : report.coded(column).texts()) {
            there.add(ReportFilter.comparable(column, text));
        }
        return texts.stream()
                .filter(text -> !there.contains(ReportFilter.comparable(column, text)))
                .toList();
    }
}
