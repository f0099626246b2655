package org.roamledger.report;

import org.roamledger.session.Folded;
import org.roamledger.session.ReportColumn;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/// The different values of a coded column in the order in which a reader looks for them.
///
/// @param texts each as it first occurred; spellings of one party are one value
/// @param placeOfCode where the text of a code stands among them; of no use for the missing one
record FacetOrder(List<String> texts, int[] placeOfCode) {

    static FacetOrder of(ReportColumn column, Column.Coded coded) {
        var known = coded.texts();
        var firstOfKey = new LinkedHashMap<String, Integer>();
        var first = new int[known.size()];
        for (var code = 1; code < first.length; code++) {
            var key = ReportFilter.comparable(column, known.get(code));
            var before = firstOfKey.putIfAbsent(key, code);
            first[code] = before == null ? code : before;
        }
        var ordered = new ArrayList<>(firstOfKey.values());
        ordered.sort(
                column.isText()
                        ? byName(known)
                        : Comparator.comparing(code -> new BigDecimal(known.get(code))));
        var placeOfFirst = new int[first.length];
        for (var place = 0; place < ordered.size(); place++) {
            placeOfFirst[ordered.get(place)] = place;
        }
        var placeOfCode = new int[first.length];
        for (var code = 1; code < first.length; code++) {
            placeOfCode[code] = placeOfFirst[first[code]];
        }
        return new FacetOrder(ordered.stream().map(known::get).toList(), placeOfCode);
    }

    private static Comparator<Integer> byName(List<String> texts) {
        var folded = texts.stream().map(Folded::of).toList();
        return Comparator.comparing((Integer code) -> folded.get(code)).thenComparing(texts::get);
    }
}
