package org.roamledger.document;

import org.jspecify.annotations.Nullable;
import org.roamledger.document.FlowTable.Amounts;
import org.roamledger.document.FlowTable.Column;
import org.roamledger.document.FlowTable.Row;
import org.roamledger.report.Condition;
import org.roamledger.report.Settlement;
import org.roamledger.report.SettlementColumn;
import org.roamledger.report.SettlementColumn.Kind;
import org.roamledger.report.SettlementLine;
import org.roamledger.session.Amount;
import org.roamledger.session.ReportColumn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The lines of a settlement as rows of a table on paper, each level in a column of its own.
final class SettlementRows implements FlowTable.Sums {

    private static final int DECIMALS_PER_KWH = 4;

    private final Settlement settlement;
    private final DocumentWords words;
    private final List<ReportColumn> texts;
    private final Map<String, Integer> decimals;

    /// @param decimals with how many the figures of each currency are told
    SettlementRows(Settlement settlement, Map<String, Integer> decimals, DocumentWords words) {
        this.settlement = settlement;
        this.words = words;
        this.decimals = decimals;
        texts = SettlementLine.columns(settlement);
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
        var rows = new ArrayList<Row>();
        List<String> above = List.of();
        for (var line : SettlementLine.of(settlement)) {
            var cells = names(line);
            var sum = line.kind() != SettlementLine.Kind.GROUP;
            var repeated = sum ? 0 : repeated(cells, above);
            above = sum ? List.of() : List.copyOf(cells);
            var values = new ArrayList<@Nullable Long>();
            var currency = line.figures().currency();
            for (var column : SettlementColumn.values()) {
                var value = column.of(line.figures());
                cells.add(value == null ? words.text("none") : figure(column, value, currency));
                // Averages have no sums.
                values.add(column.kind() == Kind.MONEY_PER_KWH ? null : value);
            }
            rows.add(new Row(cells, repeated, sum, sum ? null : new Amounts(currency, values)));
        }
        return rows;
    }

    private List<String> names(SettlementLine line) {
        var cells = new ArrayList<>(Collections.nCopies(texts.size(), ""));
        for (var i = 0; i < line.path().size(); i++) {
            cells.set(i, name(line.path().get(i)));
        }
        var currency = words.currency(line.figures().currency());
        var at = texts.indexOf(ReportColumn.CURRENCY);
        switch (line.kind()) {
            case GROUP -> cells.set(at, currency);
            case SUBTOTAL -> {
                cells.set(at, currency);
                var last = line.path().size() - 1;
                cells.set(last, words.text("totalOf", cells.get(last)));
            }
            case TOTAL -> {
                cells.set(at, currency);
                cells.set(0, at == 0 ? words.text("totalOf", currency) : words.text("total"));
            }
        }
        return cells;
    }

    private static int repeated(List<String> cells, List<String> above) {
        var repeated = 0;
        while (repeated < cells.size() - 1
                && repeated < above.size()
                && above.get(repeated).equals(cells.get(repeated))) {
            repeated++;
        }
        return repeated;
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

    private String figure(SettlementColumn column, long value, String currency) {
        return switch (column.kind()) {
            case COUNT -> words.whole(value);
            case WATT_HOURS -> words.kilowattHours(value);
            case MONEY -> words.money(new Amount(value), decimals.getOrDefault(currency, 2));
            case MONEY_PER_KWH -> words.money(new Amount(value), DECIMALS_PER_KWH);
        };
    }

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
