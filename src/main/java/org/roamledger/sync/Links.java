package org.roamledger.sync;

import java.net.http.HttpHeaders;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// The `Link` to the next page (RFC 8288), of which only the offset is believed: behind proxies its
/// host is often wrong, and some servers drop the filter from it.
///
/// @param present whether there is a next page
/// @param offset where it begins, if the link says it
record Links(boolean present, OptionalLong offset) {

    private static final Pattern LINK = Pattern.compile("<([^>]*)>([^<]*)");
    private static final Pattern NEXT =
            Pattern.compile("(?i);\\s*rel\\s*=\\s*(\"([^\"]*\\s)?next(\\s[^\"]*)?\"|next\\b)");
    private static final Pattern OFFSET = Pattern.compile("[?&]offset=([0-9]{1,18})(?:[&#]|$)");

    static Links of(HttpHeaders headers) {
        for (var header : headers.allValues("Link")) {
            var link = LINK.matcher(header);
            while (link.find()) {
                if (NEXT.matcher(link.group(2)).find()) {
                    var offset = OFFSET.matcher(link.group(1));
                    return new Links(
                            true,
                            offset.find()
                                    ? OptionalLong.of(Long.parseLong(offset.group(1)))
                                    : OptionalLong.empty());
                }
            }
        }
        return new Links(false, OptionalLong.empty());
    }
}
