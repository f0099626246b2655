package org.roamledger.views;

import org.jspecify.annotations.Nullable;
import org.roamledger.report.Condition;
import org.roamledger.report.ReportFilter;
import org.roamledger.report.SortOrder;
import org.roamledger.session.ReportColumn;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Views by chance.
final class RandomView {

    private static final String[] TEXTS = {
        "", "DE*8EO", "ÅÄÖ", "\"\\\n\t", "İstanbul", "\u2028", "😀", "null", "0"
    };

    private final Random random;

    RandomView(Random random) {
        this.random = random;
    }

    NamedView view() {
        return NamedView.of("view " + random.nextInt() + text(), state());
    }

    ViewState state() {
        return new ViewState(
                new HashSet<>(texts(3)),
                random.nextBoolean(),
                days(),
                new ReportFilter(conditions(), random.nextBoolean(), text()),
                columns(),
                order(),
                text(),
                texts(4));
    }

    private Days days() {
        if (random.nextBoolean()) {
            return new Days.Relative(text());
        }
        var first = LocalDate.ofEpochDay(random.nextInt(40_000));
        return new Days.Fixed(first, first.plusDays(random.nextInt(500)));
    }

    private Map<ReportColumn, Condition> conditions() {
        var conditions = new EnumMap<ReportColumn, Condition>(ReportColumn.class);
        for (var column : some()) {
            var condition = condition();
            if (condition.fits(column)) {
                conditions.put(column, condition);
            }
        }
        return conditions;
    }

    private Condition condition() {
        return switch (random.nextInt(5)) {
            case 0 -> {
                var texts = new HashSet<>(texts(5));
                texts.add(text());
                yield new Condition.OneOf(texts);
            }
            case 1 -> between();
            case 2 -> new Condition.Missing();
            case 3 -> new Condition.Present();
            default -> {
                Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
                days.add(DayOfWeek.of(1 + random.nextInt(7)));
                Set<Integer> hours = random.nextBoolean() ? Set.of() : Set.of(random.nextInt(24));
                yield new Condition.Times(days, hours, random.nextBoolean() ? between() : null);
            }
        };
    }

    private Condition.Between between() {
        var one = random.nextLong();
        var other = random.nextLong();
        @Nullable Long least = random.nextInt(3) == 0 ? null : (Long) Math.min(one, other);
        @Nullable Long most =
                least != null && random.nextInt(3) == 0 ? null : (Long) Math.max(one, other);
        return new Condition.Between(least, most);
    }

    private ViewColumns columns() {
        var order = new ArrayList<>(some());
        Collections.shuffle(order, random);
        var hidden = new HashSet<ReportColumn>();
        var widths = new EnumMap<ReportColumn, Integer>(ReportColumn.class);
        for (var column : order) {
            if (random.nextInt(3) == 0) {
                hidden.add(column);
            }
            if (random.nextInt(3) == 0) {
                widths.put(column, random.nextInt(3_000));
            }
        }
        return new ViewColumns(order, hidden, widths, random.nextInt(order.size() + 1), text());
    }

    private SortOrder order() {
        return new SortOrder(
                some().stream()
                        .map(column -> new SortOrder.Key(column, random.nextBoolean()))
                        .toList());
    }

    private Set<ReportColumn> some() {
        var some = EnumSet.noneOf(ReportColumn.class);
        for (var column : ReportColumn.values()) {
            if (random.nextInt(3) == 0) {
                some.add(column);
            }
        }
        return some;
    }

    private List<String> texts(int most) {
        var texts = new ArrayList<String>();
        for (var i = random.nextInt(most + 1); i > 0; i--) {
            texts.add(text());
        }
        return texts;
    }

    private String text() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }
}
