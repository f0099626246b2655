package org.roamledger.wire.ocpi;

import org.jspecify.annotations.Nullable;
import org.roamledger.wire.record.BadRecord;
import org.roamledger.wire.record.Timestamps;

import tools.jackson.databind.JsonNode;

import java.time.Instant;

/// When a back office says that it changed an object last. A hint, not more: some change it without
/// need, some never.
public final class LastUpdated {

    private LastUpdated() {}

    /// Absent where it is not sent or cannot be read.
    public static @Nullable Instant of(JsonNode object) {
        try {
            var moment = Timestamps.readAny(object, "last_updated");
            return moment == null ? null : moment.at();
        } catch (BadRecord _) {
            return null;
        }
    }
}
