package org.roamledger.wire.mapping;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Network;
import org.roamledger.session.ReportColumn;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Exports of portals whose columns are known. A preset only makes a better guess, which a person
/// can change.
public enum MappingPreset {
    /// Hubject's export of rated records: the record is known by its session, since OICP has no CDR
    /// ids.
    HUBJECT_CONTROL_CENTER(
            "Hubject CDR Control Center",
            List.of("Session ID", "Charge Without Tax", "Sum Taxes", "CDR Rating Status"),
            Map.of(
                    "Session ID", ReportColumn.CDR_ID,
                    "Charge Without Tax", ReportColumn.NET_PRICE,
                    "Sum Taxes", ReportColumn.VAT_AMOUNT,
                    "Total Price", ReportColumn.PRICE),
            Set.of("Product ID")),
    /// Hubject Financial Services. Its column CDR ID is blank for records of OICP, and the
    /// durations of these are rounded to minutes, so no stop can be told from them.
    HUBJECT_FINANCIAL_SERVICES(
            "Hubject Financial Services",
            List.of("Session ID", "CDR ID", "CDR Status", "Invoice Number"),
            Map.of("Session ID", ReportColumn.CDR_ID, "Date", ReportColumn.START_TIME),
            Set.of("CDR ID", "EMP Name", "Duration"));

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable set of strings
    private final Set<String> signature;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable map of strings and constants
    private final Map<String, ReportColumn> columns;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable set of strings
    private final Set<String> ignored;

    MappingPreset(
            String label,
            List<String> signature,
            Map<String, ReportColumn> columns,
            Set<String> ignored) {
        this.label = label;
        this.signature = squeezed(signature.stream());
        this.columns =
                columns.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        entry -> HeaderText.squeezed(entry.getKey()),
                                        Map.Entry::getValue));
        this.ignored = squeezed(ignored.stream());
    }

    private static Set<String> squeezed(Stream<String> texts) {
        return texts.map(HeaderText::squeezed).collect(Collectors.toUnmodifiableSet());
    }

    /// The export that has such headers.
    public static Optional<MappingPreset> of(List<String> headers) {
        var present = squeezed(headers.stream());
        return Stream.of(values())
                .filter(preset -> present.containsAll(preset.signature))
                .findFirst();
    }

    /// As people know it.
    public String label() {
        return label;
    }

    Network network() {
        return Network.HUBJECT;
    }

    /// The column that a header of this export is; null if the preset does not say.
    @Nullable ReportColumn column(String header) {
        return columns.get(HeaderText.squeezed(header));
    }

    boolean ignores(String header) {
        return ignored.contains(HeaderText.squeezed(header));
    }
}
