package org.roamledger.ui.filter;

import org.roamledger.report.Facet;
import org.roamledger.report.Histogram;
import org.roamledger.session.ReportColumn;

import java.util.Map;
import java.util.Optional;

/// What was counted under a filter.
///
/// @param facets by column
/// @param histograms by column
/// @param rows number of visible rows
/// @param hits in how many visible rows the text that is searched for stands, by column
public record Counts(
        Map<ReportColumn, Facet> facets,
        Map<ReportColumn, Histogram> histograms,
        int rows,
        Map<ReportColumn, Integer> hits) {

    static final Counts NONE = new Counts(Map.of(), Map.of(), 0, Map.of());

    /// Number of bars of a histogram, about.
    static final int BARS = 24;

    /// The values of a column; empty if they are not counted (yet).
    Optional<Facet> facet(ReportColumn column) {
        return Optional.ofNullable(facets.get(column));
    }

    /// How the numbers of a column are spread; empty if that is not counted (yet).
    Optional<Histogram> histogram(ReportColumn column) {
        return Optional.ofNullable(histograms.get(column));
    }
}
