package org.roamledger.store;

import static org.roamledger.session.ReportColumn.*;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.report.Report;
import org.roamledger.report.ReportBuilder;
import org.roamledger.report.ReportParameters;
import org.roamledger.session.Organisation;

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
    private final Set<String> wantedOrganisations;

    ReportLoader(Connection connection, ReportParameters parameters, Progress progress)
            throws SQLException {
        this.connection = connection;
        this.parameters = parameters;
        this.progress = progress;
        wantedOrganisations =
                wanted(
                        SourceTable.organisations(connection),
                        parameters.organisations(),
                        parameters.withSubOrganisations());
    }

    Report load() throws SQLException {
        var total = count("SELECT coalesce(max(id), 0) FROM session");
        var builder = new ReportBuilder(parameters);
        var precedence = new Precedence(connection, parameters.zone());
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
            List<Organisation> all, Set<String> asked, boolean withSubOrganisations) {
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

    static Optional<ZoneId> zoneOf(Connection connection, Set<String> names) throws SQLException {
        var zones = new HashSet<String>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                SELECT DISTINCT organisation.name, coalesce(organisation.zone, station.zone, parent.zone)
                                FROM organisation
                                  LEFT JOIN station ON station.organisation_id = organisation.id
                                  LEFT JOIN organisation AS parent ON parent.id = organisation.parent_id
                                """)) {
            while (rows.next()) {
                var zone = rows.getString(2);
                if (zone != null && (names.isEmpty() || names.contains(rows.getString(1)))) {
                    zones.add(zone);
                }
            }
        }
        return zones.size() == 1
                ? Optional.of(ZoneId.of(zones.iterator().next()))
                : Optional.empty();
    }
}
