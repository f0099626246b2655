package org.roamledger.store;

import org.roamledger.report.ReportBuilder;
import org.roamledger.session.Provenance;
import org.roamledger.session.ReportColumn;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The column `provenance`: what was stored with a session, together with what was decided at its
/// station. Of both few different ones occur, so each pair is put into words once.
final class ProvenanceCodes {

    private final ReportBuilder.Codes column;
    private final List<Map<ReportColumn, Provenance>> stored;
    private final List<Map<ReportColumn, Provenance>> decided = new ArrayList<>();
    private final Map<Map<ReportColumn, Provenance>, Integer> numbers = new HashMap<>();

    /// By number of what was decided, then by id of what was stored; 0 is not known yet.
    private final List<int[]> codes = new ArrayList<>();

    /// @param stored by id, 0 for nothing
    ProvenanceCodes(ReportBuilder.Codes column, List<Map<ReportColumn, Provenance>> stored) {
        this.column = column;
        this.stored = stored;
    }

    /// The number by which [#code] knows what was decided.
    int number(Map<ReportColumn, Provenance> of) {
        return numbers.computeIfAbsent(
                of,
                added -> {
                    decided.add(added);
                    codes.add(new int[stored.size()]);
                    return decided.size() - 1;
                });
    }

    int code(int storedId, int number) {
        var known = codes.get(number);
        if (known[storedId] == 0) {
            known[storedId] = column.code(ProvenanceText.exported(of(storedId, number)));
        }
        return known[storedId];
    }

    /// What was decided replaces what was stored.
    Map<ReportColumn, Provenance> of(int storedId, int number) {
        var both = new EnumMap<ReportColumn, Provenance>(ReportColumn.class);
        both.putAll(stored.get(storedId));
        both.putAll(decided.get(number));
        return both;
    }
}
