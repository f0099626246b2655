package org.roamledger.ui.rejects;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.roamledger.session.RecordPlace;
import org.roamledger.ui.base.Words;

import java.util.Locale;

class PlaceWordsTest {

    private static String german(RecordPlace place) {
        return PlaceWords.of(place, new Words(Locale.GERMAN));
    }

    @Test
    void placesAreToldInTheReadersLanguage() {
        assertThat(german(new RecordPlace.Line(12_345))).isEqualTo("Zeile 12345");
        assertThat(german(new RecordPlace.Row("Oktober", 7))).isEqualTo("Oktober, Zeile 7");
        assertThat(german(new RecordPlace.OnPage(3, 7))).isEqualTo("Seite 3 [7]");
        assertThat(german(new RecordPlace.InDocument(null))).isEqualTo("Dokument");
        assertThat(german(new RecordPlace.InDocument(2L))).isEqualTo("Dokument [2]");
    }

    @Test
    void whatAnEarlierVersionStoredIsToldAsWell() {
        assertThat(german(RecordPlace.of("line 17"))).isEqualTo("Zeile 17");
        assertThat(german(RecordPlace.of("Oktober row 17"))).isEqualTo("Oktober, Zeile 17");
    }

    @Test
    void aPathIsTheSameInAllLanguages() {
        assertThat(german(RecordPlace.item("cdrs", 3))).isEqualTo("cdrs[3]");
    }
}
