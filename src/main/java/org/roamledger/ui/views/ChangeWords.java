package org.roamledger.ui.views;

import org.jspecify.annotations.Nullable;
import org.roamledger.report.ConditionText;
import org.roamledger.report.SortOrder;
import org.roamledger.ui.base.Words;
import org.roamledger.views.Days;
import org.roamledger.views.SavedView;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A change of what is shown, as a person would say it.
public final class ChangeWords {

    private static final int ALTERNATIVES = 2;
    private static final int LONGEST = 60;

    private final SavedViewsModel views;
    private final Function<Days, String> periods;
    private final ConditionText conditions;
    private final Words words;

    /// @param periods words for days
    /// @param zone zone in which times are told
    public ChangeWords(
            SavedViewsModel views, Function<Days, String> periods, ZoneId zone, Words words) {
        this.views = views;
        this.periods = periods;
        this.words = words;
        conditions = words.conditions(zone);
    }

    /// @return at most some sixty characters
    public String of(ViewChange change) {
        var said = say(change);
        return said.length() <= LONGEST ? said : said.substring(0, LONGEST - 1) + "…";
    }

    private String say(ViewChange change) {
        return switch (change) {
            case ViewChange.Filtered(var column, var condition) ->
                    condition == null
                            ? words.text("change.lifted", words.title(column))
                            : conditions.say(column, condition, ALTERNATIVES);
            case ViewChange.Searched(var text) ->
                    text.isEmpty() ? words.text("change.noText") : conditions.textIs(text);
            case ViewChange.ChangedOnly(var only) ->
                    only ? conditions.changedOnly() : words.text("change.notChangedOnly");
            case ViewChange.Period(var days) -> periods.apply(days);
            case ViewChange.Owners(var organisations) -> owners(organisations);
            case ViewChange.Sized(var column) -> words.text("change.width", words.title(column));
            case ViewChange.Arranged() -> words.text("change.columns");
            case ViewChange.Sorted(var order) -> order(order);
            case ViewChange.Turned(var page) ->
                    words.text("change.page", words.text("page." + page));
            case ViewChange.Grouped() -> words.text("change.grouping");
            case ViewChange.Opened(var view) -> words.text("change.view", name(view));
            case ViewChange.Several() -> words.text("change.several");
        };
    }

    private String owners(Set<String> organisations) {
        return switch (organisations.size()) {
            case 0 -> words.text("window.allOrganisations");
            case 1 -> organisations.iterator().next();
            default -> words.text("window.organisations", organisations.size());
        };
    }

    private String order(SortOrder order) {
        if (order.keys().isEmpty()) {
            return words.text("change.usualOrder");
        }
        var columns =
                order.keys().stream()
                        .map(key -> words.title(key.column()) + (key.descending() ? " ↓" : " ↑"))
                        .collect(Collectors.joining(", "));
        return words.text("change.order", columns);
    }

    /// A view that was deleted meanwhile is called by its file.
    private String name(@Nullable Path file) {
        return file == null
                ? words.text("views.standard")
                : views.content().get().views().stream()
                        .filter(view -> view.file().equals(file))
                        .map(SavedView::name)
                        .findFirst()
                        .orElseGet(() -> String.valueOf(file.getFileName()));
    }
}
