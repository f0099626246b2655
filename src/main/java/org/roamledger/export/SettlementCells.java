package org.roamledger.export;

import org.roamledger.export.TableCells.Cell;
import org.roamledger.export.TableCells.Kind;
import org.roamledger.export.TableCells.Line;
import org.roamledger.report.Condition;
import org.roamledger.report.Figures;
import org.roamledger.report.Money;
import org.roamledger.report.RoundedSettlement;
import org.roamledger.report.Settlement;
import org.roamledger.report.SettlementColumn;
import org.roamledger.report.SettlementLine;
import org.roamledger.report.SettlementWords;
import org.roamledger.session.Amount;
import org.roamledger.session.CurrencyDigits;
import org.roamledger.session.ReportColumn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A settlement as the cells of tables: its groups with exact figures, and the rounded amounts.
final class SettlementCells {

    private final Settlement settlement;
    private final SettlementWords words;
    private final Map<String, Integer> decimals;

    /// @throws IllegalStateException if the groups do not come to the totals of the view, which
    ///   only a fault of the application can cause
    SettlementCells(Settlement settlement, SettlementWords words) {
        if (!settlement.addsUp()) {
            throw new IllegalStateException("the groups do not add up to the totals");
        }
        this.settlement = settlement;
        this.words = words;
        decimals = settlement.decimals();
    }

    /// The groups, and their sums per currency.
    TableCells groups() {
        var columns = SettlementLine.columns(settlement);
        var titles = new ArrayList<String>();
        titles.add(words.text("line"));
        columns.forEach(column -> titles.add(words.title(column)));
        for (var figure : SettlementColumn.values()) {
            titles.add(words.title(figure));
        }
        var lines =
                SettlementLine.of(settlement).stream()
                        .map(
                                line ->
                                        new Line(
                                                line.kind() != SettlementLine.Kind.GROUP,
                                                line.depth(),
                                                cells(line, columns)))
                        .toList();
        return new TableCells(titles, 1 + columns.size(), lines);
    }

    /// The amounts to settle, and for each currency what they come to and what rounding has added.
    ///
    /// @param rounded of the same rows
    TableCells amounts(RoundedSettlement rounded) {
        var titles =
                List.of(
                        words.text("line"),
                        words.title(ReportColumn.PROVIDER_ID),
                        words.title(ReportColumn.CURRENCY),
                        words.title(ReportColumn.VAT_RATE),
                        words.text("rounding"),
                        words.text("rows"),
                        words.title(SettlementColumn.NET),
                        words.title(SettlementColumn.VAT),
                        words.title(SettlementColumn.GROSS));
        var lines = new ArrayList<Line>();
        for (var line : rounded.lines()) {
            var currency = line.currency();
            var partner = line.partner();
            var rate = line.vatRate();
            var cells = new ArrayList<Cell>();
            cells.add(new Cell(Kind.TEXT, words.text("line.settled")));
            cells.add(text(partner == null ? "" : partner));
            cells.add(text(currency));
            cells.add(rate == null ? text("") : Cell.percent(rate));
            cells.add(new Cell(Kind.TEXT, words.rounding(line.rounding())));
            cells.add(Cell.count(line.rows()));
            var fewest = line.rounding() == null ? exact(currency) : CurrencyDigits.of(currency);
            cells.addAll(money(line.rounded(), fewest));
            lines.add(new Line(false, 0, cells));
        }
        for (var total : rounded.totals()) {
            var currency = total.currency();
            var own = CurrencyDigits.of(currency);
            lines.add(sum(words.text("line.settledTotal"), currency, total.rounded(), own));
            lines.add(
                    sum(
                            words.text("line.difference"),
                            currency,
                            total.difference(),
                            exact(currency)));
        }
        return new TableCells(titles, titles.indexOf(words.text("rows")), lines);
    }

    private Line sum(String name, String currency, Money money, int fewest) {
        var cells = new ArrayList<Cell>();
        cells.add(new Cell(Kind.TEXT, name));
        cells.add(Cell.NONE);
        cells.add(text(currency));
        cells.addAll(List.of(Cell.NONE, Cell.NONE, Cell.NONE));
        cells.addAll(money(money, fewest));
        return new Line(true, 0, cells);
    }

    private static List<Cell> money(Money money, int fewest) {
        return List.of(
                Cell.money(money.net(), fewest),
                Cell.money(money.vat(), fewest),
                Cell.money(money.gross(), fewest));
    }

    /// With how many decimals the exact figures of a currency are told.
    private int exact(String currency) {
        return decimals.getOrDefault(currency, CurrencyDigits.of(currency));
    }

    private List<Cell> cells(SettlementLine line, List<ReportColumn> columns) {
        var cells = new ArrayList<Cell>();
        cells.add(new Cell(Kind.TEXT, words.line(line.kind())));
        for (var column : columns) {
            cells.add(
                    column == ReportColumn.CURRENCY
                            ? text(line.figures().currency())
                            : line.path().stream()
                                    .filter(group -> group.column() == column)
                                    .findAny()
                                    .map(this::name)
                                    .orElse(Cell.NONE));
        }
        for (var figure : SettlementColumn.values()) {
            cells.add(figure(figure, line.figures()));
        }
        return cells;
    }

    private Cell text(String text) {
        return new Cell(Kind.TEXT, text.isEmpty() ? words.text("missing") : text);
    }

    private Cell name(Settlement.Group group) {
        return switch (group.condition()) {
            case Condition.OneOf(var texts) ->
                    text(
                            texts.stream()
                                    .map(text -> words.choice(group.column(), text))
                                    .collect(Collectors.joining(", ")));
            case Condition.Between(var least, _) when least != null -> Cell.percent(least);
            default -> text("");
        };
    }

    private Cell figure(SettlementColumn column, Figures figures) {
        var value = column.of(figures);
        if (value == null) {
            return Cell.NONE;
        }
        return switch (column.kind()) {
            case COUNT -> Cell.count(value);
            case WATT_HOURS -> Cell.kilowattHours(value);
            case MONEY -> Cell.money(new Amount(value), exact(figures.currency()));
            case MONEY_PER_KWH -> Cell.money(new Amount(value), CurrencyDigits.MOST);
        };
    }
}
