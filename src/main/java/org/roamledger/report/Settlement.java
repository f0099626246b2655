package org.roamledger.report;

import org.roamledger.session.Amount;
import org.roamledger.session.CurrencyDigits;
import org.roamledger.session.ReportColumn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The visible rows of a report in groups within groups, with the sums of each.
///
/// Every group has figures for each of its currencies; currencies are never added up, whether
/// Currency is one of the levels or not. Spellings of one provider are one group.
///
/// @param view the rows
/// @param levels by what they are grouped, the outermost first
/// @param groups the outermost groups in their order, missing values last; none without levels
/// @param totals the sums of all rows, by currency code
public record Settlement(
        ReportView view, List<ReportColumn> levels, List<Group> groups, List<Figures> totals) {

    /// The levels of the settlement summary, in its order.
    public static final List<ReportColumn> STANDARD =
            List.of(
                    ReportColumn.MONTH,
                    ReportColumn.NETWORK,
                    ReportColumn.PROVIDER_ID,
                    ReportColumn.CURRENCY,
                    ReportColumn.VAT_RATE);

    /// All columns that can be levels.
    public static final List<ReportColumn> POSSIBLE =
            List.of(
                    ReportColumn.MONTH,
                    ReportColumn.NETWORK,
                    ReportColumn.PROVIDER_ID,
                    ReportColumn.CURRENCY,
                    ReportColumn.VAT_RATE,
                    ReportColumn.ORGANISATION,
                    ReportColumn.PLUG_TYPE);

    /// Rows that have the same value in one column, within those of the group around.
    ///
    /// @param column by what it is a group
    /// @param condition what is true of its rows among those of the group around: one text, one
    ///   number, or a missing value
    /// @param figures by currency code; at least one
    /// @param groups the groups of the next level; none at the last one
    public record Group(
            ReportColumn column, Condition condition, List<Figures> figures, List<Group> groups) {

        public Group {
            figures = List.copyOf(figures);
            groups = List.copyOf(groups);
        }
    }

    public Settlement {
        levels = List.copyOf(levels);
        groups = List.copyOf(groups);
        totals = List.copyOf(totals);
    }

    /// Groups and adds up. At a million rows some tens of milliseconds: not for the screen's
    /// thread.
    ///
    /// @param levels some of [#POSSIBLE], each once
    /// @throws ArithmeticException if a sum is beyond about 922 trillion of a currency
    public static Settlement of(ReportView view, List<ReportColumn> levels) {
        if (!POSSIBLE.containsAll(levels) || new HashSet<>(levels).size() < levels.size()) {
            throw new IllegalArgumentException("levels " + levels);
        }
        var rows = view.rows();
        var columns =
                levels.stream().map(column -> GroupLevel.of(view.report(), rows, column)).toList();
        var currency = GroupLevel.of(view.report(), rows, ReportColumn.CURRENCY);
        var all = new ArrayList<>(columns);
        all.add(currency);
        var leaves = leaves(view, all);
        var tree = new Tree(levels, columns, currency);
        return new Settlement(view, levels, tree.groups(leaves, 0), tree.figures(leaves));
    }

    /// Whether the groups come to the totals of the view, per currency: to the ten-thousandth, or
    /// something is wrong with the application.
    public boolean addsUp() {
        var sums = new TreeMap<String, Totals.OfCurrency>();
        var parts =
                groups.isEmpty() ? List.of(totals) : groups.stream().map(Group::figures).toList();
        for (var figures : parts) {
            figures.forEach(of -> sums.merge(of.currency(), of.sums(), Totals.OfCurrency::plus));
        }
        return List.copyOf(sums.values()).equals(view.totals().byCurrency());
    }

    /// With how many decimals the figures of each currency are told, so that all are exact.
    public Map<String, Integer> decimals() {
        var amounts = new TreeMap<String, List<Amount>>();
        collect(totals, amounts);
        groups.forEach(group -> collect(group, amounts));
        var decimals = new TreeMap<String, Integer>();
        amounts.forEach(
                (currency, of) -> decimals.put(currency, CurrencyDigits.exact(currency, of)));
        return decimals;
    }

    private static void collect(Group group, Map<String, List<Amount>> amounts) {
        collect(group.figures(), amounts);
        group.groups().forEach(inner -> collect(inner, amounts));
    }

    private static void collect(List<Figures> figures, Map<String, List<Amount>> amounts) {
        for (var of : figures) {
            var sums = of.sums();
            amounts.computeIfAbsent(of.currency(), _ -> new ArrayList<>())
                    .addAll(List.of(sums.net(), sums.vat(), sums.gross()));
        }
    }

    /// The rows of one currency that have the same values in all levels.
    private record Leaf(int row, Figures.Sum sum) {}

    /// In the order of their ranks in the columns.
    private static List<Leaf> leaves(ReportView view, List<GroupLevel> columns) {
        var rows = view.rows();
        var keys = keys(rows, columns);
        var distinct = new Distinct();
        var leaves = new ArrayList<Leaf>();
        var report = view.report();
        var energy = report.numbers(ReportColumn.ENERGY_WH);
        var price = report.numbers(ReportColumn.PRICE);
        var vat = report.numbers(ReportColumn.VAT_AMOUNT);
        var findings = report.findings();
        for (var i = 0; i < rows.length; i++) {
            var number = distinct.numberOf(keys[i]);
            var row = rows[i];
            if (number == leaves.size()) {
                leaves.add(new Leaf(row, new Figures.Sum()));
            }
            leaves.get(number)
                    .sum()
                    .add(
                            report.isCredit(row),
                            findings.isCounted(row),
                            energy.at(row),
                            price.at(row),
                            vat.at(row));
        }
        var keyByLeaf = distinct.values();
        return IntStream.range(0, leaves.size())
                .boxed()
                .sorted(Comparator.comparingLong(leaf -> keyByLeaf[leaf]))
                .map(leaves::get)
                .toList();
    }

    /// A number for each row, in the order of the rows' ranks in the columns, the first one first.
    static long[] keys(int[] rows, List<GroupLevel> columns) {
        var keys = new long[rows.length];
        var count = 1L;
        for (var column : columns) {
            if (count > Long.MAX_VALUE / column.count()) {
                count = closeGaps(keys);
            }
            count *= column.count();
            for (var i = 0; i < rows.length; i++) {
                keys[i] = keys[i] * column.count() + column.rank(rows[i]);
            }
        }
        return keys;
    }

    /// Makes numbers as small as they can be without changing their order.
    ///
    /// @return how many different ones there are
    private static long closeGaps(long[] keys) {
        var ascending = Arrays.stream(keys).sorted().distinct().toArray();
        Arrays.setAll(keys, i -> Arrays.binarySearch(ascending, keys[i]));
        return ascending.length;
    }

    private record Tree(List<ReportColumn> levels, List<GroupLevel> columns, GroupLevel currency) {

        List<Group> groups(List<Leaf> leaves, int depth) {
            var groups = new ArrayList<Group>();
            if (depth == levels.size()) {
                return groups;
            }
            var column = columns.get(depth);
            for (var begin = 0; begin < leaves.size(); ) {
                var rank = column.rank(leaves.get(begin).row());
                var end = begin + 1;
                while (end < leaves.size() && column.rank(leaves.get(end).row()) == rank) {
                    end++;
                }
                var own = leaves.subList(begin, end);
                groups.add(
                        new Group(
                                levels.get(depth),
                                column.condition(rank),
                                figures(own),
                                groups(own, depth + 1)));
                begin = end;
            }
            return groups;
        }

        List<Figures> figures(List<Leaf> leaves) {
            Map<Integer, Figures.Sum> sums = new TreeMap<>();
            for (var leaf : leaves) {
                sums.computeIfAbsent(currency.rank(leaf.row()), _ -> new Figures.Sum())
                        .add(leaf.sum());
            }
            return sums.entrySet().stream()
                    .map(sum -> sum.getValue().of(code(sum.getKey())))
                    .sorted(Comparator.comparing(Figures::currency))
                    .toList();
        }

        private String code(int rank) {
            return currency.condition(rank) instanceof Condition.OneOf(var texts)
                    ? texts.iterator().next()
                    : "";
        }
    }
}
