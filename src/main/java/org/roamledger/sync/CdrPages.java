package org.roamledger.sync;

import org.roamledger.session.Delivery;
import org.roamledger.wire.ocpi.MappingContext;
import org.roamledger.wire.ocpi.OcpiCdrs;

import tools.jackson.databind.JsonNode;

import java.util.function.Supplier;

/// Makes a [Delivery] of each page of CDRs. Belongs to the thread that fetches.
final class CdrPages implements Supplier<PageReader<Delivery>> {

    private final OcpiCdrs cdrs;

    CdrPages(MappingContext context) {
        cdrs = new OcpiCdrs(context);
    }

    @Override
    public PageReader<Delivery> get() {
        // What a failed try left behind must not get into the next one.
        cdrs.delivery();
        return new PageReader<>() {
            @Override
            public void item(JsonNode item, byte[] raw, long position) {
                cdrs.read(item, raw, "cdrs[" + position + "]");
            }

            @Override
            public Delivery page() {
                return cdrs.delivery();
            }
        };
    }
}
