package org.roamledger.session;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The columns of a station list. Those that the report has as well are found by the same headers.
public enum StationColumn {
    OPERATOR(ReportColumn.OPERATOR_ID),
    STATION_ID(ReportColumn.STATION_ID),
    EVSE_ID(ReportColumn.EVSE_ID),
    STATION_NAME(ReportColumn.STATION_NAME, "Name", "Namn"),
    ORGANISATION(ReportColumn.ORGANISATION, "Owner", "Ägare", "Eigentümer"),
    PARENT(null, "Parent", "Parent organisation", "Parent organization", "Överordnad"),
    ZONE(null, "Zone", "Time zone", "Tidszon", "Zeitzone"),
    ACCESS(ReportColumn.ACCESS),
    FREE_USAGE(ReportColumn.FREE_USAGE),
    PLUG_TYPE(ReportColumn.PLUG_TYPE);

    private final String header;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of strings
    private final List<String> aliases;

    StationColumn(@Nullable ReportColumn same, String... others) {
        header = same == null ? Objects.requireNonNull(others[0]) : same.header();
        var shared = same == null ? Stream.<String>of() : same.aliases().stream();
        aliases = Stream.concat(shared, Arrays.stream(others).map(Folded::of)).toList();
    }

    /// As it is exported.
    public String header() {
        return header;
    }

    /// Headers under which the column is found in files, each [Folded].
    public List<String> aliases() {
        return aliases;
    }
}
