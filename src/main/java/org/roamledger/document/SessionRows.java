package org.roamledger.document;

import org.jspecify.annotations.Nullable;
import org.roamledger.document.FlowTable.Amounts;
import org.roamledger.document.FlowTable.Row;
import org.roamledger.report.Column;
import org.roamledger.report.ReportView;
import org.roamledger.session.Amount;
import org.roamledger.session.CurrencyDigits;
import org.roamledger.session.ReportColumn;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The sessions behind a settlement as rows of a table, in the order in which they are shown, and
/// what they come to.
final class SessionRows implements FlowTable.Sums {

    private static final List<ReportColumn> TEXTS =
            List.of(
                    ReportColumn.CDR_ID,
                    ReportColumn.START_TIME,
                    ReportColumn.EVSE_ID,
                    ReportColumn.NETWORK,
                    ReportColumn.PROVIDER_ID,
                    ReportColumn.CURRENCY,
                    ReportColumn.VAT_RATE);

    private final ReportView view;
    private final ZoneId zone;
    private final DocumentWords words;
    private final Map<String, Integer> decimals = new TreeMap<>();

    SessionRows(ReportView view, DocumentWords words) {
        this.view = view;
        this.zone = view.report().parameters().zone();
        this.words = words;
    }

    List<FlowTable.Column> columns() {
        var columns = new ArrayList<FlowTable.Column>();
        TEXTS.forEach(column -> columns.add(new FlowTable.Column(words.title(column), false)));
        for (var key : List.of("figure.energy", "figure.net", "figure.vat", "figure.gross")) {
            columns.add(new FlowTable.Column(words.text(key), true));
        }
        return columns;
    }

    List<Row> rows() {
        findDecimals();
        var rows = new ArrayList<Row>(view.size() + 1);
        var totals = new TreeMap<String, Amounts>();
        for (var row : view.rows()) {
            var amounts = amounts(row);
            totals.merge(amounts.currency(), amounts, Amounts::plus);
            var cells = texts(row);
            addFigures(amounts, words.text("none"), cells);
            rows.add(new Row(cells, 0, false, amounts));
        }
        for (var total : totals.values()) {
            rows.add(new Row(cells("totalOf", total), 0, true, null));
        }
        return rows;
    }

    /// So that figures below each other differ in size and not in kind.
    private void findDecimals() {
        var amounts = new TreeMap<String, List<Amount>>();
        for (var row : view.rows()) {
            var of = amounts(row);
            for (var money : of.figures().subList(1, of.figures().size())) {
                if (money != null) {
                    amounts.computeIfAbsent(of.currency(), _ -> new ArrayList<>())
                            .add(new Amount(money));
                }
            }
        }
        amounts.forEach(
                (currency, of) -> decimals.put(currency, CurrencyDigits.exact(currency, of)));
    }

    private Amounts amounts(int row) {
        var report = view.report();
        var energy = value(ReportColumn.ENERGY_WH, row);
        var price = value(ReportColumn.PRICE, row);
        var vat = value(ReportColumn.VAT_AMOUNT, row);
        var net = price == null || vat == null ? null : (Long) Math.subtractExact(price, vat);
        return new Amounts(
                report.coded(ReportColumn.CURRENCY).text(row),
                Arrays.asList(energy, net, vat, price));
    }

    private @Nullable Long value(ReportColumn column, int row) {
        var value = view.report().numbers(column).at(row);
        return value == Column.Numbers.MISSING ? null : value;
    }

    private List<String> texts(int row) {
        var report = view.report();
        var cells = new ArrayList<String>();
        for (var column : TEXTS) {
            if (report.column(column).isMissing(row)) {
                cells.add(words.text("none"));
                continue;
            }
            cells.add(
                    switch (report.column(column)) {
                        case Column.Ids ids -> ids.text(row);
                        case Column.Coded coded -> words.choice(column, coded.text(row));
                        case Column.Numbers numbers ->
                                column == ReportColumn.VAT_RATE
                                        ? words.percent(numbers.at(row))
                                        : DocumentWords.time(
                                                Instant.ofEpochSecond(numbers.at(row)), zone);
                    });
        }
        return cells;
    }

    private void addFigures(Amounts amounts, String none, List<String> cells) {
        var energy = amounts.figures().getFirst();
        cells.add(energy == null ? none : words.kilowattHours(energy));
        for (var money : amounts.figures().subList(1, amounts.figures().size())) {
            cells.add(
                    money == null
                            ? none
                            : words.money(
                                    new Amount(money),
                                    decimals.getOrDefault(amounts.currency(), 2)));
        }
    }

    @Override
    public List<String> cells(String label, Amounts sums) {
        var cells = new ArrayList<String>();
        cells.add(words.ofCurrency(label, sums.currency()));
        while (cells.size() < TEXTS.size()) {
            cells.add("");
        }
        addFigures(sums, words.text("none"), cells);
        return cells;
    }
}
