package org.roamledger.ui.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.roamledger.report.Facet;
import org.roamledger.session.ReportColumn;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

class ChoicesTest {

    private static Facet facet(ReportColumn column, Facet.Value... values) {
        return new Facet(column, List.of(values));
    }

    @Test
    void aTickedValueStaysInItsListWhenItDoesNotOccurAnyMore() {
        var facet = facet(ReportColumn.CURRENCY, new Facet.Value("EUR", 3));
        assertThat(Choices.of(facet, Set.of("NOK"), "", text -> text).lines())
                .containsExactly(new Choice("EUR", 0, 3, false), new Choice("NOK", 0, 0, true));
    }

    @Test
    void anotherSpellingOfAPartyIsTickedToo() {
        var facet = facet(ReportColumn.PROVIDER_ID, new Facet.Value("DE*8EO", 3));
        assertThat(Choices.of(facet, Set.of("DE-8EO"), "", text -> text).lines())
                .containsExactly(new Choice("DE*8EO", 0, 3, true));
    }

    @Test
    void theWordsThatAreShownAreSearched() {
        var facet =
                facet(
                        ReportColumn.PLUG_TYPE,
                        new Facet.Value("ac", 1),
                        new Facet.Value("dc", 2));
        assertThat(
                        Choices.of(facet, Set.of(), "fást", text -> text.equals("dc") ? "Fast" : "")
                                .lines())
                .containsExactly(new Choice("dc", 0, 2, false));
    }

    @Test
    void ofALongListTheMostFrequentAreShownAndTickedOnesAlways() {
        var values =
                IntStream.range(0, 700).mapToObj(i -> new Facet.Value("v" + i, i)).toList();
        var facet = new Facet(ReportColumn.STATION_NAME, values);
        var choices = Choices.of(facet, Set.of("v3"), "", text -> text);
        assertThat(choices.left()).isEqualTo(200);
        assertThat(choices.lines()).hasSize(500);
        assertThat(choices.lines().subList(0, 2))
                .containsExactly(new Choice("v3", 0, 3, true), new Choice("v699", 0, 699, false));
    }
}
