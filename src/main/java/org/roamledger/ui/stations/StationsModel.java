package org.roamledger.ui.stations;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.session.Folded;
import org.roamledger.session.KnownStation;
import org.roamledger.session.StationChange;
import org.roamledger.session.StationDirectory;
import org.roamledger.session.StationDirectory.Owner;
import org.roamledger.session.StationIds;
import org.roamledger.ui.base.Activity;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Engine;
import org.roamledger.ui.base.Lane;
import org.roamledger.ui.base.Notice;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The tree of organisations and the stations of the line that is chosen in it.
///
/// What was shown stays until its successor is there, also if that fails. Confined to the screen
/// thread.
public final class StationsModel {

    private static final Order FIRST_ORDER = new Order(StationField.STATION_ID, false);

    private final Engine engine;
    private final Consumer<Notice> notices;
    private final Runnable changed;
    private final Activity loading;
    private final Lane viewing;
    private final Lane editing;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private @Nullable StationDirectory directory;
    private OwnerNode.Key chosen = OwnerNode.Key.ALL;
    private String text = "";
    private Order order = FIRST_ORDER;

    /// By which column, and which way.
    public record Order(StationField field, boolean descending) {}

    /// What is on the screen.
    ///
    /// @param tree the lines of the tree
    /// @param node the line of which stations are shown
    /// @param stations stations in their order
    public record Shown(List<OwnerNode> tree, OwnerNode node, List<KnownStation> stations) {}

    /// @param changed told when the report may be another than before
    public StationsModel(
            Engine engine, Background background, Consumer<Notice> notices, Runnable changed) {
        this.engine = engine;
        this.notices = notices;
        this.changed = changed;
        this.loading = new Activity("activity.stations", background.lane("stations"));
        this.viewing = background.lane("stations-view");
        this.editing = background.lane("stations-edit");
    }

    /// Shows the stations, as they are now.
    public void open() {
        open.set(true);
        reload();
    }

    public void close() {
        open.set(false);
    }

    /// Asks anew, if anybody looks.
    public void refresh() {
        if (open.get()) {
            reload();
        }
    }

    void reload() {
        loading.run(
                _ -> engine.stations(),
                found -> {
                    problem.set(null);
                    directory = found;
                    view();
                },
                failed -> {
                    problem.set(failed);
                    if (shown.get() != null) {
                        notices.accept(Notice.failed("stations.loadFailed", failed));
                    }
                });
    }

    void choose(OwnerNode.Key line) {
        if (!line.equals(chosen)) {
            chosen = line;
            view();
        }
    }

    void search(String wanted) {
        if (!wanted.equals(text)) {
            text = wanted;
            view();
        }
    }

    /// The table asks again whenever its rows change, so an order already shown does nothing.
    void sort(@Nullable Order wanted) {
        var now = Objects.requireNonNullElse(wanted, FIRST_ORDER);
        if (!now.equals(order)) {
            order = now;
            view();
        }
    }

    private void view() {
        var from = directory;
        if (from == null) {
            return;
        }
        var line = chosen;
        var wanted = Folded.of(text);
        var by = order;
        viewing.run(_ -> view(from, line, wanted, by), shown::set, problem::set);
    }

    private static Shown view(
            StationDirectory directory, OwnerNode.Key line, String wanted, Order order) {
        var tree = OwnerNode.tree(directory);
        var node = find(tree, line);
        var names = node.names();
        var stations =
                directory.stations().stream()
                        .filter(station -> node.holds(station, names))
                        .filter(station -> matches(station, wanted))
                        .sorted(order.field().order(order.descending()))
                        .toList();
        return new Shown(tree, node, stations);
    }

    /// An organisation that is gone shows all stations.
    private static OwnerNode find(List<OwnerNode> tree, OwnerNode.Key line) {
        return all(tree)
                .filter(node -> node.key().equals(line))
                .findFirst()
                .orElseGet(tree::getFirst);
    }

    private static Stream<OwnerNode> all(List<OwnerNode> tree) {
        return tree.stream().flatMap(node -> Stream.concat(Stream.of(node), all(node.below())));
    }

    private static boolean matches(KnownStation station, String wanted) {
        return wanted.isEmpty()
                || Stream.of(
                                StationField.STATION_ID,
                                StationField.EVSE_ID,
                                StationField.NAME,
                                StationField.OWNER)
                        .map(field -> field.of(station))
                        .anyMatch(
                                value ->
                                        value instanceof String said
                                                && Folded.of(said).contains(wanted));
    }

    /// Names of all organisations, in order.
    List<String> ownerNames() {
        return directory == null
                ? List.of()
                : directory.owners().stream()
                        .map(owner -> owner.organisation().name())
                        .sorted(String::compareToIgnoreCase)
                        .toList();
    }

    /// Says something of some stations, or takes it back.
    void change(List<StationIds> stations, StationChange change) {
        editing.run(
                _ -> {
                    engine.changeStations(stations, change);
                    return stations.size();
                },
                number -> changed("stations.changed", number),
                refused -> notices.accept(Notice.failed("stations.failed", refused)));
    }

    /// Adds an organisation, or changes one.
    ///
    /// @param before its name; absent for a new one
    void put(@Nullable String before, Owner after, Runnable done, Consumer<Problem> refused) {
        editing.run(
                _ -> {
                    engine.putOrganisation(before, after);
                    return after.organisation().name();
                },
                name -> {
                    if (before == null
                            || new OwnerNode.Key(OwnerNode.Kind.OWNER, before).equals(chosen)) {
                        chosen = new OwnerNode.Key(OwnerNode.Kind.OWNER, name);
                    }
                    done.run();
                    changed("stations.organisationKept", name);
                },
                refused);
    }

    private void changed(String key, Object what) {
        notices.accept(Notice.done(key, what));
        reload();
        changed.run();
    }

    /// Writes all stations to a list for a spreadsheet.
    void export(Path target, Locale locale) {
        editing.run(
                _ -> {
                    engine.exportStations(target, locale);
                    return String.valueOf(target.getFileName());
                },
                name -> notices.accept(Notice.done("stations.exported", name)),
                refused -> notices.accept(Notice.failed("export.failed", refused)));
    }

    public ReadOnlyBooleanProperty isOpen() {
        return open.getReadOnlyProperty();
    }

    /// What is on the screen; nothing before the first answer.
    ReadOnlyObjectProperty<@Nullable Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /// Why the stations could not be read; nothing if they could.
    ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    public Activity loading() {
        return loading;
    }
}
