package org.roamledger.ui.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;

class TypedNumberTest {

    private static List<Locale> languages() {
        return Words.LANGUAGES;
    }

    private static String plain(String typed, String language) {
        return TypedNumber.of(typed, Locale.forLanguageTag(language))
                .map(BigDecimal::toPlainString)
                .orElse("no number");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whatALanguageWritesIsReadBack(Locale language) {
        var format = NumberFormat.getNumberInstance(language);
        for (var number : List.of("0", "7", "-7", "1234.5", "-1234567.25", "999999", "0.125")) {
            var written = format.format(new BigDecimal(number));
            assertThat(TypedNumber.of(written, language))
                    .as(written)
                    .contains(new BigDecimal(number));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyKindOfMinusIsMinus(Locale language) {
        for (var minus :
                List.of("-", "\u2212", "\u2013", "\u2010", "\u2011", "- ", "\u2212\u00a0")) {
            assertThat(TypedNumber.of(minus + "12", language)).contains(new BigDecimal("-12"));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyKindOfSpaceAndTheApostropheSetThousandsApart(Locale language) {
        for (var space : List.of(" ", "\u00a0", "\u202f", "\u2009", "'", "’")) {
            assertThat(TypedNumber.of("1" + space + "234" + space + "567", language))
                    .contains(new BigDecimal("1234567"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    en    | 1,234.50     | 1234.50
                    en    | 1,234        | 1234
                    en    | 1,5          | 1.5
                    en    | 12,50        | 12.50
                    en    | .5           | 0.5
                    en    | +3           | 3
                    en    | "  42  "     | 42
                    sv    | 1 234,50     | 1234.50
                    sv    | 12.50        | 12.50
                    sv    | −0,5         | -0.5
                    de    | 1.234,50     | 1234.50
                    de    | 1.234        | 1234
                    de    | 12.50        | 12.50
                    de    | 1.234.567    | 1234567
                    de    | 1'234,50     | 1234.50
                    de-CH | 1’234.50     | 1234.50
                    de-CH | 1'234        | 1234
                    fr    | 1 234,5      | 1234.5
                    fi    | ,25          | 0.25
                    nl    | 1.234,5      | 1234.5
                    nl    | 1.2345       | 1.2345
                    fi    | 1.234,5      | 1234.5
                    nl    | 000123       | 123
                    """)
    void aNumberOfALanguageIsRead(String language, String typed, String expected) {
        assertThat(plain(typed, language)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    en | 1.234,50
                    en | 1,23,456
                    en | 1,2345.0
                    en | 1,234 567
                    en | 12.5.0
                    en | 1.5,000
                    sv | 1.234
                    sv | 1,234,567
                    sv | 1,234 5
                    fr | 1.234.567
                    de | 1,234.50
                    de | 1.234.5
                    de | 1.23.456
                    """)
    void whatMayMeanSomethingElseIsRefused(String language, String typed) {
        assertThat(plain(typed, language)).isEqualTo("no number");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                ".",
                ",",
                "5.",
                "5,",
                "--5",
                "- -5",
                "5-",
                "(5)",
                "5 €",
                "5 kWh",
                "12abc",
                "abc",
                "1e3",
                "0x1F",
                "NaN",
                "∞",
                "1 2",
                "12 34",
                "1  234",
                "' 123",
                "+-1",
                "５",
                "٣",
                "1\n2",
                "5\u200b",
                "1234567890123456789012345678901"
            })
    void anyRestMakesItNoNumber(String typed) {
        for (var language : Words.LANGUAGES) {
            assertThat(TypedNumber.of(typed, language)).as(language.toString()).isEmpty();
        }
    }
}
