package org.roamledger.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Percents as texts, because there are few different ones and people pick among them.
final class Percents {

    private static final int SCALE = 4;

    private Percents() {}

    /// A plain decimal without zeros at the end.
    ///
    /// @param value ten-thousandths of a percent
    static String text(long value) {
        return BigDecimal.valueOf(value, SCALE).stripTrailingZeros().toPlainString();
    }

    static Column.Coded coded(Column.Numbers column, int size) {
        Map<Long, Integer> codeOf = new HashMap<>();
        List<String> texts = new ArrayList<>(List.of(""));
        var codes = new int[size];
        var before = Column.Numbers.MISSING;
        var code = Column.Coded.MISSING;
        for (var row = 0; row < size; row++) {
            var value = column.at(row);
            // Rows behind one another mostly have the same rate, which spares the search.
            if (value != before) {
                before = value;
                code =
                        value == Column.Numbers.MISSING
                                ? Column.Coded.MISSING
                                : codeOf.computeIfAbsent(
                                        value,
                                        added -> {
                                            texts.add(text(added));
                                            return texts.size() - 1;
                                        });
            }
            codes[row] = code;
        }
        return new Column.Coded(codes, List.copyOf(texts));
    }
}
