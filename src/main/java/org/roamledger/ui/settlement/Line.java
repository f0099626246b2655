package org.roamledger.ui.settlement;

import org.roamledger.report.Condition;
import org.roamledger.report.Figures;
import org.roamledger.report.ReportFilter;
import org.roamledger.report.Settlement;
import org.roamledger.session.ReportColumn;

import java.util.List;
import java.util.Set;

/// A line of the settlement on the screen: what a group, or all rows, come to in one currency.
///
/// Equal only to itself, because groups hold groups.
final class Line {

    private final List<Settlement.Group> path;
    private final Figures figures;
    private final boolean first;
    private final boolean open;

    /// @param path the group of the line after all groups around it; empty for all rows
    /// @param first whether it is the first line of its group: the others are of more currencies
    /// @param open whether the groups within are shown below it
    Line(List<Settlement.Group> path, Figures figures, boolean first, boolean open) {
        this.path = List.copyOf(path);
        this.figures = figures;
        this.first = first;
        this.open = open;
    }

    /// By what a line is found again after the figures have changed.
    ///
    /// @param conditions those of its path
    record Place(List<Condition> conditions, String currency) {

        Place {
            conditions = List.copyOf(conditions);
        }
    }

    Place place() {
        return new Place(conditions(path), figures.currency());
    }

    static List<Condition> conditions(List<Settlement.Group> path) {
        return path.stream().map(Settlement.Group::condition).toList();
    }

    boolean isTotal() {
        return path.isEmpty();
    }

    Settlement.Group group() {
        return path.getLast();
    }

    List<Settlement.Group> path() {
        return path;
    }

    /// From 0; that of all rows too.
    int depth() {
        return Math.max(0, path.size() - 1);
    }

    Figures figures() {
        return figures;
    }

    boolean isFirst() {
        return first;
    }

    boolean isOpen() {
        return open;
    }

    boolean hasGroups() {
        return !isTotal() && !group().groups().isEmpty();
    }

    /// Another filter narrowed to the rows of this line.
    ReportFilter narrow(ReportFilter filter) {
        var narrowed =
                filter.with(
                        ReportColumn.CURRENCY,
                        figures.currency().isEmpty()
                                ? new Condition.Missing()
                                : new Condition.OneOf(Set.of(figures.currency())));
        for (var group : path) {
            narrowed = narrowed.with(group.column(), group.condition());
        }
        return narrowed;
    }
}
