package org.roamledger.ui.charts;

import org.roamledger.report.Chart;
import org.roamledger.report.ChartPart;
import org.roamledger.report.ChartTable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Which colour and pattern each series has: a provider has the same one in all charts.
final class Fills {

    /// Colours with their patterns, as numbered in the style sheet.
    private static final int NUMBER = 8;

    /// That of the others.
    private static final int OTHERS = NUMBER;

    private final Map<ChartPart, Integer> known = new HashMap<>();

    Fills(List<ChartTable> tables) {
        for (var table : tables) {
            if (table.chart() == Chart.GROSS || table.chart() == Chart.ENERGY) {
                learn(table.series());
            }
        }
    }

    private void learn(List<ChartPart> series) {
        var taken = new ArrayList<Integer>();
        for (var part : series) {
            var fill = known.get(part);
            if (fill != null) {
                taken.add(fill);
            }
        }
        for (var part : series) {
            if (!(part instanceof ChartPart.Others) && !known.containsKey(part)) {
                var fresh =
                        IntStream.range(0, NUMBER)
                                .filter(fill -> !taken.contains(fill))
                                .boxed()
                                // Those that nobody else has come first.
                                .min(
                                        (a, b) ->
                                                Boolean.compare(
                                                        known.containsValue(a),
                                                        known.containsValue(b)))
                                .orElse(0);
                known.put(part, fresh);
                taken.add(fresh);
            }
        }
    }

    List<Integer> of(ChartTable table) {
        return IntStream.range(0, table.series().size())
                .mapToObj(
                        part ->
                                table.series().get(part) instanceof ChartPart.Others
                                        ? OTHERS
                                        : known.getOrDefault(table.series().get(part), part))
                .toList();
    }
}
