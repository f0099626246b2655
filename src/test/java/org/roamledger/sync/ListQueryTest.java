package org.roamledger.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Instant;

class ListQueryTest {

    @Test
    void writesTimesToTheSecondInUtc() {
        var query =
                new ListQuery(
                        URI.create("https://h/cdrs"),
                        Instant.parse("2026-10-01T00:00:00.123Z"),
                        Instant.parse("2026-11-01T10:20:30Z"));
        assertThat(query.page(2_000, 1_000))
                .isEqualTo(
                        URI.create(
                                "https://h/cdrs?date_from=2026-10-01T00:00:00Z&date_to=2026-11-01T10:20:30Z&offset=2000&limit=1000"));
    }

    @Test
    void keepsTheQueryOfTheEndpoint() {
        assertThat(new ListQuery(URI.create("https://h/cdrs?tenant=7"), null, null).page(0, 100))
                .isEqualTo(URI.create("https://h/cdrs?tenant=7&offset=0&limit=100"));
    }
}
