package org.roamledger.document;

import org.jspecify.annotations.Nullable;
import org.roamledger.document.FlowTable.Amounts;
import org.roamledger.document.FlowTable.Column;
import org.roamledger.document.FlowTable.Row;
import org.roamledger.report.Condition;
import org.roamledger.report.Figures;
import org.roamledger.report.Settlement;
import org.roamledger.report.SettlementColumn;
import org.roamledger.report.SettlementColumn.Kind;
import org.roamledger.session.Amount;
import org.roamledger.session.ReportColumn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The groups of a settlement as rows of a table on paper: the innermost ones, each with the groups
/// around it in columns of their own, and a sum below every group of which two rows or more are in
/// one currency.
final class SettlementRows implements FlowTable.Sums {

    private static final int DECIMALS_PER_KWH = 4;

    private final Settlement settlement;
    private final DocumentWords words;
    private final List<ReportColumn> texts;
    private final Map<String, Integer> decimals;
    private final List<Row> rows = new ArrayList<>();
    private List<String> above = List.of();

    /// @param decimals with how many the figures of each currency are told
    SettlementRows(Settlement settlement, Map<String, Integer> decimals, DocumentWords words) {
        this.settlement = settlement;
        this.words = words;
        this.decimals = decimals;
        var columns = new ArrayList<>(settlement.levels());
        if (!columns.contains(ReportColumn.CURRENCY)) {
            columns.add(ReportColumn.CURRENCY);
        }
        texts = List.copyOf(columns);
    }

    List<Column> columns() {
        var columns = new ArrayList<Column>();
        texts.forEach(level -> columns.add(new Column(words.title(level), false)));
        for (var figure : SettlementColumn.values()) {
            columns.add(new Column(words.title(figure), true));
        }
        return columns;
    }

    List<Row> rows() {
        for (var group : settlement.groups()) {
            add(group, List.of());
        }
        above = List.of();
        for (var figures : settlement.totals()) {
            var cells = new ArrayList<>(Collections.nCopies(texts.size(), ""));
            cells.set(0, words.text("total"));
            addRow(cells, figures, true);
        }
        return rows;
    }

    /// @return the number of rows that its groups have, without sums, by currency
    private Map<String, Integer> add(Settlement.Group group, List<Settlement.Group> around) {
        var path = new ArrayList<>(around);
        path.add(group);
        var inner = new HashMap<String, Integer>();
        if (group.groups().isEmpty()) {
            for (var figures : group.figures()) {
                addRow(cells(path), figures, false);
                inner.put(figures.currency(), 1);
            }
            return inner;
        }
        for (var each : group.groups()) {
            add(each, path)
                    .forEach((currency, count) -> inner.merge(currency, count, Integer::sum));
        }
        // A currency has the sum that the group around it has in it, and the only outermost group
        // that of all.
        if (group.column() == ReportColumn.CURRENCY
                || (around.isEmpty() && settlement.groups().size() == 1)) {
            return inner;
        }
        for (var figures : group.figures()) {
            if (inner.getOrDefault(figures.currency(), 0) > 1) {
                var cells = cells(path);
                var at = path.size() - 1;
                cells.set(at, words.text("totalOf", cells.get(at)));
                addRow(cells, figures, true);
            }
        }
        return group.figures().stream().collect(Collectors.toMap(Figures::currency, _ -> 1));
    }

    private List<String> cells(List<Settlement.Group> path) {
        var cells = new ArrayList<>(Collections.nCopies(texts.size(), ""));
        for (var i = 0; i < path.size(); i++) {
            cells.set(i, name(path.get(i)));
        }
        return cells;
    }

    private String name(Settlement.Group group) {
        return switch (group.condition()) {
            case Condition.OneOf(var of) ->
                    of.stream()
                            .map(text -> words.choice(group.column(), text))
                            .collect(Collectors.joining(", "));
            case Condition.Between(var least, _) when least != null -> words.percent(least);
            default -> words.text("notGiven");
        };
    }

    private void addRow(List<String> cells, Figures figures, boolean sum) {
        var currency = figures.currency().isEmpty() ? words.text("notGiven") : figures.currency();
        var at = texts.indexOf(ReportColumn.CURRENCY);
        // Where a sum is called by what stands in the column of currencies, it is called by both.
        cells.set(
                at,
                cells.get(at).equals(words.text("total"))
                        ? words.text("totalOf", currency)
                        : currency);
        var repeated = 0;
        while (!sum
                && repeated < texts.size() - 1
                && repeated < above.size()
                && above.get(repeated).equals(cells.get(repeated))) {
            repeated++;
        }
        above = sum ? List.of() : List.copyOf(cells);
        var values = new ArrayList<@Nullable Long>();
        for (var column : SettlementColumn.values()) {
            var value = column.of(figures);
            cells.add(
                    value == null ? words.text("none") : figure(column, value, figures.currency()));
            values.add(column.kind() == Kind.MONEY_PER_KWH ? null : value);
        }
        rows.add(
                new Row(
                        cells,
                        repeated,
                        sum,
                        sum ? null : new Amounts(figures.currency(), values)));
    }

    private String figure(SettlementColumn column, long value, String currency) {
        return switch (column.kind()) {
            case COUNT -> words.whole(value);
            case WATT_HOURS -> words.kilowattHours(value);
            case MONEY -> words.money(new Amount(value), decimals.getOrDefault(currency, 2));
            case MONEY_PER_KWH -> words.money(new Amount(value), DECIMALS_PER_KWH);
        };
    }

    /// Averages have no sums.
    @Override
    public List<String> cells(String label, Amounts sums) {
        var cells = new ArrayList<>(Collections.nCopies(texts.size(), ""));
        cells.set(0, words.ofCurrency(label, sums.currency()));
        for (var column : SettlementColumn.values()) {
            var value = sums.figures().get(column.ordinal());
            cells.add(value == null ? "" : figure(column, value, sums.currency()));
        }
        return cells;
    }
}
