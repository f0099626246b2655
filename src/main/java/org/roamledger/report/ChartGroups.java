package org.roamledger.report;

import org.roamledger.session.ReportColumn;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The texts of a coded column as places to sum up at; spellings of one party are one place.
final class ChartGroups {

    /// A time axis with more months than ten years is not filled up.
    private static final int MOST_MONTHS = 120;

    private final ReportColumn column;
    private final int[] placeByCode;
    private final List<String> texts = new ArrayList<>();

    /// Some places that are drawn as one.
    record Group(ChartPart part, int[] places) {}

    ChartGroups(Report report, ReportColumn column) {
        this.column = column;
        var coded = report.coded(column).texts();
        placeByCode = new int[coded.size()];
        var places = new HashMap<String, Integer>();
        for (var code = 0; code < placeByCode.length; code++) {
            var text = coded.get(code);
            var place = places.putIfAbsent(ReportFilter.comparable(column, text), texts.size());
            if (place == null) {
                place = texts.size();
                texts.add(text);
            }
            placeByCode[code] = place;
        }
    }

    int size() {
        return texts.size();
    }

    int place(int code) {
        return placeByCode[code];
    }

    /// The places with the largest figures, the largest first, and all others as one.
    ///
    /// @param known places that have a figure
    /// @param most places that stand for themselves; one more if it would be the only other
    List<Group> largest(IntPredicate known, IntToLongFunction figure, int most) {
        var ranked =
                IntStream.range(0, size())
                        .filter(known)
                        .boxed()
                        .sorted(
                                Comparator.comparingLong(figure::applyAsLong)
                                        .reversed()
                                        .thenComparing(texts::get))
                        .toList();
        var own = ranked.size() <= most + 1 ? ranked.size() : most;
        var groups = new ArrayList<Group>();
        ranked.subList(0, own).forEach(place -> groups.add(of(place)));
        if (own < ranked.size()) {
            var others = ranked.subList(own, ranked.size());
            groups.add(
                    new Group(
                            new ChartPart.Others(
                                    column,
                                    others.stream().map(texts::get).collect(Collectors.toSet())),
                            others.stream().mapToInt(place -> place).toArray()));
        }
        return groups;
    }

    private Group of(int place) {
        return new Group(new ChartPart.Value(column, texts.get(place)), new int[] {place});
    }

    /// The months that have a figure in their order, with those between them that have none; rows
    /// without a month last.
    List<Group> months(IntPredicate known) {
        var named =
                IntStream.range(0, size())
                        .filter(known)
                        .boxed()
                        .sorted(
                                Comparator.comparing((Integer place) -> texts.get(place).isEmpty())
                                        .thenComparing(texts::get))
                        .toList();
        var groups = new ArrayList<Group>();
        Optional<YearMonth> before = Optional.empty();
        for (var place : named) {
            var month = month(texts.get(place));
            if (before.isPresent() && month.isPresent()) {
                var missing = before.get().plusMonths(1);
                while (missing.isBefore(month.get()) && groups.size() < MOST_MONTHS) {
                    groups.add(
                            new Group(new ChartPart.Value(column, missing.toString()), new int[0]));
                    missing = missing.plusMonths(1);
                }
            }
            groups.add(of(place));
            before = month;
        }
        return groups;
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeParseException _) {
            // Nobody said the month, or said it in a form of their own.
            return Optional.empty();
        }
    }
}
