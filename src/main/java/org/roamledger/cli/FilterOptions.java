package org.roamledger.cli;

import org.jspecify.annotations.Nullable;
import org.roamledger.report.Condition;
import org.roamledger.report.ReportFilter;
import org.roamledger.report.ReportParameters;
import org.roamledger.session.Network;
import org.roamledger.session.ReportColumn;
import org.roamledger.store.SessionStore;

import picocli.CommandLine.Option;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The options by which a report is chosen and filtered.
final class FilterOptions {

    @Option(
            names = "--from",
            paramLabel = "DATE",
            required = true,
            description = "first day, as 2026-10-01")
    private String from = "";

    @Option(
            names = "--to",
            paramLabel = "DATE",
            required = true,
            description = "first day after the period")
    private String to = "";

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description =
                    "zone of the report; without it that of the organisations, else"
                            + " Europe/Brussels")
    private @Nullable String zone;

    @Option(
            names = "--organisation",
            paramLabel = "O",
            description = "owner of stations; several: repeat")
    private List<String> organisations = List.of();

    @Option(
            names = "--with-sub-organisations",
            description = "sub-organisations come along with the organisations named")
    private boolean withSubOrganisations;

    @Option(
            names = "--network",
            paramLabel = "N",
            description = "Hubject, Gireve, OCPI; several: repeat")
    private List<String> networks = List.of();

    @Option(names = "--provider", paramLabel = "P", description = "provider id; several: repeat")
    private List<String> providers = List.of();

    @Option(names = "--currency", paramLabel = "C", description = "currency code; several: repeat")
    private List<String> currencies = List.of();

    @Option(names = "--text", paramLabel = "T", description = "text in an id or a name")
    private String text = "";

    @Option(names = "--no-transaction-id", description = "only sessions without a transaction id")
    private boolean noTransactionId;

    @Option(names = "--changed", description = "only sessions that were changed after they came")
    private boolean changed;

    ReportParameters parameters(SessionStore store) {
        var asked = new TreeSet<>(organisations);
        var reportZone =
                zone == null
                        ? store.zoneOf(asked).orElse(ReportParameters.USUAL_ZONE)
                        : Texts.zone(zone);
        return new ReportParameters(
                asked, withSubOrganisations, Texts.date(from), Texts.date(to), reportZone);
    }

    ReportFilter filter() {
        var filter = ReportFilter.NONE.withChangedOnly(changed).withText(text);
        if (noTransactionId) {
            filter = filter.with(ReportColumn.TRANSACTION_ID, new Condition.Missing());
        }
        return filter.with(
                        ReportColumn.NETWORK,
                        networks.stream()
                                .map(name -> Network.of(name).label())
                                .collect(Collectors.toSet()))
                .with(ReportColumn.PROVIDER_ID, Set.copyOf(providers))
                .with(
                        ReportColumn.CURRENCY,
                        currencies.stream()
                                .map(code -> code.strip().toUpperCase(Locale.ROOT))
                                .collect(Collectors.toSet()));
    }
}
