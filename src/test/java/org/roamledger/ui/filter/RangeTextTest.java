package org.roamledger.ui.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roamledger.session.ReportColumn;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Random;

class RangeTextTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final long SEED = 20261006;

    private static RangeText of(ReportColumn column, String language) {
        return new RangeText(column, Locale.forLanguageTag(language), ZONE);
    }

    @ParameterizedTest
    @CsvSource({
        "ENERGY_WH, en, 12.5, 12500",
        "ENERGY_WH, sv, '12,5 kWh', 12500",
        "PRICE, de, '1.234,50', 12345000",
        "PRICE, en, -3, -30000",
        "PRICE, en, 0.0001, 1",
        "DURATION, en, 1:30, 5400",
        "DURATION, en, 0:00:07, 7",
        "DURATION, en, 90, 5400",
        "METER_START_WH, en, 1.5, 1500"
    })
    void typedFiguresAreReadInTheUnitThatIsSeen(
            ReportColumn column, String language, String typed, long value) {
        assertThat(of(column, language).read(typed, false)).contains(value);
    }

    @ParameterizedTest
    @CsvSource({
        "ENERGY_WH, 0.0001",
        "PRICE, 12 apples",
        "PRICE, ''",
        "PRICE, 0.00001",
        "DURATION, 1:75",
        "START_TIME, 2026-13-01",
        "START_TIME, yesterday"
    })
    void anythingElseIsNothing(ReportColumn column, String typed) {
        assertThat(of(column, "en").read(typed, false)).isEmpty();
    }

    @Test
    void aDayBeginsAndEndsInTheReportZone() {
        var start = of(ReportColumn.START_TIME, "en");
        assertThat(start.read("2026-10-25", false))
                .contains(Instant.parse("2026-10-24T22:00:00Z").getEpochSecond());
        assertThat(start.read("2026-10-25", true))
                .contains(Instant.parse("2026-10-25T22:59:59Z").getEpochSecond());
        assertThat(start.read("2026-10-25 08:15", true))
                .contains(Instant.parse("2026-10-25T07:15:59Z").getEpochSecond());
    }

    @ParameterizedTest
    @CsvSource({"en", "sv", "de", "fr", "fi", "nl"})
    void whatIsWrittenIsReadAgain(String language) {
        var random = new Random(SEED);
        for (var round = 0; round < 200; round++) {
            var value = random.nextLong(-10_000_000_000L, 10_000_000_000L);
            var time = random.nextLong(1_700_000_000L, 1_790_000_000L);
            for (var column :
                    new ReportColumn[] {
                        ReportColumn.ENERGY_WH,
                        ReportColumn.PRICE,
                        ReportColumn.DURATION,
                        ReportColumn.METER_STOP_WH,
                        ReportColumn.START_TIME
                    }) {
                var whole = column == ReportColumn.START_TIME ? time : value;
                var wanted = column == ReportColumn.DURATION ? whole % 100_000_000 : whole;
                var last = random.nextBoolean();
                var text = of(column, language);
                assertThat(text.read(text.written(wanted, last), last))
                        .as("seed %d: %s %s", SEED, column, text.written(wanted, last))
                        .contains(wanted);
            }
        }
    }
}
