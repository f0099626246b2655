package org.roamledger.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamledger.session.ReportColumn.*;

import org.junit.jupiter.api.Test;
import org.roamledger.session.ReportColumn;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

class ConditionTextTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private final ConditionText english =
            new ConditionText(Locale.ENGLISH, ZONE, new ColumnWords(Locale.ENGLISH));

    private String say(ReportColumn column, Condition condition) {
        return english.say(column, condition, 2).replace('\u00a0', ' ');
    }

    @Test
    void rangesAreToldInTheUnitThatIsTyped() {
        assertThat(say(PRICE, new Condition.Between(100_000L, null)))
                .isEqualTo("Price is at least 10.00");
        assertThat(say(ENERGY_WH, new Condition.Between(null, 20_500L)))
                .isEqualTo("Energy is at most 20.5 kWh");
        assertThat(say(DURATION, new Condition.Between(5_400L, 7_200L)))
                .isEqualTo("Duration is at least 1:30:00 and at most 2:00:00");
        assertThat(say(PRICE, new Condition.Between(5L, 5L))).isEqualTo("Price is 0.0005");
    }

    @Test
    void timesAreThoseOfTheReportZone() {
        var start = Instant.parse("2026-10-31T23:00:00Z").getEpochSecond();
        assertThat(say(START_TIME, new Condition.Between(start, null)))
                .isEqualTo("Start time is at least 2026-11-01 00:00");
    }

    @Test
    void longListsAreCounted() {
        assertThat(say(PROVIDER_ID, new Condition.OneOf(Set.of("DE*8EO", "DE*ABC"))))
                .isEqualTo("Provider ID is DE*8EO or DE*ABC");
        assertThat(say(PROVIDER_ID, new Condition.OneOf(Set.of("A", "B", "C"))))
                .isEqualTo("Provider ID is A or B or C");
        assertThat(say(PROVIDER_ID, new Condition.OneOf(Set.of("A", "B", "C", "D"))))
                .isEqualTo("Provider ID is A or B (+2)");
    }

    @Test
    void weekdaysAndHoursAreTold() {
        assertThat(say(START_TIME, new Condition.Times(Set.of(DayOfWeek.MONDAY), Set.of(8))))
                .isEqualTo("Start time is on a Monday at 08:00–08:59");
        var from = Instant.parse("2026-10-01T00:00:00Z").getEpochSecond();
        var range = new Condition.Between(from, null);
        assertThat(say(START_TIME, new Condition.Times(Set.of(DayOfWeek.MONDAY), Set.of(), range)))
                .isEqualTo(say(START_TIME, range) + "; Start time is on a Monday");
    }

    @Test
    void blanksAreTold() {
        assertThat(say(TRANSACTION_ID, new Condition.Missing()))
                .isEqualTo("Transaction ID is missing");
        assertThat(say(VAT_RATE, new Condition.OneOf(Set.of("25", "5.5", ""))))
                .isEqualTo("VAT rate is missing or 5.5 % or 25 %");
    }

    @Test
    void findingsAreToldByTheirWords() {
        assertThat(say(FINDINGS, new Condition.OneOf(Set.of("NO_PRICE", ""))))
                .isEqualTo("Findings: no findings or No price");
        assertThat(say(FINDINGS, new Condition.Missing())).isEqualTo("There are no findings");
        assertThat(say(FINDINGS, new Condition.Present())).isEqualTo("There are findings");
        var swedish = Locale.of("sv");
        var words = new ConditionText(swedish, ZONE, new ColumnWords(swedish));
        assertThat(words.say(FINDINGS, new Condition.OneOf(Set.of("LONG", "NO_PRICE")), 2))
                .isEqualTo("Anmärkningar: Längre än ett dygn eller Inget pris");
    }

    @Test
    void anotherLanguageHasItsOwnWordsAndFigures() {
        var german = new ConditionText(Locale.GERMAN, ZONE, new ColumnWords(Locale.GERMAN));
        assertThat(german.say(PRICE, new Condition.Between(12_345_000L, null), 2))
                .isEqualTo("Preis ist mindestens 1.234,50");
    }
}
