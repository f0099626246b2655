package org.roamledger.document;

import org.jspecify.annotations.Nullable;
import org.roamledger.document.FlowTable.Column;
import org.roamledger.document.FlowTable.Row;
import org.roamledger.report.SettlementColumn;
import org.roamledger.report.VatOnSum;
import org.roamledger.session.Amount;
import org.roamledger.session.ReportColumn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// VAT of each currency and rate as rows of a table: as the sessions have it, and as it is on their
/// net sum.
final class VatRows {

    private static final List<SettlementColumn> MONEY =
            List.of(SettlementColumn.NET, SettlementColumn.VAT, SettlementColumn.GROSS);

    private final List<VatOnSum> lines;
    private final Map<String, Integer> decimals;
    private final DocumentWords words;

    /// @param decimals with how many the figures of each currency are told
    VatRows(List<VatOnSum> lines, Map<String, Integer> decimals, DocumentWords words) {
        this.lines = lines;
        this.decimals = decimals;
        this.words = words;
    }

    List<Column> columns() {
        return List.of(
                new Column(words.title(ReportColumn.CURRENCY), false),
                new Column(words.title(ReportColumn.VAT_RATE), false),
                new Column(words.text("rows"), true),
                new Column(words.text("figure.net"), true),
                new Column(words.text("figure.vat"), true),
                new Column(words.text("figure.gross"), true),
                new Column(words.text("vat.onNet"), true),
                new Column(words.text("vat.difference"), true));
    }

    List<Row> rows() {
        var rows = new ArrayList<Row>();
        var before = "";
        for (var line : lines) {
            var currency = line.figures().currency();
            var cells = new ArrayList<String>();
            cells.add(words.currency(currency));
            cells.add(
                    line.vatRate() == null
                            ? words.text("notGiven")
                            : words.percent(line.vatRate()));
            cells.add(words.whole(line.figures().rows()));
            for (var column : MONEY) {
                var value = column.of(line.figures());
                cells.add(exact(value == null ? null : new Amount(value), currency));
            }
            cells.add(words.money(line.onNet(), currency));
            cells.add(exact(line.difference(), currency));
            rows.add(new Row(cells, cells.getFirst().equals(before) ? 1 : 0, false, null));
            before = cells.getFirst();
        }
        return rows;
    }

    private String exact(@Nullable Amount amount, String currency) {
        return amount == null
                ? words.text("none")
                : words.money(amount, decimals.getOrDefault(currency, 2));
    }
}
