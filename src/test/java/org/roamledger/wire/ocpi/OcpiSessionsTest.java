package org.roamledger.wire.ocpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.session.Energy;
import org.roamledger.session.PartyId;
import org.roamledger.wire.record.Json;

import java.time.Instant;

class OcpiSessionsTest {

    @Test
    void readsASessionOfOcpi211() {
        var session =
                """
                {"id": "S1", "start_datetime": "2026-10-01T10:00:00Z",
                 "end_datetime": "2026-10-01T10:45:30", "kwh": 12.345, "auth_id": "DE8EOC12345678",
                 "location": {"id": "L1", "evses": [{"uid": "uid-9", "evse_id": "SE-ABC-E9"}]},
                 "total_cost": 3.50, "status": "COMPLETED", "last_updated": "2026-10-01T10:46:00Z"}
                """;
        assertThat(OcpiSessions.read(tree(session)))
                .contains(
                        new LiveSession(
                                "S1",
                                null,
                                "SEABCE9",
                                "uid-9",
                                "DE8EOC12345678",
                                Instant.parse("2026-10-01T10:00:00Z"),
                                Instant.parse("2026-10-01T10:45:30Z"),
                                new Energy(12_345_000),
                                "COMPLETED",
                                Instant.parse("2026-10-01T10:46:00Z")));
    }

    @Test
    void readsARunningSessionOfLaterVersions() {
        var session =
                """
                {"country_code": "SE", "party_id": "ABC", "id": "S2",
                 "start_date_time": "2026-10-01T10:00:00Z", "end_date_time": null, "kwh": 0,
                 "cdr_token": {"country_code": "DE", "party_id": "8EO", "uid": "u", "type": "RFID",
                               "contract_id": "DE8EOC12345678"},
                 "location_id": "L1", "evse_uid": "uid-9", "status": "active",
                 "last_updated": "2026-10-01T10:00:01.5Z"}
                """;
        assertThat(OcpiSessions.read(tree(session)))
                .contains(
                        new LiveSession(
                                "S2",
                                new PartyId("SE*ABC"),
                                null,
                                "uid-9",
                                "DE8EOC12345678",
                                Instant.parse("2026-10-01T10:00:00Z"),
                                null,
                                new Energy(0),
                                "ACTIVE",
                                Instant.parse("2026-10-01T10:00:01.5Z")));
    }

    @Test
    void isFoundByItsEvseIdAndByItsUid() {
        var session =
                """
                {"id": "S1", "start_datetime": "2026-10-01T10:00:00Z",
                 "location": {"evses": [{"uid": "uid-9", "evse_id": "SE-ABC-E9"}]}}
                """;
        assertThat(OcpiSessions.read(tree(session)).orElseThrow().evseKeys())
                .containsExactly("SEABCE9", "UID9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"start_date_time\": \"2026-10-01T10:00:00Z\"}",
                "{\"id\": \"S1\"}",
                "{\"id\": \"S1\", \"start_date_time\": \"1970-01-01T00:00:00Z\"}",
                "{\"id\": \"S1\", \"start_date_time\": \"noon\"}",
                "[]",
                "7"
            })
    void passesOverWhatNothingCanBeJoinedWith(String session) {
        assertThat(OcpiSessions.read(tree(session))).isEmpty();
    }

    private static tools.jackson.databind.JsonNode tree(String json) {
        return Json.tree(CdrText.bytes(json));
    }
}
