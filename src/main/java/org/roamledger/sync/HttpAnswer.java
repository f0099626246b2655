package org.roamledger.sync;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/// A whole answer of a server, inflated.
///
/// @param url where it came from in the end
record HttpAnswer(URI url, int status, HttpHeaders headers, byte[] body) {

    /// The server's own time, to the second; `null` if it does not say it in a way that can be
    /// read.
    @Nullable Instant serverTime() {
        return headers.firstValue("Date").map(HttpAnswer::httpDate).orElse(null);
    }

    static @Nullable Instant httpDate(String text) {
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip(), Instant::from);
        } catch (DateTimeException _) {
            return null;
        }
    }

    /// Whether this is a page for people. Portals and proxies send one with any content type.
    boolean isWebPage() {
        var type = headers.firstValue("Content-Type").orElse("");
        return type.regionMatches(true, 0, "text/html", 0, 9) || beginsWithMarkup();
    }

    private boolean beginsWithMarkup() {
        for (var character : body) {
            if (!Character.isWhitespace(character)) {
                return character == '<';
            }
        }
        return false;
    }
}
