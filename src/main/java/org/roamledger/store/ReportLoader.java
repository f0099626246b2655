package org.roamledger.store;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.report.Report;
import org.roamledger.report.ReportBuilder;
import org.roamledger.report.ReportParameters;
import org.roamledger.session.StationDirectory.Owner;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads the sessions of a time frame from the store into a [Report], joined with what is known of
/// their stations now.
final class ReportLoader {

    private final Connection connection;
    private final ReportParameters parameters;
    private final Progress progress;
    private final Precedence precedence;
    private final Set<String> wantedOrganisations;

    ReportLoader(Connection connection, ReportParameters parameters, Progress progress)
            throws SQLException {
        this.connection = connection;
        this.parameters = parameters;
        this.progress = progress;
        precedence = new Precedence(connection, parameters.zone());
        wantedOrganisations =
                wanted(
                        precedence.owners(),
                        parameters.organisations(),
                        parameters.withSubOrganisations());
    }

    Report load() throws SQLException {
        var total = count("SELECT coalesce(max(id), 0) FROM session");
        var builder = new ReportBuilder(parameters);
        var rows = new ReportRows(connection, parameters, builder, precedence, this::isWanted, "");
        try (var stored =
                new StoredRows(
                        connection,
                        "session",
                        "start_ms >= ? AND start_ms < ?",
                        parameters.start().toEpochMilli(),
                        parameters.end().toEpochMilli())) {
            for (var batch = stored.next(); batch.size() > 0; batch = stored.next()) {
                progress.step(batch.id(0), total);
                for (var row = 0; row < batch.size(); row++) {
                    rows.add(batch, row);
                }
            }
        }
        new CreditReader(connection).read(parameters, builder);
        progress.step(total, total);
        return builder.build();
    }

    private boolean isWanted(Precedence.Shown shown) {
        return !shown.hidden()
                && (parameters.organisations().isEmpty()
                        || wantedOrganisations.contains(shown.organisation().value()));
    }

    private long count(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /// The organisations asked for, with all that belong to them if that is asked as well.
    private static Set<String> wanted(
            List<Owner> owners, Set<String> asked, boolean withSubOrganisations) {
        var all = owners.stream().map(Owner::organisation).toList();
        var known = new TreeSet<String>();
        all.forEach(organisation -> known.add(organisation.name()));
        for (var name : asked) {
            if (!known.contains(name)) {
                throw new ProblemException(
                        new Problem.OrganisationUnknown(name, new ArrayList<>(known)));
            }
        }
        var wanted = new HashSet<>(asked);
        for (var grown = withSubOrganisations; grown; ) {
            grown = false;
            for (var organisation : all) {
                if (organisation.parent() != null && wanted.contains(organisation.parent())) {
                    grown |= wanted.add(organisation.name());
                }
            }
        }
        return wanted;
    }

    /// See [SessionStore#zoneOf].
    static Optional<ZoneId> zoneOf(Connection connection, Set<String> names) throws SQLException {
        var places = new Places(connection);
        var ofStations = places.zonesByOwner();
        var zones = new HashSet<ZoneId>();
        for (var owner : places.organisations().owners()) {
            var name = owner.organisation().name();
            if (names.isEmpty() || names.contains(name)) {
                var inherited = places.organisations().zone(name);
                if (owner.zone() != null) {
                    zones.add(owner.zone());
                } else if (ofStations.containsKey(name)) {
                    zones.addAll(ofStations.get(name));
                } else if (inherited != null) {
                    zones.add(inherited);
                }
            }
        }
        return zones.size() == 1 ? Optional.of(zones.iterator().next()) : Optional.empty();
    }
}
