package org.roamledger.ui.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;

class TimeFrameTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @ParameterizedTest
    @CsvSource({
        "last_month, 2026-02-01, 2026-03-01",
        "year_to_date, 2026-01-01, 2026-03-02",
        "last_1_days, 2026-03-01, 2026-03-02",
        "last_30_days, 2026-01-31, 2026-03-02",
        "last_1_months, 2026-02-01, 2026-03-01",
        "last_3_months, 2025-12-01, 2026-03-01",
        "2026-02-28/2026-02-28, 2026-02-28, 2026-03-01"
    })
    void aTextMeansDaysAndIsWrittenAgain(String text, LocalDate from, LocalDate to) {
        var frame = TimeFrame.of(text).orElseThrow();
        assertThat(frame.days(TODAY)).isEqualTo(new Period(from, to));
        assertThat(frame.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "custom",
                "last_days",
                "last_0_days",
                "last_9999_days",
                "next_month",
                "2026-02-30/2026-03-01",
                "2026-03-02/2026-03-01"
            })
    void anyOtherTextIsNone(String text) {
        assertThat(TimeFrame.of(text)).isEmpty();
    }
}
