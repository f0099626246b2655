package org.roamledger.ui.settlement;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.report.Condition;
import org.roamledger.report.ReportFilter;
import org.roamledger.report.ReportView;
import org.roamledger.report.Settlement;
import org.roamledger.report.SettlementOrder;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Lane;
import org.roamledger.ui.base.Notice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The settlement on the screen: by what the visible rows are grouped, in what order, and which
/// groups are open. It follows the view only while it is looked at.
///
/// Confined to the screen thread.
public final class SettlementModel {

    private static final int OPEN_AT_FIRST = 2;

    private final Lane grouping;
    private final Consumer<Notice> notices;
    private final Consumer<ReportFilter> drill;

    private final ReadOnlyObjectWrapper<List<ReportColumn>> levels =
            new ReadOnlyObjectWrapper<>(Settlement.STANDARD);
    private final ReadOnlyObjectWrapper<SettlementOrder> order =
            new ReadOnlyObjectWrapper<>(SettlementOrder.STANDARD);
    private final ReadOnlyObjectWrapper<@Nullable Settlement> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Line>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

    private @Nullable ReportView view;
    private boolean looking;

    /// Groups less deep than this are open, but for those that were closed by hand; of the others
    /// the reverse.
    private int openDepth = OPEN_AT_FIRST;

    private final Set<List<Condition>> turned = new HashSet<>();

    /// @param drill told a filter that lets through the rows of one group
    public SettlementModel(
            Background background, Consumer<Notice> notices, Consumer<ReportFilter> drill) {
        this.grouping = background.lane("settlement");
        this.notices = notices;
        this.drill = drill;
    }

    /// Takes the visible rows.
    public void show(ReportView changed) {
        view = changed;
        group();
    }

    /// Whether anybody looks: grouping costs as much as filtering.
    public void look(boolean now) {
        looking = now;
        group();
    }

    private void group() {
        var asked = view;
        if (!looking || asked == null || isShown(asked)) {
            return;
        }
        var askedOrder = order.get();
        var settlement = current(() -> asked);
        grouping.run(
                _ -> settlement.get(),
                done -> {
                    problem.set(null);
                    grouped = askedOrder;
                    shown.set(done);
                    list();
                },
                problem::set);
    }

    private SettlementOrder grouped = SettlementOrder.STANDARD;

    private boolean isShown(ReportView asked) {
        var now = shown.get();
        return now != null
                && now.view().equals(asked)
                && now.levels().equals(levels.get())
                && grouped.equals(order.get());
    }

    /// Groups by other columns.
    ///
    /// @param changed some of [Settlement#POSSIBLE], each once
    public void groupBy(List<ReportColumn> changed) {
        if (!changed.equals(levels.get())) {
            turned.clear();
            levels.set(List.copyOf(changed));
            group();
        }
    }

    /// Puts a level, new or not, at a place among the others.
    ///
    /// @param at its place when it is there; beyond the ends is at the ends
    void place(ReportColumn level, int at) {
        var changed = new ArrayList<>(levels.get());
        changed.remove(level);
        changed.add(Math.clamp(at, 0, changed.size()), level);
        groupBy(changed);
    }

    void remove(ReportColumn level) {
        var changed = new ArrayList<>(levels.get());
        changed.remove(level);
        groupBy(changed);
    }

    /// The columns that are no level now.
    List<ReportColumn> unused() {
        return Settlement.POSSIBLE.stream()
                .filter(column -> !levels.get().contains(column))
                .toList();
    }

    /// An order already shown does nothing.
    public void sort(SettlementOrder changed) {
        if (!changed.equals(order.get())) {
            order.set(changed);
            group();
        }
    }

    /// Opens a group or closes it.
    void toggle(Line line) {
        if (line.hasGroups()) {
            var at = Line.conditions(line.path());
            if (!turned.remove(at)) {
                turned.add(at);
            }
            list();
        }
    }

    public void expandAll() {
        open(Settlement.POSSIBLE.size());
    }

    public void collapseAll() {
        open(0);
    }

    private void open(int depth) {
        openDepth = depth;
        turned.clear();
        list();
    }

    private void list() {
        var now = shown.get();
        if (now == null) {
            return;
        }
        var list = new ArrayList<Line>();
        list(now.groups(), List.of(), list);
        for (var figures : now.totals()) {
            list.add(new Line(List.of(), figures, figures.equals(now.totals().getFirst()), false));
        }
        lines.set(List.copyOf(list));
    }

    private void list(
            List<Settlement.Group> groups, List<Settlement.Group> around, List<Line> list) {
        for (var group : groups) {
            var path = new ArrayList<>(around);
            path.add(group);
            var open =
                    !group.groups().isEmpty()
                            && around.size() < openDepth != turned.contains(Line.conditions(path));
            for (var i = 0; i < group.figures().size(); i++) {
                list.add(new Line(path, group.figures().get(i), i == 0, open));
            }
            if (open) {
                list(group.groups(), path, list);
            }
        }
    }

    /// What is, or would be, on the screen, worked out when it is asked for.
    ///
    /// @param rows the visible rows
    Supplier<Settlement> current(Supplier<ReportView> rows) {
        var askedLevels = levels.get();
        var askedOrder = order.get();
        return () -> askedOrder.of(Settlement.of(rows.get(), askedLevels));
    }

    /// Shows the rows of a line.
    void drill(Line line) {
        var now = shown.get();
        if (now != null) {
            drill.accept(line.narrow(now.view().filter()));
        }
    }

    void tell(Notice notice) {
        notices.accept(notice);
    }

    public ReadOnlyObjectProperty<List<ReportColumn>> levels() {
        return levels.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<SettlementOrder> order() {
        return order.getReadOnlyProperty();
    }

    /// What is on the screen; nothing before anybody looked.
    public ReadOnlyObjectProperty<@Nullable Settlement> shown() {
        return shown.getReadOnlyProperty();
    }

    /// Why the last grouping failed; nothing if it did not.
    public ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Line>> lines() {
        return lines.getReadOnlyProperty();
    }
}
