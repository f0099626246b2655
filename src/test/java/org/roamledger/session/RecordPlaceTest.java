package org.roamledger.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class RecordPlaceTest {

    private static List<RecordPlace> places() {
        return List.of(
                new RecordPlace.Line(1),
                new RecordPlace.Row("October", 1_048_576),
                new RecordPlace.Row("line", 5),
                new RecordPlace.Row("line 3 row 4", 5),
                new RecordPlace.Row("", 2),
                new RecordPlace.Row("two\nlines", 2),
                new RecordPlace.OnPage(0, 0),
                new RecordPlace.OnPage(3, 7),
                new RecordPlace.InDocument(null),
                new RecordPlace.InDocument(0L),
                RecordPlace.item("cdrs", 3),
                RecordPlace.item("locations", 0),
                RecordPlace.unknown());
    }

    @ParameterizedTest
    @MethodSource("places")
    void aPlaceIsFoundByItsText(RecordPlace place) {
        assertThat(RecordPlace.of(place.text())).isEqualTo(place);
    }

    /// Whatever a store holds is shown, exported and written again as it was.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "line 017",
                "line 12345678901234567890",
                "line 0",
                "October row x",
                "page 3",
                "document[-1]",
                "somewhere else"
            })
    void anyOtherTextStaysAsItIs(String text) {
        assertThat(RecordPlace.of(text)).isEqualTo(new RecordPlace.Path(text));
        assertThat(RecordPlace.of(text).text()).isEqualTo(text);
    }

    @Test
    void textsOfEarlierVersionsStayTheSame() {
        assertThat(places().stream().map(RecordPlace::text))
                .contains("line 1", "October row 1048576", "page 3 [7]", "document[0]", "cdrs[3]");
    }
}
