package org.roamledger.ui.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamledger.report.Column.Numbers.MISSING;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.roamledger.report.Report;
import org.roamledger.report.ReportBuilder;
import org.roamledger.report.ReportParameters;
import org.roamledger.session.Amount;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.CellText;
import org.roamledger.ui.base.Words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

class CellTextTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final long START = Instant.parse("2026-10-25T00:30:00Z").getEpochSecond();

    private static CellText english() {
        return CellText.shown(new Words(Locale.ENGLISH), ZONE);
    }

    private static CellText swedish() {
        return CellText.shown(new Words(Locale.of("sv")), ZONE);
    }

    private static Report row(long price, String currency, long wattHours, @Nullable String id) {
        var builder =
                new ReportBuilder(
                        new ReportParameters(
                                Set.of(),
                                true,
                                LocalDate.of(2026, 10, 1),
                                LocalDate.of(2026, 11, 1),
                                ZONE));
        builder.times(START, 120, START + 3_725);
        builder.energy(wattHours, MISSING, 1_234_500);
        builder.money(price, MISSING, 255_000);
        builder.ids("CDR-1", id);
        for (var column : ReportColumn.values()) {
            switch (column.kind()) {
                case CODED, CODED_ID, CHOICE ->
                        builder.codes(column)
                                .add(
                                        column == ReportColumn.CURRENCY
                                                ? currency
                                                : column == ReportColumn.ACCESS
                                                        ? "Public"
                                                        : "+49*810");
                default -> {}
            }
        }
        builder.endRow(1, false, false, START);
        return builder.build();
    }

    private static String text(CellText texts, ReportColumn column) {
        return texts.of(row(-12_345_600, "EUR", 25_040, null), column, 0);
    }

    @Test
    void timesAreToldInTheReportZoneToTheSecond() {
        assertThat(text(english(), ReportColumn.START_TIME)).isEqualTo("2026-10-25 02:30:00");
    }

    @Test
    void theOriginalStartIsToldWithItsOffset() {
        assertThat(text(english(), ReportColumn.ORIGINAL_START))
                .isEqualTo("2026-10-25 02:30:00 +02:00");
    }

    @Test
    void figuresAreGroupedAsTheLanguageGroupsThem() {
        assertThat(text(english(), ReportColumn.ENERGY_WH)).isEqualTo("25,040");
        assertThat(text(swedish(), ReportColumn.ENERGY_WH)).isEqualTo("25\u00a0040");
    }

    @Test
    void moneyHasItsCurrencysDecimalsAndMoreOnlyIfNeeded() {
        assertThat(text(english(), ReportColumn.PRICE)).isEqualTo("-1,234.56");
        assertThat(english().money(new Amount(12_345), "EUR")).isEqualTo("1.2345");
        assertThat(english().money(new Amount(1_200_000), "JPY")).isEqualTo("120");
        assertThat(english().money(new Amount(10_000), "no such")).isEqualTo("1.00");
    }

    @Test
    void ratesAndDurationsAreToldAsPeopleWriteThem() {
        assertThat(text(english(), ReportColumn.VAT_RATE)).isEqualTo("25.5\u00a0%");
        assertThat(text(english(), ReportColumn.DURATION)).isEqualTo("1:02:05");
    }

    @Test
    void choicesAreToldInTheReadersLanguage() {
        assertThat(text(swedish(), ReportColumn.ACCESS)).isEqualTo("Publik");
        assertThat(text(swedish(), ReportColumn.FINDINGS))
                .isEqualTo("Omöjligt datum, Inget pris, Inget transaktions-ID, Formen på ett ID");
    }

    @Test
    void whatIsMissingHasNoTextAndIsNoZero() {
        assertThat(text(english(), ReportColumn.METER_START_WH)).isEmpty();
        assertThat(text(english(), ReportColumn.TRANSACTION_ID)).isEmpty();
        assertThat(text(english(), ReportColumn.VAT_AMOUNT)).isEmpty();
    }

    @Test
    void copiedFiguresCanBePastedIntoASpreadsheetOfTheLanguage() {
        var columns = List.of(ReportColumn.PRICE, ReportColumn.ENERGY_WH);
        var copied =
                CopiedRows.of(
                        row(-12_345_600, "EUR", 25_040, null),
                        new int[] {0},
                        columns,
                        true,
                        new Words(Locale.of("sv")));
        assertThat(copied.text()).isEqualTo("Pris\tEnergi (Wh)\n-1234,56\t25040");
    }

    @Test
    void aCopiedTextThatWouldRunAsAFormulaIsMarkedAsText() {
        var copied =
                CopiedRows.of(
                        row(1, "EUR", 1, "=1+1"),
                        new int[] {0},
                        List.of(ReportColumn.EVSE_ID, ReportColumn.TRANSACTION_ID),
                        true,
                        new Words(Locale.ENGLISH));
        assertThat(copied.text()).endsWith("\n'+49*810\t'=1+1");
    }
}
