package org.roamledger.report;

import org.roamledger.session.ReportColumn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A line of a settlement that is written as a plain table: the innermost groups, a sum below every
/// group of which two lines or more are in one currency, and at the end the sum of all rows. Each
/// line is of one currency.
///
/// @param path the group and those around it, the outermost first; empty for a total
/// @param depth how many groups are around the line of which every currency has a sum, so that the
///   line can be folded into them
public record SettlementLine(Kind kind, List<Settlement.Group> path, Figures figures, int depth) {

    /// What a line is.
    public enum Kind {
        GROUP,
        SUBTOTAL,
        TOTAL
    }

    public SettlementLine {
        path = List.copyOf(path);
    }

    /// The columns in which the groups of a line are named: the levels, and Currency if it is none.
    public static List<ReportColumn> columns(Settlement settlement) {
        var columns = new ArrayList<>(settlement.levels());
        if (!columns.contains(ReportColumn.CURRENCY)) {
            columns.add(ReportColumn.CURRENCY);
        }
        return List.copyOf(columns);
    }

    /// All lines, in the order of the groups.
    public static List<SettlementLine> of(Settlement settlement) {
        var lines = new ArrayList<SettlementLine>();
        var onlyGroup = settlement.groups().size() == 1;
        settlement.groups().forEach(group -> add(group, List.of(), onlyGroup, lines));
        settlement
                .totals()
                .forEach(
                        figures ->
                                lines.add(new SettlementLine(Kind.TOTAL, List.of(), figures, 0)));
        return List.copyOf(lines);
    }

    /// @param only whether the totals are the sums of this group
    /// @return the number of lines that add up to the group, by currency
    private static Map<String, Integer> add(
            Settlement.Group group,
            List<Settlement.Group> around,
            boolean only,
            List<SettlementLine> lines) {
        var path = new ArrayList<>(around);
        path.add(group);
        var parts = new HashMap<String, Integer>();
        if (group.groups().isEmpty()) {
            for (var figures : group.figures()) {
                lines.add(new SettlementLine(Kind.GROUP, path, figures, 0));
                parts.put(figures.currency(), 1);
            }
            return parts;
        }
        var begin = lines.size();
        for (var inner : group.groups()) {
            add(inner, path, false, lines)
                    .forEach((currency, count) -> parts.merge(currency, count, Integer::sum));
        }
        // The group around a currency has the same sum in it.
        if (group.column() == ReportColumn.CURRENCY || only) {
            return parts;
        }
        var summed =
                group.figures().stream()
                        .filter(figures -> parts.getOrDefault(figures.currency(), 0) > 1)
                        .toList();
        if (summed.size() == group.figures().size()) {
            lines.subList(begin, lines.size()).replaceAll(SettlementLine::deeper);
        }
        summed.forEach(figures -> lines.add(new SettlementLine(Kind.SUBTOTAL, path, figures, 0)));
        var sums = new HashMap<String, Integer>();
        group.figures().forEach(figures -> sums.put(figures.currency(), 1));
        return sums;
    }

    private SettlementLine deeper() {
        return new SettlementLine(kind, path, figures, depth + 1);
    }
}
