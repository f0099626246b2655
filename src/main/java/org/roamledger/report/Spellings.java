package org.roamledger.report;

import java.util.HashMap;
import java.util.List;
import java.util.function.UnaryOperator;

/// Which codes of a column are spellings of one id.
final class Spellings {

    private Spellings() {}

    /// By code, the first code of the same id.
    ///
    /// @param texts texts by code
    /// @param key by what two spellings are equal
    static int[] first(List<String> texts, UnaryOperator<String> key) {
        var known = new HashMap<String, Integer>();
        var first = new int[texts.size()];
        for (var code = 1; code < first.length; code++) {
            var before = known.putIfAbsent(key.apply(texts.get(code)), code);
            first[code] = before == null ? code : before;
        }
        return first;
    }
}
