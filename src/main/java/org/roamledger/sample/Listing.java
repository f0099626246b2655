package org.roamledger.sample;

import tools.jackson.core.JsonGenerator;

/// The objects of one module, in the order they are served.
interface Listing {

    /// Objects last updated in a time, from the epoch's second `from`, inclusive, to `until`,
    /// exclusive.
    Window window(long from, long until);

    /// Objects of one request.
    interface Window {

        long total();

        /// Writes objects into the array that was begun.
        ///
        /// @param offset less than [#total]
        void write(long offset, int limit, JsonGenerator json);
    }
}
