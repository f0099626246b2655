package org.roamledger.ui.base;

import org.roamledger.report.Check;
import org.roamledger.report.Column;
import org.roamledger.report.Report;
import org.roamledger.session.Amount;
import org.roamledger.session.CurrencyDigits;
import org.roamledger.session.ReportColumn;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Values of a report as a reader of one language sees them.
///
/// For one thread: formats of numbers are not for several.
public final class CellText {

    private static final int MOST_DECIMALS = CurrencyDigits.MOST;
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter WITH_OFFSET =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);

    private final Words words;
    private final ZoneId zone;
    private final boolean grouped;
    private final NumberFormat whole;
    private final NumberFormat decimal;
    private final Map<String, NumberFormat> money = new HashMap<>();

    private CellText(Words words, ZoneId zone, boolean grouped) {
        this.words = words;
        this.zone = zone;
        this.grouped = grouped;
        this.whole = format(0, 0);
        this.decimal = format(0, MOST_DECIMALS);
    }

    /// As read on the screen: digits in groups.
    ///
    /// @param zone zone in which times are told
    public static CellText shown(Words words, ZoneId zone) {
        return new CellText(words, zone, true);
    }

    /// As a spreadsheet of the reader's language understands it: digits not in groups, and a plain
    /// minus.
    ///
    /// @param zone zone in which times are told
    public static CellText pasted(Words words, ZoneId zone) {
        return new CellText(words, zone, false);
    }

    /// The text of a value; empty if it is missing.
    public String of(Report report, ReportColumn column, int row) {
        var values = report.column(column);
        if (values.isMissing(row)) {
            return "";
        }
        return switch (values) {
            case Column.Coded coded -> coded(column, coded.text(row));
            case Column.Ids ids -> ids.text(row);
            case Column.OffsetTimes times ->
                    WITH_OFFSET.format(
                            Instant.ofEpochSecond(times.at(row))
                                    .atOffset(
                                            ZoneOffset.ofTotalSeconds(
                                                    times.offsetMinutes()[row] * 60)));
            case Column.Numbers numbers -> number(report, column, row, numbers.at(row));
        };
    }

    private String coded(ReportColumn column, String text) {
        return switch (column.kind()) {
            case CHOICE -> words.choice(column, text);
            case CHOICES ->
                    Check.words(text).stream()
                            .map(word -> words.choice(column, word))
                            .collect(Collectors.joining(", "));
            default -> text;
        };
    }

    private String number(Report report, ReportColumn column, int row, long value) {
        return switch (column.kind()) {
            case DATE_TIME -> time(Instant.ofEpochSecond(value));
            case WATT_HOURS -> whole(value);
            case READING -> plain(decimal.format(BigDecimal.valueOf(value, 3)));
            case MONEY -> money(new Amount(value), currency(report, row));
            case MONEY_PER_KWH -> plain(decimal.format(BigDecimal.valueOf(value, 4)));
            case PERCENT -> percent(value);
            case SECONDS -> duration(value);
            case CODED, CODED_ID, CHOICE, CHOICES, ID, OFFSET_TIME ->
                    throw new IllegalArgumentException(column + " holds no plain numbers");
        };
    }

    private static String currency(Report report, int row) {
        return report.coded(ReportColumn.CURRENCY).text(row);
    }

    /// To the second.
    public String time(Instant time) {
        return SECONDS.format(time.atZone(zone));
    }

    /// With the currency's own number of decimals, or as many as are needed up to four.
    public String money(Amount amount, String currency) {
        var format =
                money.computeIfAbsent(
                        currency, code -> format(CurrencyDigits.of(code), MOST_DECIMALS));
        return plain(format.format(amount.toDecimal()));
    }

    /// As many decimals for several amounts of one currency, so that their figures stand below each
    /// other.
    ///
    /// @param decimals at least so many; see [#decimals]
    public String money(Amount amount, int decimals) {
        return plain(format(decimals, MOST_DECIMALS).format(amount.toDecimal()));
    }

    /// See [CurrencyDigits#exact].
    public static int decimals(String currency, Amount... amounts) {
        return CurrencyDigits.exact(currency, List.of(amounts));
    }

    /// Watt-hours as kilowatt-hours, with all their decimals.
    public String kilowattHours(long wattHours) {
        return plain(format(3, 3).format(BigDecimal.valueOf(wattHours, 3)));
    }

    /// A percentage, of ten-thousandths of a percent.
    public String percent(long tenThousandths) {
        return plain(decimal.format(BigDecimal.valueOf(tenThousandths, 4))) + "\u00a0%";
    }

    /// A whole number.
    public String whole(long number) {
        return plain(whole.format(number));
    }

    /// A text that a spreadsheet would run as a formula (`+49*810*000`), marked as text, on one
    /// line.
    public static String harmless(String text) {
        var line = text.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
        return !line.isEmpty() && "=+-@".indexOf(line.charAt(0)) >= 0 ? "'" + line : line;
    }

    private static String duration(long seconds) {
        var size = Math.abs(seconds);
        return String.format(
                Locale.ROOT,
                "%s%d:%02d:%02d",
                seconds < 0 ? "-" : "",
                size / 3600,
                size / 60 % 60,
                size % 60);
    }

    private NumberFormat format(int fewest, int most) {
        var format = NumberFormat.getNumberInstance(words.locale());
        format.setGroupingUsed(grouped);
        format.setMinimumFractionDigits(fewest);
        format.setMaximumFractionDigits(most);
        return format;
    }

    private String plain(String figure) {
        return grouped ? figure : figure.replace('\u2212', '-');
    }
}
