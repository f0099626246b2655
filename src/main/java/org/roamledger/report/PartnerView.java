package org.roamledger.report;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.ReportColumn;

import java.util.ArrayList;
import java.util.List;

/// The rows of a view that are one partner's, whatever the spelling of its id.
///
/// @param partner as its id first occurs; absent for rows without a provider
public record PartnerView(@Nullable String partner, ReportView view) {

    /// Every row is in one of them. Not for the screen's thread.
    ///
    /// @return in the order of settlements, those without a provider last
    public static List<PartnerView> all(ReportView view) {
        var report = view.report();
        var level = GroupLevel.of(report, view.rows(), ReportColumn.PROVIDER_ID);
        var counts = new int[level.count()];
        for (var row : view.rows()) {
            counts[level.rank(row)]++;
        }
        var rows = new int[level.count()][];
        for (var rank = 0; rank < rows.length; rank++) {
            rows[rank] = new int[counts[rank]];
            counts[rank] = 0;
        }
        for (var row : view.rows()) {
            var rank = level.rank(row);
            rows[rank][counts[rank]++] = row;
        }
        var partners = new ArrayList<PartnerView>();
        for (var rank = 0; rank < rows.length; rank++) {
            if (rows[rank].length > 0) {
                var condition = level.condition(rank);
                partners.add(
                        new PartnerView(
                                condition instanceof Condition.OneOf(var texts)
                                        ? texts.iterator().next()
                                        : null,
                                new ReportView(
                                        report,
                                        view.filter().with(ReportColumn.PROVIDER_ID, condition),
                                        view.order(),
                                        rows[rank],
                                        Totals.of(report, rows[rank]),
                                        view.chosenFrom())));
            }
        }
        return partners;
    }
}
