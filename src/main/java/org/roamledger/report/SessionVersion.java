package org.roamledger.report;

import org.roamledger.session.Provenance;
import org.roamledger.session.RawMessage;
import org.roamledger.session.ReportColumn;

import java.time.Instant;
import java.util.Map;

/// One version of a session.
///
/// @param number from 1; the highest is current
/// @param source name of the source that delivered it
/// @param storedAt when it was stored, to the second
/// @param raw the message it was read from
/// @param values a report of one row: the session as this version tells it, joined with what is
///   known of its station now
/// @param provenance where its values come from; a column that is absent was reported as it stands,
///   or is not in the record
public record SessionVersion(
        int number,
        String source,
        Instant storedAt,
        RawMessage raw,
        Report values,
        Map<ReportColumn, Provenance> provenance) {

    public SessionVersion {
        provenance = Map.copyOf(provenance);
    }
}
