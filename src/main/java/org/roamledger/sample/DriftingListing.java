package org.roamledger.sample;

import tools.jackson.core.JsonGenerator;

import java.util.concurrent.atomic.AtomicBoolean;

/// A list whose first object moves to its end as soon as a later page is asked for, as if it had
/// been changed meanwhile: whoever reads on misses the object at the border of two pages and gets
/// the moved one twice (https://github.com/ocpi/ocpi/issues/373).
final class DriftingListing implements Listing {

    private final Listing listing;
    private final AtomicBoolean moved = new AtomicBoolean();

    DriftingListing(Listing listing) {
        this.listing = listing;
    }

    @Override
    public Window window(long from, long until) {
        var window = listing.window(from, until);
        return new Window() {
            @Override
            public long total() {
                return window.total();
            }

            @Override
            public void write(long offset, int limit, JsonGenerator json) {
                if (offset > 0) {
                    moved.set(true);
                }
                if (!moved.get()) {
                    window.write(offset, limit, json);
                    return;
                }
                var count = (int) Math.min(limit, total() - offset);
                var last = offset + count == total();
                var before = last ? count - 1 : count;
                if (before > 0) {
                    window.write(offset + 1, before, json);
                }
                if (last) {
                    window.write(0, 1, json);
                }
            }
        };
    }
}
