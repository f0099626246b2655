package org.roamledger.document;

import org.jspecify.annotations.Nullable;
import org.roamledger.document.FlowTable.Amounts;
import org.roamledger.document.FlowTable.Column;
import org.roamledger.document.FlowTable.Row;
import org.roamledger.report.Money;
import org.roamledger.report.RoundedSettlement;
import org.roamledger.session.Amount;
import org.roamledger.session.CurrencyDigits;
import org.roamledger.session.ReportColumn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The rounded amounts as rows of a table, and below them, for each currency, what they come to,
/// what rounding has added, and the exact sum.
final class AmountRows implements FlowTable.Sums {

    private static final int TEXTS = 4;

    private final RoundedSettlement settlement;
    private final Map<String, Integer> decimals;
    private final DocumentWords words;

    /// @param decimals with how many exact figures of each currency are told
    AmountRows(RoundedSettlement settlement, Map<String, Integer> decimals, DocumentWords words) {
        this.settlement = settlement;
        this.decimals = decimals;
        this.words = words;
    }

    List<Column> columns() {
        return List.of(
                new Column(words.title(ReportColumn.PROVIDER_ID), false),
                new Column(words.title(ReportColumn.CURRENCY), false),
                new Column(words.title(ReportColumn.VAT_RATE), false),
                new Column(words.text("rounding"), false),
                new Column(words.text("rows"), true),
                new Column(words.text("figure.net"), true),
                new Column(words.text("figure.vat"), true),
                new Column(words.text("figure.gross"), true));
    }

    List<Row> rows() {
        var rows = new ArrayList<Row>();
        var partner = (String) null;
        for (var line : settlement.lines()) {
            var cells = new ArrayList<String>();
            cells.add(line.partner() == null ? words.text("notGiven") : line.partner());
            cells.add(words.currency(line.currency()));
            cells.add(line.vatRate() == null ? words.text("none") : words.percent(line.vatRate()));
            cells.add(words.rounding(line.rounding()));
            cells.add(words.whole(line.rows()));
            var own =
                    line.rounding() == null
                            ? exact(line.currency())
                            : CurrencyDigits.of(line.currency());
            add(line.rounded(), own, cells);
            var repeated = cells.getFirst().equals(partner) ? 1 : 0;
            partner = cells.getFirst();
            rows.add(new Row(cells, repeated, false, amounts(line)));
        }
        for (var total : settlement.totals()) {
            var currency = total.currency();
            var own = CurrencyDigits.of(currency);
            rows.add(total("amounts.total", currency, own, total.rounded()));
            rows.add(total("amounts.difference", currency, exact(currency), total.difference()));
            rows.add(total("amounts.exact", currency, exact(currency), total.exact()));
        }
        return rows;
    }

    private int exact(String currency) {
        return decimals.getOrDefault(currency, CurrencyDigits.of(currency));
    }

    private Row total(String key, String currency, int fewest, Money money) {
        var cells = new ArrayList<>(List.of(words.ofCurrency(key, currency), "", "", "", ""));
        add(money, fewest, cells);
        return new Row(cells, 0, true, null);
    }

    /// @param fewest decimals
    private void add(Money money, int fewest, List<String> cells) {
        for (var amount : Arrays.asList(money.net(), money.vat(), money.gross())) {
            cells.add(amount == null ? words.text("none") : words.money(amount, fewest));
        }
    }

    private static Amounts amounts(RoundedSettlement.Line line) {
        var money = line.rounded();
        return new Amounts(
                line.currency(),
                Arrays.asList(
                        line.rows(), units(money.net()), units(money.vat()), units(money.gross())));
    }

    private static @Nullable Long units(@Nullable Amount amount) {
        return amount == null ? null : amount.tenThousandths();
    }

    @Override
    public List<String> cells(String label, Amounts sums) {
        var cells = new ArrayList<String>();
        cells.add(words.ofCurrency(label, sums.currency()));
        while (cells.size() < TEXTS) {
            cells.add("");
        }
        var rows = sums.figures().getFirst();
        cells.add(rows == null ? "" : words.whole(rows));
        for (var money : sums.figures().subList(1, sums.figures().size())) {
            cells.add(words.money(money == null ? null : new Amount(money), sums.currency()));
        }
        return cells;
    }
}
