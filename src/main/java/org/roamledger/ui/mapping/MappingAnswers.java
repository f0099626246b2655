package org.roamledger.ui.mapping;

import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.session.Network;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.SearchableChoice;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;
import org.roamledger.wire.mapping.DateForm;
import org.roamledger.wire.mapping.DecimalSign;
import org.roamledger.wire.mapping.EnergyUnit;
import org.roamledger.wire.mapping.TableMapping;
import org.roamledger.wire.mapping.TableMapping.Question;
import org.roamledger.wire.mapping.TaxBasis;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/// What the file does not say by itself: units, tax, zone, forms of figures and dates, and values
/// for all rows.
final class MappingAnswers extends VBox {

    /// The choice of a pattern of one's own.
    private static final String PATTERN = "PATTERN";

    private final MappingModel model;
    private final Words words;
    private final Wiring wiring;
    private final ComboBox<EnergyUnit> unit;
    private final ComboBox<TaxBasis> basis;
    private final ComboBox<DecimalSign> decimals;
    private final ComboBox<String> dates;
    private final TextField pattern = new TextField();
    private final ComboBox<String> zone;
    private final ComboBox<String> network;

    MappingAnswers(MappingModel model, Words words, Wiring wiring) {
        super(12);
        this.model = model;
        this.words = words;
        this.zone = new SearchableChoice<>(words);
        this.wiring = wiring;
        unit = choice("unit", List.of(EnergyUnit.values()), EnergyUnit::label, model::unit);
        basis = choice("basis", List.of(TaxBasis.values()), this::named, model::taxBasis);
        decimals =
                choice(
                        "decimals",
                        List.of(DecimalSign.values()),
                        this::decimalsText,
                        model::decimals);
        dates =
                choice(
                        "dates",
                        List.of("DETECT", "DAY_FIRST", "MONTH_FIRST", PATTERN),
                        this::datesText,
                        this::chooseDates);
        network =
                choice(
                        "network",
                        List.of(
                                "",
                                Network.HUBJECT.label(),
                                Network.GIREVE.label(),
                                Network.OCPI.label()),
                        text -> text.isEmpty() ? words.text("mapping.inFile") : text,
                        text -> model.constant(ReportColumn.NETWORK, text));
        zone.setId("mapping-zone");
        zone.getItems().setAll(ZoneId.getAvailableZoneIds().stream().sorted().toList());
        zone.setOnAction(
                _ -> {
                    if (zone.getValue() != null) {
                        model.zone(ZoneId.of(zone.getValue()));
                    }
                });
        pattern.setId("mapping-pattern");
        pattern.setPromptText("dd.MM.yy HH:mm");
        pattern.textProperty().subscribe(this::choosePattern);
        var form = new GridPane(12, 10);
        form.add(field("mapping.unit", unit), 0, 0);
        form.add(field("mapping.basis", basis), 1, 0);
        form.add(field("mapping.decimals", decimals), 0, 1);
        form.add(field("mapping.zone", zone), 1, 1);
        form.add(field("mapping.dates", dates), 0, 2);
        form.add(field("mapping.pattern", pattern), 1, 2);
        form.add(field("mapping.network", network), 0, 3);
        form.add(constant("mapping.currency", ReportColumn.CURRENCY), 1, 3);
        form.add(constant("mapping.operator", ReportColumn.OPERATOR_ID), 0, 4);
        form.add(constant("mapping.organisation", ReportColumn.ORGANISATION), 1, 4);
        getChildren().addAll(form, questions(), problem());
        setPrefWidth(352);
        setMinHeight(USE_PREF_SIZE);
        wiring.follow(model.mapping(), this::show);
    }

    /// Puts the keys on the first choice that is still to be made here.
    void focusOpen() {
        (unit.getValue() == null ? unit : basis).requestFocus();
    }

    private <T> ComboBox<T> choice(
            String id, List<T> items, Function<T, String> text, Consumer<T> chosen) {
        var choice = new ComboBox<>(FXCollections.observableArrayList(items));
        choice.setId("mapping-" + id);
        choice.setPromptText(words.text("mapping.choose"));
        choice.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable T item) {
                        return item == null ? "" : text.apply(item);
                    }

