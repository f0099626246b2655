package org.roamledger.ui.filter;

import atlantafx.base.theme.Styles;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.roamledger.report.ReportFilter;
import org.roamledger.session.Folded;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

import java.util.List;
import java.util.Set;

/// Everything by which sessions are picked, in a column at the left.
public final class FilterPane extends BorderPane {

    private static final Set<ReportColumn> OPEN_AT_FIRST =
            Set.of(ReportColumn.NETWORK, ReportColumn.PROVIDER_ID, ReportColumn.CURRENCY);

    private final FilterModel model;
    private final Words words;
    private final Wiring wiring;

    public FilterPane(FilterModel model, Words words, Wiring wiring) {
        this.model = model;
        this.words = words;
        this.wiring = wiring;
        getStyleClass().add("filter-pane");
        setTop(head());
        var sections = new VBox(period(), organisations());
        for (var column : FilterModel.FACETS) {
            sections.getChildren().add(facet(column));
        }
        sections.getChildren().add(irregular());
        var scroll = new ScrollPane(sections);
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

    private Node facet(ReportColumn column) {
        var list =
                new ChoiceList(
                        words,
                        column == ReportColumn.PROVIDER_ID ? 6 : 8,
                        value ->
                                value.isEmpty()
                                        ? words.text("filter.notGiven")
                                        : words.choice(column, value),
                        value -> model.toggle(column, value));
        list.setId("facet-" + column.key());
        list.setAccessibleText(words.title(column));
        var content = new VBox(8);
        content.getStyleClass().add("section-body");
        var find = new TextField();
        Runnable show = () -> list.show(matching(column, find.getText()));
        if (column == ReportColumn.PROVIDER_ID) {
            find.setPromptText(words.text("filter.findProvider"));
            find.setAccessibleText(words.text("filter.findProvider"));
            find.getStyleClass().add(Styles.SMALL);
            wiring.onChange(find.textProperty(), show);
            content.getChildren().add(find);
        }
        content.getChildren().add(list);
        wiring.follow(model.facets(), _ -> show.run());
        wiring.onChange(model.filter(), show);
        var section = section(words.title(column), content, OPEN_AT_FIRST.contains(column));
        section.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        titled(
                                                words.title(column),
                                                model.filter().get().oneOf(column).size()),
                                model.filter()));
        var some = Bindings.isNotEmpty(list.getItems()).or(find.textProperty().isNotEmpty());
        section.visibleProperty().bind(some);
        section.managedProperty().bind(some);
        return section;
    }

    private List<Choice> matching(ReportColumn column, String text) {
        var wanted = Folded.of(text);
        return model.choices(column).stream()
                .filter(choice -> choice.chosen() || Folded.of(choice.value()).contains(wanted))
                .toList();
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
