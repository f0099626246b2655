package org.roamledger.wire.ocpi;

import org.roamledger.session.DeliveredSession;
import org.roamledger.session.Delivery;
import org.roamledger.session.RawMessage;
import org.roamledger.session.Reject;
import org.roamledger.session.Reject.Reason;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads CDRs of OCPI 2.1.1 to 2.3.0 into sessions, one after the other. One bad CDR never stops
/// the rest.
///
/// Belongs to one thread. One instance should read a whole source: equal provenance is then one
/// object for all its sessions.
public final class OcpiCdrs {

    private final CdrMapping mapping;
    private List<DeliveredSession> sessions = new ArrayList<>();
    private List<Reject> rejects = new ArrayList<>();

    public OcpiCdrs(MappingContext context) {
        this.mapping = new CdrMapping(context);
    }

    /// Reads one CDR from its own bytes, as they stand in a file.
    ///
    /// @param where the place for a reject: `line 17`
    public void read(byte[] json, String where) {
        JsonNode cdr;
        try {
            cdr = Json.tree(json);
        } catch (JacksonException _) {
            rejects.add(
                    new BadRecord(Reason.NOT_AN_OBJECT, "", "")
                            .rejected(where, "", new String(json, StandardCharsets.UTF_8)));
            return;
        }
        read(cdr, json, where);
    }

    /// Reads one CDR.
    ///
    /// @param raw the bytes the CDR was parsed from
    /// @param where the place for a reject: `cdrs[3]`
    public void read(JsonNode cdr, byte[] raw, String where) {
        try {
            if (!cdr.isObject()) {
                throw new BadRecord(Reason.NOT_AN_OBJECT, "", "");
            }
            sessions.add(
                    new DeliveredSession(
                            mapping.session(cdr), new RawMessage(RawMessage.Form.OCPI_CDR, raw)));
        } catch (BadRecord bad) {
            rejects.add(bad.rejected(where, cdr, raw));
        } catch (ArithmeticException _) {
            // A credit of the lowest number that there is cannot be turned.
            rejects.add(new BadRecord(Reason.OUT_OF_RANGE, "", "").rejected(where, cdr, raw));
        }
    }

    /// Hands out what was read since the last call.
    public Delivery delivery() {
        var delivery = new Delivery(sessions, rejects);
        sessions = new ArrayList<>();
        rejects = new ArrayList<>();
        return delivery;
    }
}
