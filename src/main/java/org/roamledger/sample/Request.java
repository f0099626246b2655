package org.roamledger.sample;

import org.jspecify.annotations.Nullable;

/// What a client asks for.
///
/// @param query as it was sent, without the question mark
/// @param authorization the header
record Request(String method, String path, @Nullable String query, @Nullable String authorization) {

    /// The address, which the client may be sent to.
    String target() {
        return query == null ? path : path + "?" + query;
    }

    Request at(String otherPath) {
        return new Request(method, otherPath, query, authorization);
    }

    /// Whether this asks for a page of a list.
    boolean isPage() {
        return query != null && query.contains("limit=");
    }

    /// Whether this asks for a page of a list behind the first one.
    boolean isLaterPage() {
        return query != null && query.matches("(.*&)?offset=0*[1-9].*");
    }
}
