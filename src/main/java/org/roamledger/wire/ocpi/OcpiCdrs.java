package org.roamledger.wire.ocpi;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Delivery;
import org.roamledger.session.RawMessage;
import org.roamledger.session.RecordPlace;
import org.roamledger.session.Reject.Reason;
import org.roamledger.wire.record.BadRecord;
import org.roamledger.wire.record.Collector;
import org.roamledger.wire.record.Fields;
import org.roamledger.wire.record.Json;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads CDRs of OCPI 2.1.1 to 2.3.0 into sessions, one after the other. One bad CDR never stops
/// the rest.
///
/// Belongs to one thread. One instance should read a whole source: equal provenance is then one
/// object for all its sessions.
public final class OcpiCdrs {

    private final CdrMapping mapping;
    private final Collector collector = new Collector();

    public OcpiCdrs(MappingContext context) {
        this.mapping = new CdrMapping(context);
    }

    /// Reads one CDR from its own bytes, as they stand in a file.
    ///
    /// @param where the place for a reject: `line 17`
    public void read(byte[] json, RecordPlace where) {
        JsonNode cdr;
        try {
            cdr = Json.tree(json);
        } catch (JacksonException _) {
            reject(new BadRecord(Reason.NOT_AN_OBJECT, "", ""), null, json, where);
            return;
        }
        read(cdr, json, where);
    }

    /// Reads one CDR.
    ///
    /// @param raw the bytes the CDR was parsed from
    /// @param where the place for a reject: `cdrs[3]`
    public void read(JsonNode cdr, byte[] raw, RecordPlace where) {
        try {
            if (!cdr.isObject()) {
                throw new BadRecord(Reason.NOT_AN_OBJECT, "", "");
            }
            collector.add(mapping.session(cdr), new RawMessage(RawMessage.Form.OCPI_CDR, raw));
        } catch (BadRecord bad) {
            reject(bad, Fields.text(cdr, "id"), raw, where);
        } catch (ArithmeticException _) {
            // A credit of the lowest number that there is cannot be turned.
            reject(new BadRecord(Reason.OUT_OF_RANGE, "", ""), Fields.text(cdr, "id"), raw, where);
        }
    }

    private void reject(BadRecord bad, @Nullable String id, byte[] raw, RecordPlace where) {
        collector.add(bad.rejected(where, id, raw, RawMessage.Form.OCPI_CDR));
    }

    /// Hands out what was read since the last call.
    public Delivery delivery() {
        return collector.delivery();
    }
}
