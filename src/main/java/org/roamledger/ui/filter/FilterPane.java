package org.roamledger.ui.filter;

import atlantafx.base.theme.Styles;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import org.roamledger.report.Condition;
import org.roamledger.report.ConditionText;
import org.roamledger.report.ReportFilter;
import org.roamledger.report.ReportParameters;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.DirectScrollPane;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// Everything by which sessions are picked, in a column at the left.
public final class FilterPane extends BorderPane {

    private static final Set<ReportColumn> OPEN_AT_FIRST =
            Set.of(ReportColumn.NETWORK, ReportColumn.PROVIDER_ID, ReportColumn.CURRENCY);
    private static final int LINES = 7;

    private final FilterModel model;
    private final CountsModel counts;
    private final VBox columns = new VBox();
    private final Map<ReportColumn, TitledPane> sections = new EnumMap<>(ReportColumn.class);
    private final Map<ReportColumn, Subscription> watched = new EnumMap<>(ReportColumn.class);
    private final Words words;
    private final ConditionText texts;
    private final Wiring wiring;

    public FilterPane(FilterModel model, CountsModel counts, Words words, Wiring wiring) {
        this.model = model;
        this.counts = counts;
        this.words = words;
        // No times are told here.
        this.texts = words.conditions(ReportParameters.USUAL_ZONE);
        this.wiring = wiring;
        getStyleClass().add("filter-pane");
        setTop(head());
        wiring.follow(model.sections(), this::show);
        wiring.atClose(() -> Set.copyOf(watched.keySet()).forEach(this::stopWatching));
        var scroll =
                new DirectScrollPane(
                        new VBox(period(), organisations(), columns, more(), irregular()));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        setCenter(scroll);
    }

    private Node head() {
        var title = new Label(words.text("filter.title"));
        title.getStyleClass().add("pane-title");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var clear = new Button(words.text("filter.clearAll"));
        clear.setId("clear-filters");
        clear.setMnemonicParsing(true);
        clear.getStyleClass().addAll(Styles.FLAT, Styles.ACCENT, Styles.SMALL);
        clear.setOnAction(_ -> model.clearAll());
        clear.disableProperty().bind(model.filter().isEqualTo(ReportFilter.NONE));
        var head = new HBox(title, space, clear);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("pane-head");
        return head;
    }

    private Node period() {
        return section(words.text("filter.period"), new PeriodBox(model, words, wiring), true);
    }

    private Node organisations() {
        var list = new ChoiceList(words, 7, name -> name, model::toggleOrganisation);
        list.setId("facet-organisations");
        list.setAccessibleText(words.text("filter.organisations"));
        Runnable show = () -> list.show(model.organisationChoices());
        wiring.follow(model.organisations(), _ -> show.run());
        wiring.onChange(model.scope(), show);
        var with = new CheckBox(words.text("filter.withSubOrganisations"));
        with.setWrapText(true);
        with.setOnAction(_ -> model.withSubOrganisations(with.isSelected()));
        wiring.follow(model.scope(), scope -> with.setSelected(scope.withSubOrganisations()));
        var content = new VBox(8, list, with);
        content.getStyleClass().add("section-body");
        var section = section(words.text("filter.organisations"), content, true);
        section.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        titled(
                                                words.text("filter.organisations"),
                                                model.scope().get().organisations().size()),
                                model.scope()));
        var some = Bindings.isNotEmpty(list.getItems());
        section.visibleProperty().bind(some);
        section.managedProperty().bind(some);
        return section;
    }

    /// Shows the sections that are asked for, in the order of the columns.
    private void show(Set<ReportColumn> wanted) {
        var shown = new ArrayList<Node>();
        for (var column : FilterModel.SECTIONS) {
            if (wanted.contains(column)) {
                shown.add(sections.computeIfAbsent(column, this::section));
            }
        }
        columns.getChildren().setAll(shown);
        watch();
    }

    /// A column is counted only while its section is open: each costs some milliseconds.
    private void watch() {
        sections.forEach(
                (column, section) -> {
                    if (section.isExpanded() && columns.getChildren().contains(section)) {
                        watched.computeIfAbsent(column, counts::watch);
                    } else {
                        stopWatching(column);
                    }
                });
    }

    private void stopWatching(ReportColumn column) {
        var watching = watched.remove(column);
        if (watching != null) {
            watching.unsubscribe();
        }
    }

    private TitledPane section(ReportColumn column) {
        var content =
                switch (FilterKind.of(column)) {
                    case RANGE -> new RangeBox(model, counts, column, words, wiring);
                    default -> new ValuePicker(model, counts, column, LINES, words, wiring);
                };
        var section = section(texts.subject(column), content, OPEN_AT_FIRST.contains(column));
        section.setId("section-" + column.key());
        section.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> titled(column, model.filter().get()), model.filter()));
        wiring.onChange(section.expandedProperty(), this::watch);
        return section;
    }

    private String titled(ReportColumn column, ReportFilter filter) {
        var condition = filter.conditions().get(column);
        return switch (condition) {
            case null -> texts.subject(column);
            case Condition.OneOf(var values) -> titled(texts.subject(column), values.size());
            default -> titled(texts.subject(column), 1);
        };
    }

    private Node more() {
        var more = new MenuButton(words.text("filter.moreFilters"));
        more.setId("more-filters");
        more.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        for (var column : FilterModel.SECTIONS) {
            var item = new CheckMenuItem(texts.subject(column));
            item.setId("filter-by-" + column.key());
            item.setOnAction(_ -> model.showSection(column, item.isSelected()));
            wiring.follow(model.sections(), shown -> item.setSelected(shown.contains(column)));
            more.getItems().add(item);
        }
        var box = new HBox(more);
        box.getStyleClass().add("more-filters");
        return box;
    }

    private Node irregular() {
        var only = tick("without-transaction-id", "filter.withoutTransactionId");
        only.setOnAction(_ -> model.onlyWithoutTransactionId(only.isSelected()));
        var changed = tick("changed-only", "filter.changedOnly");
        changed.setOnAction(_ -> model.onlyChanged(changed.isSelected()));
        wiring.follow(
                model.filter(),
                filter -> {
                    only.setSelected(filter.isMissing(ReportColumn.TRANSACTION_ID));
                    changed.setSelected(filter.changedOnly());
                });
        var content = new VBox(8, only, changed);
        content.getStyleClass().add("section-body");
        return section(words.text("filter.irregular"), content, true);
    }

    private CheckBox tick(String id, String key) {
        var tick = new CheckBox(words.text(key));
        tick.setId(id);
        tick.setWrapText(true);
        return tick;
    }

    private String titled(String title, int chosen) {
        return chosen == 0 ? title : words.text("filter.chosen", title, chosen);
    }

    private static TitledPane section(String title, Node content, boolean open) {
        var section = new TitledPane(title, content);
        section.setAnimated(false);
        section.setExpanded(open);
        section.getStyleClass().add("filter-section");
        return section;
    }
}
