package org.roamledger.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

class LinksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    <https://h/cdrs?offset=50&limit=50>; rel="next"                | true  | 50
                    <http://wrong:8080/cdrs?date_from=None&offset=50>;rel=next     | true  | 50
                    </cdrs?offset=50>; title="x"; rel="last next"                  | true  | 50
                    <https://h/a?offset=1>; rel="prev", <https://h/a?offset=9>; rel="next" | true | 9
                    <https://h/cdrs?page=2>; REL=NEXT                              | true  | -
                    <https://h/cdrs?no_offset=7>; rel="next"                       | true  | -
                    <https://h/cdrs?offset=>; rel="next"                           | true  | -
                    <https://h/cdrs?offset=-3>; rel="next"                         | true  | -
                    <https://h/cdrs?offset=99999999999999999999>; rel="next"       | true  | -
                    <https://h/cdrs?offset=50>; rel="prev"                         | false | -
                    <https://h/cdrs?offset=50>; rel="nextish"                      | false | -
                    <>; rel="next"                                                 | true  | -
                    ''                                                             | false | -
                    """)
    void readsTheOffsetOfTheNextPage(String header, boolean present, @Nullable Long offset) {
        assertThat(links(header))
                .isEqualTo(
                        new Links(
                                present,
                                offset == null ? OptionalLong.empty() : OptionalLong.of(offset)));
    }

    @Test
    void findsTheNextPageInTheSecondOfTwoHeaders() {
        assertThat(links("", "<https://h/?offset=5>; rel=\"next\""))
                .isEqualTo(new Links(true, OptionalLong.of(5)));
    }

    @Test
    void knowsNoNextPageWithoutHeader() {
        assertThat(Links.of(HttpHeaders.of(Map.of(), (_, _) -> true)).present()).isFalse();
    }

    private static Links links(String... headers) {
        return Links.of(HttpHeaders.of(Map.of("Link", List.of(headers)), (_, _) -> true));
    }
}
