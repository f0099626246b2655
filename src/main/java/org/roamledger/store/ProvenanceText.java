package org.roamledger.store;

import org.roamledger.session.Provenance;
import org.roamledger.session.ReportColumn;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Provenance as text, always in the order of the columns.
final class ProvenanceText {

    private ProvenanceText() {}

    /// As it is stored, a line per column: key, origin, rule.
    static String stored(Map<ReportColumn, Provenance> provenance) {
        return text(
                provenance,
                "\n",
                entry ->
                        "%s %s %s"
                                .formatted(
                                        entry.getKey().key(),
                                        entry.getValue().origin(),
                                        entry.getValue().rule()));
    }

    /// Reads what [#stored] made. A column that this version does not know is passed over.
    static Map<ReportColumn, Provenance> parse(String stored) {
        var found = new EnumMap<ReportColumn, Provenance>(ReportColumn.class);
        stored.lines()
                .map(line -> line.split(" ", 3))
                .forEach(
                        parts ->
                                ReportColumn.ofKey(parts[0])
                                        .ifPresent(
                                                column ->
                                                        found.put(
                                                                column,
                                                                new Provenance(
                                                                        Provenance.Origin.valueOf(
                                                                                parts[1]),
                                                                        parts[2],
                                                                        null))));
        return found;
    }

    /// As it is exported: `price: reported total_cost.incl_vat; month: computed station zone
    /// Europe/Stockholm`.
    static String exported(Map<ReportColumn, Provenance> provenance) {
        return text(provenance, "; ", entry -> exported(entry.getKey(), entry.getValue()));
    }

    private static String exported(ReportColumn column, Provenance from) {
        var origin = from.origin().name().toLowerCase(Locale.ROOT);
        var text = column.key() + ": " + origin + " " + from.rule();
        return from.asOf() == null ? text : text + " as of " + from.asOf();
    }

    private static String text(
            Map<ReportColumn, Provenance> provenance,
            String between,
            Function<Map.Entry<ReportColumn, Provenance>, String> text) {
        return provenance.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(text)
                .collect(Collectors.joining(between));
    }
}
