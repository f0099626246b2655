package org.roamledger.wire.ocpi;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Moment;
import org.roamledger.wire.record.BadRecord;
import org.roamledger.wire.record.Fields;
import org.roamledger.wire.record.Timestamps;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.Optional;

/// Reads Session objects of all OCPI versions.
///
/// OCPI 2.1.1 writes `start_datetime` without the second underscore and embeds the location; later
/// versions name the EVSE by its uid alone.
public final class OcpiSessions {

    private OcpiSessions() {}

    /// Reads one session; empty if it has no id or start, or a field that decides something cannot
    /// be read.
    public static Optional<LiveSession> read(JsonNode session) {
        try {
            var id = Fields.text(session, "id");
            var start = Timestamps.read(session, "start_date_time", "start_datetime");
            if (id == null || start == null) {
                return Optional.empty();
            }
            var embedded = Place.ofLocation(session.path("location"));
            var evseUid = Fields.idText(session, "evse_uid");
            var evseId = embedded.evseId();
            return Optional.of(
                    new LiveSession(
                            id.strip(),
                            Parties.of(session, "*"),
                            evseId == null ? null : evseId.key(),
                            evseUid == null ? embedded.evseUid() : evseUid,
                            SentToken.of(session).contractId(),
                            start.at(),
                            at(Timestamps.read(session, "end_date_time", "end_datetime")),
                            Fields.kilowattHours(session, "kwh"),
                            Fields.upper(session, "status"),
                            LastUpdated.of(session)));
        } catch (BadRecord _) {
            return Optional.empty();
        }
    }

    private static @Nullable Instant at(@Nullable Moment moment) {
        return moment == null ? null : moment.at();
    }
}
