package org.roamledger.ui.settlement;

import org.roamledger.report.Condition;
import org.roamledger.report.Figures;
import org.roamledger.report.ReportFilter;
import org.roamledger.report.Settlement;
import org.roamledger.report.SettlementColumn;
import org.roamledger.session.Amount;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.CellText;
import org.roamledger.ui.base.Words;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Groups and figures of a settlement as a reader of one language sees them.
public final class SettlementText {

    private static final int DECIMALS_PER_KWH = 4;

    private final Words words;
    private final CellText texts;
    private Map<String, Integer> decimals = Map.of();

    /// @param texts how figures are written
    SettlementText(Words words, CellText texts) {
        this.words = words;
        this.texts = texts;
    }

    /// Tells the figures of a settlement from now on.
    void of(Settlement settlement) {
        decimals = settlement.decimals();
    }

    static String titleKey(SettlementColumn column) {
        return "settlement." + column.name().toLowerCase(Locale.ROOT);
    }

    /// What a group is called.
    String name(ReportColumn column, Condition condition) {
        return switch (condition) {
            case Condition.OneOf(var texts) ->
                    texts.stream()
                            .map(
                                    text ->
                                            column.kind() == ReportColumn.Kind.CHOICE
                                                    ? words.choice(column, text)
                                                    : text)
                            .collect(Collectors.joining(", "));
            case Condition.Between(var least, _) when least != null -> texts.percent(least);
            default -> words.text("settlement.noValue", words.title(column));
        };
    }

    String currency(Figures figures) {
        return figures.currency().isEmpty() ? words.text("totals.noCurrency") : figures.currency();
    }

    /// Empty if there is nothing to be told.
    String figure(SettlementColumn column, Figures figures) {
        var value = column.of(figures);
        if (value == null) {
            return "";
        }
        return switch (column.kind()) {
            case COUNT -> texts.whole(value);
            case WATT_HOURS -> texts.kilowattHours(value);
            case MONEY ->
                    texts.money(new Amount(value), decimals.getOrDefault(figures.currency(), 2));
            case MONEY_PER_KWH -> texts.money(new Amount(value), DECIMALS_PER_KWH);
        };
    }

    /// What stands where there is no figure.
    String none(SettlementColumn column) {
        return words.text(
                switch (column) {
                    case NET, VAT -> "settlement.none.vat";
                    case GROSS -> "settlement.none.price";
                    default -> "cell.missing";
                });
    }

    /// Why there is no figure.
    String whyNone(SettlementColumn column) {
        return words.text(
                switch (column) {
                    case NET, VAT, NET_PER_KWH -> "settlement.noVat";
                    case ENERGY -> "settlement.noEnergy";
                    default -> "settlement.noPrice";
                });
    }

    /// A filter that was narrowed to one group, in short: `2026-10 › Hubject › DE*8EO`.
    public static String drilled(ReportFilter filter, Words words) {
        var text = new SettlementText(words, CellText.shown(words, ZoneOffset.UTC));
        var names = new ArrayList<String>();
        for (var column : Settlement.POSSIBLE) {
            var condition = filter.conditions().get(column);
            if (condition != null) {
                names.add(text.name(column, condition));
            }
        }
        return String.join(" › ", names);
    }
}
