package org.roamledger.report;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/// The two parameters of the report: organisations and time frame.
///
/// @param organisations names of the owners of the stations; empty for all
/// @param withSubOrganisations whether sub-organisations of those come along
/// @param from first day of the time frame in `zone`
/// @param to first day after it, so that October is `2026-10-01` to `2026-11-01`
/// @param zone the report zone, in which days begin and times are shown
public record ReportParameters(
        Set<String> organisations,
        boolean withSubOrganisations,
        LocalDate from,
        LocalDate to,
        ZoneId zone) {

    /// The report zone where organisations share none and nobody names one.
    public static final ZoneId USUAL_ZONE = ZoneId.of("Europe/Brussels");

    /// @throws ProblemException with [Problem.EmptyPeriod] if `to` is not after `from`
    public ReportParameters {
        organisations = Set.copyOf(organisations);
        if (!from.isBefore(to)) {
            throw new ProblemException(new Problem.EmptyPeriod(from.toString(), to.toString()));
        }
    }

    /// First instant of the time frame.
    public Instant start() {
        return from.atStartOfDay(zone).toInstant();
    }

    /// First instant after the time frame.
    public Instant end() {
        return to.atStartOfDay(zone).toInstant();
    }
}
