package org.roamledger.document;

import org.roamledger.report.Condition;
import org.roamledger.report.ReportFilter;
import org.roamledger.session.ReportColumn;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A filter in the words of a document, a sentence for each condition.
final class FilterWords {

    private final DocumentWords words;
    private final ZoneId zone;

    /// @param zone in which times are told
    FilterWords(DocumentWords words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    /// At least one sentence: that there is no filter, if there is none.
    List<String> of(ReportFilter filter) {
        var sentences = new ArrayList<String>();
        filter.conditions()
                .forEach((column, condition) -> sentences.add(sentence(column, condition)));
        if (filter.changedOnly()) {
            sentences.add(words.text("filter.changed"));
        }
        if (!filter.text().isEmpty()) {
            sentences.add(words.text("filter.text", filter.text()));
        }
        return sentences.isEmpty() ? List.of(words.text("filter.none")) : sentences;
    }

    private String sentence(ReportColumn column, Condition condition) {
        var title = words.title(column);
        return switch (condition) {
            case Condition.OneOf(var texts) ->
                    words.text("filter.is", title, or(texts.stream().sorted().map(text -> named(column, text))));
            case Condition.Missing _ -> words.text("filter.missing", title);
            case Condition.Present _ -> words.text("filter.present", title);
            case Condition.Times times -> times(title, times);
            case Condition.Between(var least, var most) -> {
                if (least == null) {
                    yield words.text("filter.atMost", title, value(column, most == null ? 0 : most));
                }
                if (most == null) {
                    yield words.text("filter.atLeast", title, value(column, least));
                }
                yield least.equals(most)
                        ? words.text("filter.is", title, value(column, least))
                        : words.text(
                                "filter.between", title, value(column, least), value(column, most));
            }
        };
    }

    private String named(ReportColumn column, String text) {
        return text.isEmpty() ? words.text("filter.nothing") : words.choice(column, text);
    }

    private String times(String title, Condition.Times times) {
        var days = or(times.days().stream().sorted().map(this::day));
        var hours =
                or(times.hours().stream().sorted().map(hour -> "%02d:00–%02d:59".formatted(hour, hour)));
        return words.text(
                "filter.is",
                title,
                Stream.of(days, hours)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", ")));
    }

    private String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, words.locale());
    }

    private String or(Stream<String> alternatives) {
        return alternatives.collect(Collectors.joining(" " + words.text("filter.or") + " "));
    }

    /// In the unit that the title says.
    private String value(ReportColumn column, long value) {
        return switch (column.kind()) {
            case DATE_TIME, OFFSET_TIME ->
                    DocumentWords.time(Instant.ofEpochSecond(value), zone);
            case SECONDS -> "%d:%02d:%02d".formatted(value / 3600, value / 60 % 60, value % 60);
            case WATT_HOURS -> words.whole(value);
            case READING -> words.decimal(value, 3);
            case MONEY, MONEY_PER_KWH -> words.decimal(value, 4);
            case PERCENT -> words.percent(value);
            case CODED, CODED_ID, CHOICE, ID -> throw new IllegalArgumentException(column.key());
        };
    }
}
