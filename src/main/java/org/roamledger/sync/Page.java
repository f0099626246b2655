package org.roamledger.sync;

import java.net.http.HttpHeaders;

/// What one page of a list says about the list.
///
/// @param items how many objects it carries
/// @param total how many the whole list has, negative if the server does not say it
/// @param next the link to the next page
record Page(int items, long total, Links next) {

    static Page of(int items, HttpHeaders headers) {
        return new Page(items, total(headers), Links.of(headers));
    }

    private static long total(HttpHeaders headers) {
        var text = headers.firstValue("X-Total-Count").orElse("").strip();
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }
}
