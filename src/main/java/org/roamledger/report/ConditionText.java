package org.roamledger.report;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.ReportColumn;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Conditions as sentences of one language, the same in the window and on an export's sheet of
/// parameters.
///
/// For one thread: formats of numbers are not for several.
public final class ConditionText {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TIME_TO_THE_SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final Locale locale;
    private final ZoneId zone;
    private final ColumnWords columns;
    private final ResourceBundle words;

    /// @param zone zone in which times are told
    public ConditionText(Locale locale, ZoneId zone, ColumnWords columns) {
        this.locale = locale;
        this.zone = zone;
        this.columns = columns;
        this.words = ColumnWords.bundle(locale);
    }

    /// One sentence for each condition; none if there is no condition.
    ///
    /// @param most how many alternatives are told of a condition that allows several
    public List<String> sentences(ReportFilter filter, int most) {
        var sentences =
                filter.conditions().entrySet().stream()
                        .map(condition -> say(condition.getKey(), condition.getValue(), most));
        return Stream.of(
                        sentences,
                        filter.changedOnly() ? Stream.of(changedOnly()) : Stream.<String>of(),
                        filter.text().isEmpty()
                                ? Stream.<String>of()
                                : Stream.of(textIs(filter.text())))
                .flatMap(Function.identity())
                .toList();
    }

    /// That there is an earlier version of a row.
    public String changedOnly() {
        return fill("condition.changed");
    }

    /// That a text is looked for.
    public String textIs(String text) {
        return fill("condition.text", text);
    }

    /// @param most how many alternatives are told; the others are counted
    public String say(ReportColumn column, Condition condition, int most) {
        var subject = subject(column);
        return switch (condition) {
            case Condition.OneOf(var texts) ->
                    fill(key(column, "is"), subject, alternatives(column, texts, most));
            case Condition.Missing _ -> fill(key(column, "missing"), subject);
            case Condition.Present _ -> fill(key(column, "present"), subject);
            case Condition.Times times -> {
                var range = times.range();
                var said = times(subject, times);
                yield range == null ? said : fill("condition.both", say(column, range, most), said);
            }
            case Condition.Between between ->
                    between(subject, column, between.least(), between.most());
        };
    }

    /// Of a column with several words in a row other things are true than of one with a value.
    private static String key(ReportColumn column, String what) {
        return (column.kind() == ReportColumn.Kind.CHOICES ? "condition.choices." : "condition.")
                + what;
    }

    /// What a condition speaks of. Energy is told in kilowatt-hours, whatever its column says.
    public String subject(ReportColumn column) {
        return column == ReportColumn.ENERGY_WH ? fill("condition.energy") : columns.title(column);
    }

    private String between(
            String subject, ReportColumn column, @Nullable Long least, @Nullable Long most) {
        if (least == null) {
            return most == null
                    ? fill("condition.present", subject)
                    : fill("condition.atMost", subject, number(column, most));
        }
        if (most == null) {
            return fill("condition.atLeast", subject, number(column, least));
        }
        return least.equals(most)
                ? fill("condition.is", subject, number(column, least))
                : fill("condition.between", subject, number(column, least), number(column, most));
    }

    private String times(String subject, Condition.Times times) {
        var days =
                or(
                        times.days().stream()
                                .sorted()
                                .map(day -> day.getDisplayName(TextStyle.FULL, locale)));
        var hours = or(times.hours().stream().sorted().map(this::hour));
        if (times.hours().isEmpty()) {
            return fill("condition.days", subject, days);
        }
        return times.days().isEmpty()
                ? fill("condition.hours", subject, hours)
                : fill("condition.daysAndHours", subject, days, hours);
    }

    /// An hour of the day from its first to its last minute.
    ///
    /// @param hour 0 to 23
    public String hour(int hour) {
        return fill("condition.hour", String.format(Locale.ROOT, "%02d", hour));
    }

    private String alternatives(ReportColumn column, Collection<String> texts, int most) {
        // One more takes no more room than to say that there is one more.
        var told = texts.size() <= most + 1 ? texts.size() : most;
        var order = column.isText() ? Comparator.<String>naturalOrder() : byNumber();
        var listed =
                or(FirstInOrder.of(texts, order, told).stream().map(text -> value(column, text)));
        return told == texts.size()
                ? listed
                : fill("condition.more", listed, whole(texts.size() - told));
    }

    private static Comparator<String> byNumber() {
        return Comparator.comparing(
                text -> text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text));
    }

    /// One text of a column as the reader knows it.
    public String value(ReportColumn column, String text) {
        if (text.isEmpty()) {
            return fill(key(column, "noValue"));
        }
        return switch (column.kind()) {
            case CHOICE, CHOICES -> columns.choice(column, text);
            case PERCENT -> percent(new BigDecimal(text));
            default -> text;
        };
    }

    /// Joined at once: there may be a hundred thousand.
    private String or(Stream<String> alternatives) {
        return alternatives.collect(Collectors.joining(fill("condition.or", "", "")));
    }

    /// A number of a column with its unit, which money does not have: it holds for any currency.
    public String number(ReportColumn column, long value) {
        return switch (column.kind()) {
            case DATE_TIME, OFFSET_TIME -> time(value);
            case SECONDS -> duration(value);
            case WATT_HOURS -> decimal(BigDecimal.valueOf(value, 3), 0, 3) + "\u00a0kWh";
            case READING -> decimal(BigDecimal.valueOf(value, 3), 0, 3) + "\u00a0Wh";
            case MONEY, MONEY_PER_KWH -> decimal(BigDecimal.valueOf(value, 4), 2, 4);
            case PERCENT -> percent(BigDecimal.valueOf(value, 4));
            case CODED, CODED_ID, CHOICE, CHOICES, ID ->
                    throw new IllegalArgumentException(column.key());
        };
    }

    private String time(long epochSecond) {
        var format = epochSecond % 60 == 0 ? TIME : TIME_TO_THE_SECOND;
        return format.format(Instant.ofEpochSecond(epochSecond).atZone(zone));
    }

    private static String duration(long seconds) {
        var size = Math.abs(seconds);
        return String.format(
                Locale.ROOT,
                "%s%d:%02d:%02d",
                seconds < 0 ? "-" : "",
                size / 3_600,
                size / 60 % 60,
                size % 60);
    }

    private String percent(BigDecimal value) {
        return decimal(value, 0, 4) + "\u00a0%";
    }

    private String whole(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    private String decimal(BigDecimal value, int fewest, int most) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(fewest);
        format.setMaximumFractionDigits(most);
        return format.format(value);
    }

    private String fill(String key, Object... arguments) {
        return new MessageFormat(words.getString(key), locale).format(arguments);
    }
}
