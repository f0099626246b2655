package org.roamledger.sample;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What can be wrong with a sample back office, as it was met in real ones.
///
/// None changes what the back office holds. The faults of some answers hit a share of the requests
/// that depends on the seed and on how many requests came before; asked often enough, everything
/// can be had.
public enum Fault {
    UNAUTHORIZED(Kind.SOME_ANSWERS, "some pages after the first: 401, the token is refused"),
    TOO_MANY_REQUESTS(Kind.SOME_ANSWERS, "some answers: 429 with Retry-After, seconds or a date"),
    SERVER_ERROR(Kind.SOME_ANSWERS, "some answers: 500"),
    UNAVAILABLE(Kind.SOME_ANSWERS, "some answers: 503"),
    SLOW(Kind.SOME_ANSWERS, "some answers: one byte per second"),
    STALLED(Kind.SOME_ANSWERS, "some answers: nothing more after the first half"),
    TRUNCATED(Kind.SOME_ANSWERS, "some answers: JSON that ends in the middle"),
    WEB_PAGE(Kind.SOME_ANSWERS, "some answers: a web page with status 200"),
    GZIP_BOMB(Kind.SOME_ANSWERS, "some answers: 256 MB, compressed to 256 KB"),
    STATUS_2001(Kind.SOME_ANSWERS, "some pages: OCPI status 2001 with HTTP status 200"),
    REDIRECT(Kind.EVERY_ANSWER, "307 to the same address with a slash at its end"),
    NO_LINK(Kind.EVERY_ANSWER, "no Link to the next page"),
    EMPTY_LINK(Kind.EVERY_ANSWER, "an empty Link on every page"),
    WRONG_LINK_HOST(Kind.EVERY_ANSWER, "the Link names another host"),
    FROZEN_TIME(Kind.EVERY_ANSWER, "the timestamp of the envelope never changes"),
    ONE_ITEM_PAGES(Kind.EVERY_ANSWER, "pages of one object, whatever is asked for"),
    PAGE_DRIFT(Kind.LISTS, "once, an object moves to the end of its list while it is read"),
    DUPLICATE_IDS(Kind.LISTS, "some objects stand twice in their list, and count twice"),
    LOWER_CASE_IDS(Kind.OBJECTS, "all ids in lower case"),
    NULLS(Kind.OBJECTS, "null for every optional field without a value"),
    TIMESTAMPS(Kind.OBJECTS, "timestamps in all shapes that are met"),
    FUTURE_UPDATES(Kind.OBJECTS, "some objects were last updated ten years ahead");

    /// Where a fault is made.
    enum Kind {
        SOME_ANSWERS,
        EVERY_ANSWER,
        LISTS,
        OBJECTS
    }

    final Kind kind;
    private final String words;

    Fault(Kind kind, String words) {
        this.kind = kind;
        this.words = words;
    }

    /// The name on the command line: `page-drift`.
    public String mode() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What it does, in a line.
    public String words() {
        return words;
    }

    /// The fault of that name.
    public static Optional<Fault> of(String mode) {
        return Arrays.stream(values()).filter(one -> one.mode().equals(mode)).findFirst();
    }
}
