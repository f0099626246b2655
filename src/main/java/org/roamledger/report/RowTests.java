package org.roamledger.report;

import org.roamledger.session.ReportColumn;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/// Turns a condition on a column into a test of row numbers that makes no objects.
final class RowTests {

    private RowTests() {}

    static IntPredicate of(Report report, ReportColumn column, Condition condition) {
        var values = report.column(column);
        return switch (condition) {
            case Condition.Missing _ -> values::isMissing;
            case Condition.Present _ -> row -> !values.isMissing(row);
            case Condition.Between between -> {
                var numbers = report.numbers(column);
                yield row -> between.meets(numbers.at(row));
            }
            case Condition.Times times ->
                    atTimes(report.numbers(column), times, report.parameters().zone());
            case Condition.OneOf(var texts) -> oneOf(report, column, texts);
        };
    }

    private static IntPredicate oneOf(Report report, ReportColumn column, Set<String> texts) {
        if (report.column(column) instanceof Column.Ids ids) {
            var wanted = IdSet.of(texts);
            return row -> wanted.indexOf(ids, row) >= 0;
        }
        var wanted =
                texts.stream()
                        .map(text -> ReportFilter.comparable(column, text))
                        .collect(Collectors.toSet());
        var coded = report.coded(column);
        var codes = coded.codes();
        var accepted = new boolean[coded.texts().size()];
        for (var code = 0; code < accepted.length; code++) {
            accepted[code] =
                    ReportFilter.comparables(column, coded.texts().get(code)).stream()
                            .anyMatch(wanted::contains);
        }
        return row -> accepted[codes[row]];
    }

    private static IntPredicate atTimes(Column.Numbers values, Condition.Times times, ZoneId zone) {
        var wanted = new boolean[WeekHours.COUNT];
        for (var hour = 0; hour < wanted.length; hour++) {
            var day = DayOfWeek.of(1 + hour / WeekHours.HOURS_A_DAY);
            wanted[hour] =
                    (times.days().isEmpty() || times.days().contains(day))
                            && (times.hours().isEmpty()
                                    || times.hours().contains(hour % WeekHours.HOURS_A_DAY));
        }
        var hours = new WeekHours(zone);
        var range = times.range();
        return row -> {
            var second = values.at(row);
            return second != Column.Numbers.MISSING
                    && wanted[hours.at(second)]
                    && (range == null || range.meets(second));
        };
    }
}
