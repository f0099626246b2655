package org.roamledger.ui.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.roamledger.session.ReportColumn;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

class PastedIdsTest {

    @Test
    void idsAreSetApartByLinesCommasSemicolonsAndTabs() {
        assertThat(PastedIds.of("a\r\nb, \"c\";d\te\n\n' f '", ReportColumn.CDR_ID).texts())
                .containsExactly("a", "b", "c", "d", "e", "f");
    }

    @Test
    void aNameKeepsItsComma() {
        assertThat(PastedIds.of("Gate 3, north\nGate 4", ReportColumn.STATION_NAME).texts())
                .containsExactly("Gate 3, north", "Gate 4");
    }

    @Test
    void eachIsTakenOnce() {
        assertThat(PastedIds.of("a\na\nb", ReportColumn.CDR_ID).texts()).containsExactly("a", "b");
    }

    @Test
    void aHundredThousandAreTheMost() {
        var most =
                IntStream.range(0, PastedIds.MOST)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining("\n"));
        assertThat(PastedIds.of(most, ReportColumn.CDR_ID).tooMany()).isFalse();
        assertThat(PastedIds.of(most + "\n0", ReportColumn.CDR_ID).tooMany()).isFalse();
        assertThat(PastedIds.of(most + "\nmore", ReportColumn.CDR_ID).tooMany()).isTrue();
    }
}
