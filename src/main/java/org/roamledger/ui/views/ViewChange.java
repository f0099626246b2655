package org.roamledger.ui.views;

import org.jspecify.annotations.Nullable;
import org.roamledger.report.Condition;
import org.roamledger.report.SortOrder;
import org.roamledger.session.ReportColumn;
import org.roamledger.views.Days;
import org.roamledger.views.ViewColumns;
import org.roamledger.views.ViewState;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// One thing that a person changed about what is shown.
public sealed interface ViewChange {

    /// Another condition on a column; absent if it was lifted.
    record Filtered(ReportColumn column, @Nullable Condition condition) implements ViewChange {}

    record Searched(String text) implements ViewChange {}

    record ChangedOnly(boolean only) implements ViewChange {}

    record Period(Days days) implements ViewChange {}

    /// @param organisations their names; empty for all
    record Owners(Set<String> organisations) implements ViewChange {}

    record Sized(ReportColumn column) implements ViewChange {}

    /// Columns shown, hidden, moved or pinned, or rows of another height.
    record Arranged() implements ViewChange {}

    record Sorted(SortOrder order) implements ViewChange {}

    record Turned(String page) implements ViewChange {}

    record Grouped() implements ViewChange {}

    /// Another view was opened.
    ///
    /// @param view its file; absent for the standard view
    record Opened(@Nullable Path view) implements ViewChange {}

    /// Several of these at once.
    record Several() implements ViewChange {}

    /// What was changed from one to another that is different from it.
    static ViewChange between(Seen before, Seen after) {
        if (!Objects.equals(before.view(), after.view())) {
            return new Opened(after.view());
        }
        var changes = changes(before.state(), after.state());
        return changes.size() == 1 ? changes.getFirst() : new Several();
    }

    private static List<ViewChange> changes(ViewState before, ViewState after) {
        var changes = new ArrayList<ViewChange>();
        for (var column : ReportColumn.values()) {
            var condition = after.filter().conditions().get(column);
            if (!Objects.equals(before.filter().conditions().get(column), condition)) {
                changes.add(new Filtered(column, condition));
            }
        }
        if (!before.filter().text().equals(after.filter().text())) {
            changes.add(new Searched(after.filter().text()));
        }
        if (before.filter().changedOnly() != after.filter().changedOnly()) {
            changes.add(new ChangedOnly(after.filter().changedOnly()));
        }
        if (!before.days().equals(after.days())) {
            changes.add(new Period(after.days()));
        }
        if (!before.organisations().equals(after.organisations())
                || before.withSubOrganisations() != after.withSubOrganisations()) {
            changes.add(new Owners(after.organisations()));
        }
        if (!before.columns().equals(after.columns())) {
            changes.add(columns(before.columns(), after.columns()));
        }
        if (!before.order().equals(after.order())) {
            changes.add(new Sorted(after.order()));
        }
        if (!before.page().equals(after.page())) {
            changes.add(new Turned(after.page()));
        }
        if (!before.grouping().equals(after.grouping())) {
            changes.add(new Grouped());
        }
        return changes;
    }

    private static ViewChange columns(ViewColumns before, ViewColumns after) {
        var sized =
                Arrays.stream(ReportColumn.values())
                        .filter(
                                column ->
                                        !Objects.equals(
                                                before.widths().get(column),
                                                after.widths().get(column)))
                        .toList();
        var onlySized =
                new ViewColumns(
                                before.order(),
                                before.hidden(),
                                after.widths(),
                                before.pinned(),
                                before.density())
                        .equals(after);
        return onlySized && sized.size() == 1 ? new Sized(sized.getFirst()) : new Arranged();
    }

    /// Whether this goes on with what another began, as the next letter of a text does.
    default boolean continues(ViewChange other) {
        return switch (this) {
            case Searched _ -> other instanceof Searched;
            case Sized(var column) -> other instanceof Sized(var before) && before == column;
            case Filtered(var column, Condition.Between _) ->
                    other instanceof Filtered(var before, Condition.Between _) && before == column;
            case Filtered _,
                    ChangedOnly _,
                    Period _,
                    Owners _,
                    Arranged _,
                    Sorted _,
                    Turned _,
                    Grouped _,
                    Opened _,
                    Several _ ->
                    false;
        };
    }
}
