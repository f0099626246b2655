package org.roamledger.sample;

import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a client asks of a list (OCPI 2.2.1, section 4.1.4).
///
/// @param parameters as they were sent, still encoded
/// @param from the epoch's second from which objects were last updated, inclusive
/// @param until the second that ends the time, exclusive
record PageRequest(Map<String, String> parameters, long from, long until, long offset, int limit) {

    /// The most objects of a page of a good back office.
    static final int MOST = 1_000;

    private static final int USUAL = 100;
    private static final int ALMOST_A_SECOND = 999_999_999;

    /// @param dateRequired whether the module wants a `date_from`
    /// @param most objects of a page
    static PageRequest of(@Nullable String query, boolean dateRequired, int most)
            throws BadParameter {
        var parameters = new LinkedHashMap<String, String>();
        if (query != null && !query.isEmpty()) {
            for (var part : query.split("&", -1)) {
                var equals = part.indexOf('=');
                if (equals > 0) {
                    parameters.put(part.substring(0, equals), part.substring(equals + 1));
                }
            }
        }
        var from = parameters.get("date_from");
        if (from == null && dateRequired) {
            throw new BadParameter("date_from is required");
        }
        var until = parameters.get("date_to");
        var limit = number("limit", parameters.get("limit"), USUAL);
        if (limit == 0) {
            throw new BadParameter("limit is 0");
        }
        return new PageRequest(
                parameters,
                from == null ? Long.MIN_VALUE : second("date_from", from),
                until == null ? Long.MAX_VALUE : second("date_to", until),
                number("offset", parameters.get("offset"), 0),
                (int) Math.min(most, limit));
    }

    /// The query that asks for the objects behind this page.
    String next() {
        var query = new StringBuilder();
        parameters.forEach(
                (name, value) -> {
                    if (!name.equals("offset") && !name.equals("limit")) {
                        query.append(name).append('=').append(value).append('&');
                    }
                });
        return query.append("offset=")
                .append(offset + limit)
                .append("&limit=")
                .append(limit)
                .toString();
    }

    private static long number(String name, @Nullable String text, long otherwise)
            throws BadParameter {
        if (text == null) {
            return otherwise;
        }
        if (text.isEmpty() || text.length() > 9 || !text.chars().allMatch(PageRequest::digit)) {
            throw new BadParameter(name + " is no number");
        }
        return Long.parseLong(text);
    }

    private static boolean digit(int character) {
        return character >= '0' && character <= '9';
    }

    /// OCPI times are UTC, with or without `Z`. Records carry whole seconds, so that a fraction
    /// begins with the next one.
    private static long second(String name, String encoded) throws BadParameter {
        try {
            var text = URLDecoder.decode(encoded, StandardCharsets.UTF_8);
            var plain = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
            var time = LocalDateTime.parse(plain).toInstant(ZoneOffset.UTC);
            return time.plusNanos(ALMOST_A_SECOND).getEpochSecond();
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new BadParameter(name + " is no time: " + e.getMessage());
        }
    }
}
