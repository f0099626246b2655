package org.roamledger.sync;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.RecordPlace;
import org.roamledger.store.PreparedDelivery;
import org.roamledger.wire.ocpi.LastUpdated;
import org.roamledger.wire.ocpi.MappingContext;
import org.roamledger.wire.ocpi.OcpiCdrs;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.function.Supplier;

/// Makes a [PreparedDelivery] of each page of CDRs. Belongs to the thread that fetches; what it
/// counts may be read when that is done.
final class CdrPages implements Supplier<PageReader<PreparedDelivery>> {

    private final OcpiCdrs cdrs;
    private final Instant due;
    private long records;
    private long withoutSession;
    private long notDue;
    private @Nullable Instant oldest;

    /// @param due records that were updated later are counted
    CdrPages(MappingContext context, Instant due) {
        cdrs = new OcpiCdrs(context);
        this.due = due;
    }

    @Override
    public PageReader<PreparedDelivery> get() {
        // What a failed try left behind must not get into the next one.
        cdrs.delivery();
        return new PageReader<>() {
            @Override
            public void item(JsonNode item, byte[] raw, long position) {
                count(item);
                cdrs.read(item, raw, RecordPlace.item("cdrs", position));
            }

            @Override
            public PreparedDelivery page() {
                return PreparedDelivery.of(cdrs.delivery());
            }
        };
    }

    private void count(JsonNode cdr) {
        records++;
        if (cdr.path("session_id").asString("").isBlank()) {
            withoutSession++;
        }
        var updated = LastUpdated.of(cdr);
        if (updated == null) {
            return;
        }
        if (updated.isAfter(due)) {
            notDue++;
        }
        if (oldest == null || updated.isBefore(oldest)) {
            oldest = updated;
        }
    }

    /// Whether most records name no session.
    boolean wantSessions() {
        return withoutSession * 2 > records;
    }

    /// When the record was updated that was not for the longest time, if any tells it.
    @Nullable Instant oldest() {
        return oldest;
    }

    /// How many records were updated later than they can have been.
    long notDue() {
        return notDue;
    }
}
