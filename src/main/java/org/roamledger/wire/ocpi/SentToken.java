package org.roamledger.wire.ocpi;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.PartyId;
import org.roamledger.wire.record.Fields;

import tools.jackson.databind.JsonNode;

/// The driver's token as a CDR or Session carries it: `cdr_token`, or in OCPI 2.1.1 the contract id
/// alone, as `auth_id`.
///
/// @param contractId id of the contract, absent if not sent
/// @param uid the id that a reader sees, absent if not sent
/// @param type `RFID`, `APP_USER` and so on, upper case; empty if not sent
/// @param issuer party that gave it out, absent before OCPI 2.2.1
record SentToken(
        @Nullable String contractId, @Nullable String uid, String type, @Nullable PartyId issuer) {

    static SentToken of(JsonNode record) {
        var token = record.path("cdr_token");
        var contract = Fields.text(token, "contract_id");
        return new SentToken(
                contract == null ? Fields.text(record, "auth_id") : contract,
                Fields.text(token, "uid"),
                Fields.upper(token, "type"),
                Parties.of(token, "-"));
    }
}
