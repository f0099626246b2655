package org.roamledger.wire.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

class TimeTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-10-25T02:30:00|2026-10-25T02:30:00",
                "2026-10-25 02:30:05|2026-10-25T02:30:05",
                "2026-10-25 02:30|2026-10-25T02:30:00",
                "2026-10-25T02:30:00.123456789|2026-10-25T02:30:00.123456789",
                "2026/10/25 2:30|2026-10-25T02:30:00",
                "25.10.2026 02:30|2026-10-25T02:30:00",
                "5.1.2026 02:30:09|2026-01-05T02:30:09",
                "25/10/2026 02:30|2026-10-25T02:30:00",
                "10/25/2026 2:30 PM|2026-10-25T14:30:00",
                "10/25/2026 12:30:01\u202fAM|2026-10-25T00:30:01",
                "25-10-2026 02:30|2026-10-25T02:30:00"
            })
    void localTimesAreReadInTheShapesThatFilesHave(String text, LocalDateTime local) {
        var read = TimeText.of(text).orElseThrow();
        assertEquals(local, read.local());
        assertEquals(Optional.empty(), Optional.ofNullable(read.offset()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-10-25T02:30:00Z|Z",
                "2026-10-25T02:30:00+02:00|+02:00",
                "2026-10-25 02:30:00+0200|+02:00",
                "2026-10-25 02:30:00 +02|+02:00",
                "2026-10-25T02:30:00.000\u221203:30|-03:30",
                "2026-10-25T02:30:00+02:00[Europe/Stockholm]|+02:00",
                "2026-10-25 02:30:00 UTC|Z"
            })
    void anOffsetBesideTheTimeIsKept(String text, String offset) {
        var read = TimeText.of(text).orElseThrow();
        assertEquals(LocalDateTime.parse("2026-10-25T02:30:00"), read.local());
        assertEquals(ZoneOffset.of(offset), read.offset());
    }

    @Test
    void aDateWithSlashesThatReadsInTwoWaysKeepsBoth() {
        assertEquals(
                Optional.of(
                        new TimeText(
                                LocalDateTime.parse("2026-04-03T10:00"),
                                null,
                                LocalDateTime.parse("2026-03-04T10:00"),
                                TimeText.Order.UNTOLD)),
                TimeText.of("03/04/2026 10:00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2026-10-25",
                "2026-13-01 10:00",
                "2026-02-30 10:00",
                "2026-10-25 25:00",
                "2026-10-25 10:00:66",
                "25.13.2026 10:00",
                "13/13/2026 10:00",
                "10/25/2026 13:00 PM",
                "2026-10-25T02:30:00+99:00",
                "2026-10-25 10:00 tomorrow",
                "45955.104"
            })
    void whatNoCalendarOrClockShowsIsNoTime(String text) {
        assertEquals(Optional.empty(), TimeText.of(text));
    }
}
