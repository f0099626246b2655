package org.roamledger.report;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;

/// In what order the groups of one group stand.
///
/// By a figure, they are compared currency by currency, by code, and never across: those without
/// the figure in a currency come after those that have it, in both directions.
///
/// @param by a figure; absent for the order of the values
public record SettlementOrder(@Nullable SettlementColumn by, boolean descending) {

    public static final SettlementOrder STANDARD = new SettlementOrder(null, false);

    /// The same settlement with its groups in this order.
    public Settlement of(Settlement settlement) {
        if (equals(STANDARD)) {
            return settlement;
        }
        var currencies = settlement.totals().stream().map(Figures::currency).toList();
        return new Settlement(
                settlement.view(),
                settlement.levels(),
                ordered(settlement.groups(), currencies),
                settlement.totals());
    }

    private List<Settlement.Group> ordered(List<Settlement.Group> groups, List<String> currencies) {
        var column = by;
        var wanted =
                column == null
                        ? descending ? groups.reversed() : groups
                        : groups.stream().sorted(comparator(column, currencies)).toList();
        return wanted.stream()
                .map(
                        group ->
                                new Settlement.Group(
                                        group.column(),
                                        group.condition(),
                                        group.figures(),
                                        ordered(group.groups(), currencies)))
                .toList();
    }

    private Comparator<Settlement.Group> comparator(
            SettlementColumn column, List<String> currencies) {
        var order = Comparator.<Long>naturalOrder();
        var values = Comparator.nullsLast(descending ? order.reversed() : order);
        Comparator<Settlement.Group> comparator = (_, _) -> 0;
        for (var currency : currencies) {
            comparator = comparator.thenComparing(group -> figure(group, column, currency), values);
        }
        return comparator;
    }

    private static @Nullable Long figure(
            Settlement.Group group, SettlementColumn column, String currency) {
        return group.figures().stream()
                .filter(figures -> figures.currency().equals(currency))
                .findAny()
                .map(column::of)
                .orElse(null);
    }
}