                    @Override
                    public T fromString(String typed) {
                        throw new UnsupportedOperationException("not editable");
                    }
                });
        choice.setOnAction(
                _ -> {
                    if (choice.getValue() != null) {
                        chosen.accept(choice.getValue());
                    }
                });
        return choice;
    }

    private VBox field(String key, Control input) {
        var label = new Label(words.text(key));
        label.setMnemonicParsing(true);
        label.setLabelFor(input);
        label.getStyleClass().add("field-label");
        input.setAccessibleText(words.text(key).replace("_", ""));
        input.setMaxWidth(Double.MAX_VALUE);
        input.setPrefWidth(170);
        var box = new VBox(4, label, input);
        GridPane.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private VBox constant(String key, ReportColumn column) {
        var input = new TextField();
        input.setId("mapping-" + column.key());
        input.setPromptText(words.text("mapping.inFile"));
        input.textProperty().subscribe(text -> model.constant(column, text));
        wiring.follow(
                model.mapping(),
                mapping -> {
                    var value = mapping.constants().getOrDefault(column, "");
                    if (!value.equals(input.getText().strip())) {
                        input.setText(value);
                    }
                });
        return field(key, input);
    }

    private String named(TaxBasis of) {
        return words.text("mapping.basis." + of.name().toLowerCase(Locale.ROOT));
    }

    private String decimalsText(DecimalSign of) {
        var text = words.text("mapping.decimals." + of.name().toLowerCase(Locale.ROOT));
        var found = model.preview().decimals();
        return of == DecimalSign.DETECT && found != DecimalSign.DETECT
                ? words.text("mapping.detected", text, decimalsText(found))
                : text;
    }

    private String datesText(String of) {
        var text = words.text("mapping.dates." + of.toLowerCase(Locale.ROOT));
        var found = model.preview().dates();
        return of.equals("DETECT") && found != DateForm.Order.DETECT
                ? words.text("mapping.detected", text, datesText(found.name()))
                : text;
    }

    private void chooseDates(String form) {
        if (!form.equals(PATTERN)) {
            model.dates(DateForm.Order.valueOf(form));
        } else {
            pattern.setDisable(false);
            pattern.requestFocus();
        }
    }

    private void choosePattern(String text) {
        pattern.getStyleClass().remove("wrong");
        if (PATTERN.equals(dates.getValue()) && !text.isBlank() && !model.pattern(text)) {
            pattern.getStyleClass().add("wrong");
        }
    }

    /// What is still to be answered.
    private Label questions() {
        var open = new Label();
        open.setId("mapping-open");
        open.setWrapText(true);
        open.setMinHeight(USE_PREF_SIZE);
        open.getStyleClass().add("field-problem");
        open.managedProperty().bind(open.visibleProperty());
        wiring.follow(
                model.mapping(),
                mapping -> {
                    var questions =
                            mapping.openQuestions().stream().map(this::questionText).toList();
                    open.setVisible(!questions.isEmpty());
                    open.setText(String.join("\n", questions));
                });
        return open;
    }

    private String questionText(Question question) {
        return words.text("mapping.question." + question.name().toLowerCase(Locale.ROOT));
    }

    private Label problem() {
        var told = new Label();
        told.setId("mapping-problem");
        told.setWrapText(true);
        told.setMinHeight(USE_PREF_SIZE);
        told.getStyleClass().add("field-problem");
        told.managedProperty().bind(told.visibleProperty());
        wiring.follow(
                model.problem(),
                (@Nullable Problem problem) -> {
                    told.setVisible(problem != null);
                    told.setText(problem == null ? "" : words.problem(problem));
                });
        return told;
    }

    private void show(TableMapping mapping) {
        unit.setValue(model.unit());
        basis.setValue(mapping.taxBasis());
        decimals.setValue(mapping.decimals());
        var named = mapping.zone();
        zone.setValue(named == null ? null : named.getId());
        switch (mapping.dates()) {
            case DateForm.Order order -> {
                dates.setValue(order.name());
                pattern.setDisable(true);
            }
            case DateForm.Pattern(var text) -> {
                dates.setValue(PATTERN);
                pattern.setDisable(false);
                if (!text.equals(pattern.getText())) {
                    pattern.setText(text);
                }
            }
        }
        var told = mapping.constants().getOrDefault(ReportColumn.NETWORK, "");
        if (!network.getItems().contains(told)) {
            network.getItems().add(told);
        }
        network.setValue(told);
    }
}
