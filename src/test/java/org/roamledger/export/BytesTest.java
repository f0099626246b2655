package org.roamledger.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

final class BytesTest {

    private static String written(Consumer<Bytes> writing) {
        var bytes = new Bytes(1);
        writing.accept(bytes);
        return new String(bytes.toArray(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "0, 2, 0.00",
        "5, 0, 0.0005",
        "-5, 2, -0.0005",
        "10000, 0, 1",
        "10000, 2, 1.00",
        "12000, 2, 1.20",
        "12340, 2, 1.234",
        "-12345, 0, -1.2345",
        "9223372036854775807, 0, 922337203685477.5807",
        "-9223372036854775807, 2, -922337203685477.5807"
    })
    void decimalsAreExact(long number, int decimals, String text) {
        assertEquals(text, written(out -> out.putDecimal(number, 4, decimals, '.')));
    }

    @Test
    void anyNumberIsWrittenAsJavaDoes() {
        var random = new Random(7);
        for (var i = 0; i < 100_000; i++) {
            var number = random.nextLong() >> random.nextInt(63);
            assertEquals(Long.toString(number), written(out -> out.putNumber(number)));
            assertEquals(
                    0,
                    BigDecimal.valueOf(number, 3)
                            .compareTo(
                                    new BigDecimal(
                                            written(out -> out.putDecimal(number, 3, 0, '.')))));
        }
    }

    @Test
    void anyTimeInAnyZoneIsWrittenAsJavaDoes() {
        var random = new Random(8);
        var form = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
        for (var name : List.of("Europe/Stockholm", "America/St_Johns", "UTC", "Asia/Colombo")) {
            var zone = ZoneId.of(name);
            var times = new IsoTimes(zone);
            for (var i = 0; i < 20_000; i++) {
                // From 1970 to 2096.
                var second = random.nextLong(4_000_000_000L);
                assertEquals(
                        form.format(Instant.ofEpochSecond(second).atZone(zone)),
                        written(out -> times.put(second, out)),
                        name);
            }
        }
    }

    @Test
    void clocksAreChangedToTheSecond() {
        var times = new IsoTimes(Exports.STOCKHOLM);
        var change = Instant.parse("2026-10-25T01:00:00Z").getEpochSecond();
        assertEquals("2026-10-25T02:00:00+01:00", written(out -> times.put(change, out)));
        assertEquals("2026-10-25T02:59:59+02:00", written(out -> times.put(change - 1, out)));
    }
}
