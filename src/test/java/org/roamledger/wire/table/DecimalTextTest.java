package org.roamledger.wire.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.wire.table.DecimalText.Mark;

import java.math.BigDecimal;

class DecimalTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.5|1.5|POINT",
                "1,5|1.5|COMMA",
                "0,123|0.123|COMMA",
                "0.123|0.123|POINT",
                ".75|0.75|POINT",
                "1234,567|1234.567|COMMA",
                "1.234,56|1234.56|COMMA",
                "1,234.56|1234.56|POINT",
                "1.234.567|1234567|COMMA",
                "12,345,678|12345678|POINT",
                "1 234,567|1234.567|COMMA",
                "1\u00a0234,5|1234.5|COMMA",
                "1\u202f234\u202f567.5|1234567.5|POINT",
                "1'234.50|1234.50|POINT",
                "1\u2019234.50|1234.50|POINT",
                "\u22121,5|-1.5|COMMA",
                "-1.50|-1.50|POINT",
                "+1.50|1.50|POINT"
            })
    void aNumberThatReadsInOneWayTellsItsDecimalMark(String text, BigDecimal value, Mark mark) {
        assertEquals(new DecimalText.Marked(value, mark), DecimalText.of(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0", "42|42", "1 234|1234", "1'234'567|1234567", "\u2212812|-812"})
    void aWholeNumberTellsNothing(String text, BigDecimal value) {
        assertEquals(new DecimalText.Plain(value), DecimalText.of(text));
    }

    @Test
    void oneMarkBeforeThreeDigitsIsAmbiguous() {
        assertEquals(
                new DecimalText.Ambiguous(
                        new BigDecimal("-1.234"), new BigDecimal("-1234"), Mark.COMMA),
                DecimalText.of("-1,234"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "12 kWh",
                "EUR 12",
                "12,50 €",
                "1,2,3",
                "1.2.3",
                "12.34.567,8",
                "1 23",
                "12 34",
                "5,",
                "1E5",
                "0x10",
                "--5",
                "1,234,56",
                "1.234 567,8",
                "\u0661\u0662",
                "12,50-",
                "(12)",
                "=1+1",
                "1 234'567"
            })
    void anythingElseIsNoNumber(String text) {
        assertInstanceOf(DecimalText.NotANumber.class, DecimalText.of(text));
    }
}
