package org.roamledger.ui.shell;

import org.roamledger.ui.base.Words;
import org.roamledger.ui.filter.TimeFrame;
import org.roamledger.views.Days;

/// The days of a view, as people say them.
final class PeriodWords {

    private PeriodWords() {}

    /// Relative days by their name, others by their dates.
    static String of(Days days, Words words) {
        return switch (days) {
            case Days.Fixed(var first, var last) -> words.days(first, last);
            case Days.Relative(var name) ->
                    TimeFrame.of(name).map(frame -> of(frame, words)).orElse(name);
        };
    }

    private static String of(TimeFrame frame, Words words) {
        return switch (frame) {
            case TimeFrame.Relative(var preset) -> words.text(preset.wordsKey());
            case TimeFrame.Last(var count, var inMonths) ->
                    words.text(inMonths ? "period.lastMonths" : "period.lastDays", count);
            case TimeFrame.Fixed(var period) -> words.days(period.from(), period.last());
        };
    }
}
