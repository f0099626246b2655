package org.roamledger.sync;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/// A list of objects that were last updated in a stretch of time.
///
/// @param endpoint the module's URL
/// @param from inclusive; absent for no bound
/// @param to exclusive; absent for no bound
record ListQuery(URI endpoint, @Nullable Instant from, @Nullable Instant to) {

    /// The URL of a page (OCPI 2.2.1, paginated GET requests). Times without fraction and with `Z`
    /// are what every server reads.
    URI page(long offset, int limit) {
        var base = endpoint.toString();
        var url = new StringBuilder(base).append(endpoint.getRawQuery() == null ? '?' : '&');
        if (from != null) {
            url.append("date_from=").append(seconds(from)).append('&');
        }
        if (to != null) {
            url.append("date_to=").append(seconds(to)).append('&');
        }
        return URI.create(
                url.append("offset=").append(offset).append("&limit=").append(limit).toString());
    }

    private static String seconds(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.SECONDS));
    }
}
