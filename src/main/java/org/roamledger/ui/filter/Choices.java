package org.roamledger.ui.filter;

import org.roamledger.report.Facet;
import org.roamledger.report.ReportFilter;
import org.roamledger.session.Folded;
import org.roamledger.session.Organisation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// The lines of a list to be ticked.
///
/// @param lines those to be shown
/// @param left how many more match
record Choices(List<Choice> lines, int left) {

    /// More lines than anybody looks through; of a longer list those with most rows are shown.
    static final int MOST = 500;

    Choices {
        lines = List.copyOf(lines);
    }

    /// The lines of a facet: ticked ones first where not all have room, and a ticked value stays
    /// there even if it does not occur any more.
    ///
    /// @param sought shows only lines whose words contain this, in any case; ticked ones stay
    /// @param label words for a value
    static Choices of(Facet facet, Set<String> chosen, String sought, UnaryOperator<String> label) {
        var column = facet.column();
        var ticked = new HashMap<String, String>();
        chosen.forEach(text -> ticked.put(ReportFilter.comparable(column, text), text));
        var wanted = Folded.of(sought);
        var lines = new ArrayList<Choice>();
        for (var value : facet.values()) {
            var tick = ticked.remove(ReportFilter.comparable(column, value.text())) != null;
            if (tick || wanted.isEmpty() || Folded.of(label.apply(value.text())).contains(wanted)) {
                lines.add(new Choice(value.text(), 0, value.rows(), tick));
            }
        }
        for (var gone : new TreeSet<>(ticked.values())) {
            lines.add(new Choice(gone, 0, 0, true));
        }
        if (lines.size() <= MOST) {
            return new Choices(lines, 0);
        }
        lines.sort(
                Comparator.comparing((Choice line) -> !line.chosen())
                        .thenComparing(Comparator.comparingInt(Choice::rows).reversed()));
        return new Choices(lines.subList(0, MOST), lines.size() - MOST);
    }

    /// Organisations, sub-organisations below and right of the one they belong to.
    static List<Choice> ofOrganisations(List<Organisation> all, Set<String> chosen) {
        var sorted =
                all.stream()
                        .sorted(
                                Comparator.comparing(
                                        Organisation::name, String.CASE_INSENSITIVE_ORDER))
                        .toList();
        var lines = new ArrayList<Choice>();
        var placed = new HashSet<String>();
        var known = new HashSet<>(all.stream().map(Organisation::name).toList());
        for (var organisation : sorted) {
            if (organisation.parent() == null || !known.contains(organisation.parent())) {
                place(organisation, 0, sorted, chosen, placed, lines);
            }
        }
        // Those that belong to each other in a circle have no top.
        for (var organisation : sorted) {
            place(organisation, 0, sorted, chosen, placed, lines);
        }
        return lines;
    }

    private static void place(
            Organisation organisation,
            int depth,
            List<Organisation> sorted,
            Set<String> chosen,
            Set<String> placed,
            List<Choice> lines) {
        if (!placed.add(organisation.name())) {
            return;
        }
        var ticked = chosen.contains(organisation.name());
        lines.add(new Choice(organisation.name(), depth, Choice.NOT_COUNTED, ticked));
        for (var other : sorted) {
            if (organisation.name().equals(other.parent())) {
                place(other, depth + 1, sorted, chosen, placed, lines);
            }
        }
    }
}
