package org.roamledger.sample;

import tools.jackson.core.JsonGenerator;

/// A list in which every so many-th object stands twice in a row and counts twice, as where a
/// database joins too much.
record RepeatingListing(Listing listing) implements Listing {

    private static final int EVERY = 50;

    @Override
    public Window window(long from, long until) {
        var window = listing.window(from, until);
        return new Window() {
            @Override
            public long total() {
                return window.total() + window.total() / EVERY;
            }

            @Override
            public void write(long offset, int limit, JsonGenerator json) {
                var end = Math.min(offset + limit, total());
                for (var place = offset; place < end; ) {
                    // Of each EVERY + 1 places, the last repeats the one before it.
                    var block = place / (EVERY + 1);
                    var within = place % (EVERY + 1);
                    if (within == EVERY) {
                        window.write(block * EVERY + EVERY - 1, 1, json);
                        place++;
                    } else {
                        var count = (int) Math.min(EVERY - within, end - place);
                        window.write(block * EVERY + within, count, json);
                        place += count;
                    }
                }
            }
        };
    }
}
