package org.roamledger.wire.ocpi;

import org.roamledger.session.ChargingSession;
import org.roamledger.session.RecordPlace;
import org.roamledger.session.Reject;
import org.roamledger.wire.record.Json;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;

/// A complete CDR whose fields a test replaces.
final class CdrText {

    static final String ABSENT = "absent";

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String WHOLE =
            """
            {
              "country_code": "SE", "party_id": "ABC", "id": "Cdr-1",
              "start_date_time": "2026-10-01T10:00:00Z",
              "end_date_time": "2026-10-01T10:45:30Z",
              "session_id": "tx-77",
              "cdr_token": {"country_code": "DE", "party_id": "8EO", "uid": "u", "type": "APP_USER",
                            "contract_id": "DE8EOC12345678"},
              "auth_method": "COMMAND",
              "cdr_location": {"id": "L1", "name": "Hamngatan", "country": "SWE", "evse_uid": "uid-9",
                               "evse_id": "SE*ABC*E9", "connector_id": "1",
                               "connector_standard": "IEC_62196_T2",
                               "connector_power_type": "AC_3_PHASE"},
              "currency": "SEK",
              "tariffs": [],
              "total_cost": {"excl_vat": 100.00, "incl_vat": 125.00},
              "total_energy": 12.345,
              "total_time": 0.7583,
              "last_updated": "2026-10-01T10:46:00Z"
            }
            """;

    private CdrText() {}

    /// The CDR with fields replaced, as `path, json, path, json, …`; the JSON [#ABSENT] removes
    /// one.
    static String with(String... pathsAndValues) {
        var cdr = (ObjectNode) MAPPER.readTree(WHOLE);
        for (int i = 0; i < pathsAndValues.length; i += 2) {
            set(cdr, pathsAndValues[i], pathsAndValues[i + 1]);
        }
        return cdr.toString();
    }

    /// The session that the CDR with these fields gives.
    static ChargingSession session(String... pathsAndValues) {
        var cdrs = new OcpiCdrs(MappingContext.NONE);
        cdrs.read(bytes(with(pathsAndValues)), RecordPlace.item("cdrs", 0));
        return cdrs.delivery().sessions().getFirst().session();
    }

    /// The reject that the CDR with these fields gives.
    static Reject reject(String... pathsAndValues) {
        var cdrs = new OcpiCdrs(MappingContext.NONE);
        cdrs.read(bytes(with(pathsAndValues)), RecordPlace.item("cdrs", 0));
        return cdrs.delivery().rejects().getFirst();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void set(ObjectNode cdr, String path, String json) {
        var dot = path.indexOf('.');
        if (dot > 0) {
            set((ObjectNode) cdr.get(path.substring(0, dot)), path.substring(dot + 1), json);
        } else if (json.equals(ABSENT)) {
            cdr.remove(path);
        } else {
            cdr.set(path, Json.MAPPER.readTree(json));
        }
    }
}
