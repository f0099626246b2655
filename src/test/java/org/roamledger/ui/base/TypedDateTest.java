package org.roamledger.ui.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

class TypedDateTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);

    private static List<Locale> languages() {
        return Words.LANGUAGES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theHintIsWrittenAsItWouldBeRead(Locale language) {
        var words = new Words(language);
        assertThat(words.notADate("x")).contains(TypedDate.written(DAY, language));
        assertThat(words.notANumber("x"))
                .contains(NumberFormat.getNumberInstance(language).format(1234.5));
    }

    private static String day(String typed, String language) {
        return TypedDate.of(typed, Locale.forLanguageTag(language))
                .map(LocalDate::toString)
                .orElse("no day");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whatALanguageWritesIsReadBack(Locale language) {
        for (var day = LocalDate.of(2026, 1, 1); day.getYear() == 2026; day = day.plusDays(1)) {
            assertThat(TypedDate.of(TypedDate.written(day, language), language)).contains(day);
            var named = DateTimeFormatter.ofPattern("d MMM uuuu", language).format(day);
            assertThat(TypedDate.of(named, language)).as(named).contains(day);
            var whole = DateTimeFormatter.ofPattern("d MMMM uuuu", language).format(day);
            assertThat(TypedDate.of(whole, language)).as(whole).contains(day);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void isoIsReadInEveryLanguage(Locale language) {
        for (var typed :
                List.of(
                        "2026-10-31",
                        " 2026-10-31\u00a0",
                        "20261031",
                        "2026\u201110\u201131",
                        "2026\u221210\u221231")) {
            assertThat(TypedDate.of(typed, language)).as(typed).contains(DAY);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "de,31.10.2026,2026-10-31",
        "de,31.10.26,2026-10-31",
        "de,1.2.2026,2026-02-01",
        "de,31. 10. 2026,2026-10-31",
        "de,31. Oktober 2026,2026-10-31",
        "de,31/10/2026,2026-10-31",
        "fr,31/10/2026,2026-10-31",
        "fr,1 février 2026,2026-02-01",
        "fr,1 fevrier 2026,2026-02-01",
        "fi,31.10.2026,2026-10-31",
        "fi,1.2.2026,2026-02-01",
        "nl,31-10-2026,2026-10-31",
        "nl,31-10-26,2026-10-31",
        "sv,26-10-31,2026-10-31",
        "sv,1 maj 2026,2026-05-01",
        "en,31/10/2026,2026-10-31",
        "en,10/31/2026,2026-10-31",
        "en,5/5/2026,2026-05-05",
        "en,31 Oct 2026,2026-10-31",
        "en,31 october 2026,2026-10-31",
        "en-GB,1/2/2026,2026-02-01",
        "en-US,1/2/2026,2026-01-02",
    })
    void aDayOfALanguageIsRead(String language, String typed, String expected) {
        assertThat(day(typed, language)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "en,1/2/2026",
        "en,10/31/26",
        "de,26-10-31",
        "de,2026/31/10",
        "fr,31/10/126",
        "nl,10-31-2026",
        "sv,31-10-2026",
        "de,31 Oct. 26",
    })
    void whatMayMeanAnotherDayIsRefused(String language, String typed) {
        assertThat(day(typed, language)).isEqualTo("no day");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "2026",
                "2026-10",
                "2026-13-01",
                "2026-02-29",
                "2026-10-31 12:00",
                "2026-10-31T00:00:00Z",
                "31.10.2026.",
                "31.10",
                "31.10-2026",
                "0000-00-00",
                "31 Okx 2026",
                "today",
                "2026-1-0x",
                "x2026-10-31"
            })
    void anyRestMakesItNoDay(String typed) {
        for (var language : Words.LANGUAGES) {
            assertThat(TypedDate.of(typed, language)).as(language.toString()).isEmpty();
        }
    }
}
