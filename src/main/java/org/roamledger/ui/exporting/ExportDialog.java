package org.roamledger.ui.exporting;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.roamledger.ui.base.Form;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;
import org.roamledger.views.ExportProfile;
import org.roamledger.views.ExportProfiles;

import java.util.List;
import java.util.function.Consumer;

/// Asks what kind of file sessions are exported to. The answer is remembered.
public final class ExportDialog extends Dialog<@Nullable Void> {

    private static final double WIDTH = 480;
    private static final List<String> TITLES =
            List.of("CDR ID", "Energy (Wh)", "Price", "Currency");
    private static final List<String> VALUES = List.of("000123", "12345", "12_50", "EUR");
    private static final String JSON =
            """
            {"cdr_id":"000123","energy_wh":12345,
            "price":"12.50","currency":"EUR"}\
            """;
    private static final String TAB_SHOWN = "\u2003→\u2003";

    private final ExportModel model;
    private final Words words;
    private final ComboBox<ExportProfile> profile = new ComboBox<>();
    private final Label about = new Label();
    private final Label sample = new Label();
    private final TextField name = new TextField();
    private final ComboBox<Character> separator = new ComboBox<>();
    private final ComboBox<Character> decimalPoint = new ComboBox<>();
    private final CheckBox byteOrderMark = new CheckBox();
    private @Nullable ExportProfile told;

    /// @param chosen asks for the file and exports
    public ExportDialog(
            ExportModel model, Consumer<ExportProfile> chosen, Words words, Window owner) {
        this.model = model;
        this.words = words;
        Form.dress(this, words, "export.title", owner);
        var go = new ButtonType(words.text("export.chooseFile"), ButtonData.OK_DONE);
        var cancel = new ButtonType(words.text("action.cancel"), ButtonData.CANCEL_CLOSE);
        getDialogPane().getButtonTypes().setAll(go, cancel);
        getDialogPane().lookupButton(go).setId("export-choose");
        getDialogPane().setContent(content());
        var wiring = new Wiring();
        wiring.follow(model.profiles(), this::tell);
        wiring.follow(profile.valueProperty(), this::show);
        setResultConverter(
                pressed -> {
                    if (pressed == go) {
                        model.choose(profile.getValue());
                        chosen.accept(profile.getValue());
                    }
                    return null;
                });
        setOnHidden(_ -> wiring.close());
        setOnShown(_ -> profile.requestFocus());
        model.refreshProfiles();
    }

    private Node content() {
        profile.setId("export-profile");
        profile.setVisibleRowCount(ExportProfile.BUILT_IN.size() + 2);
        Form.name(profile, this::title);
        about.setId("export-about");
        about.setWrapText(true);
        about.setMinHeight(Label.USE_PREF_SIZE);
        sample.setId("export-sample");
        sample.getStyleClass().add("file-sample");
        sample.setMaxWidth(Double.MAX_VALUE);
        sample.setMinHeight(Label.USE_PREF_SIZE);
        var box =
                new VBox(
                        12, Form.field(words, "export.profile", profile), about, sample, ownPane());
        box.setPrefWidth(WIDTH);
        box.getStyleClass().add("source-form");
        return box;
    }

    private Node ownPane() {
        name.setId("export-own-name");
        separator.setId("export-own-separator");
        separator.getItems().setAll(',', ';', '\t', '|');
        Form.name(separator, this::separatorName);
        decimalPoint.setId("export-own-decimals");
        decimalPoint.getItems().setAll('.', ',');
        Form.name(
                decimalPoint,
                sign -> words.text(sign == '.' ? "export.point" : "export.separator.comma"));
        byteOrderMark.setId("export-own-mark");
        byteOrderMark.setText(words.text("export.byteOrderMark"));
        byteOrderMark.setWrapText(true);
        byteOrderMark.setMinHeight(CheckBox.USE_PREF_SIZE);
        var separators = Form.field(words, "export.separator", separator);
        var decimals = Form.field(words, "export.decimals", decimalPoint);
        HBox.setHgrow(separators, Priority.ALWAYS);
        HBox.setHgrow(decimals, Priority.ALWAYS);
        var keep = button("export.keepProfile", "export-own-keep");
        keep.disableProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> !isPossible(),
                                name.textProperty(),
                                separator.valueProperty(),
                                decimalPoint.valueProperty()));
        keep.setOnAction(_ -> model.keep(entered()));
        var forget = button("export.forgetProfile", "export-own-forget");
        forget.disableProperty()
                .bind(profile.valueProperty().map(chosen -> !chosen.own()).orElse(true));
        forget.setOnAction(_ -> model.forget(profile.getValue()));
        var form =
                new VBox(
                        10,
                        Form.field(words, "export.ownName", name),
                        new HBox(12, separators, decimals),
                        byteOrderMark,
                        new HBox(8, keep, forget));
        var pane = new TitledPane(words.text("export.own"), form);
        pane.setId("export-own");
        pane.setExpanded(false);
        pane.setAnimated(false);
        pane.heightProperty().subscribe(() -> Form.fit(this));
        return pane;
    }

    private Button button(String key, String id) {
        var button = new Button(words.text(key));
        button.setId(id);
        button.setMnemonicParsing(true);
        button.setMinWidth(Button.USE_PREF_SIZE);
        return button;
    }

    private boolean isPossible() {
        return !name.getText().isBlank()
                && separator.getValue() != null
                && decimalPoint.getValue() != null
                && ExportProfile.isPossible(separator.getValue(), decimalPoint.getValue());
    }

    private ExportProfile entered() {
        return ExportProfile.own(
                name.getText(),
                separator.getValue(),
                decimalPoint.getValue(),
                byteOrderMark.isSelected());
    }

    private void tell(ExportProfiles.Content content) {
        var before = profile.getValue();
        profile.getItems().setAll(content.all());
        // What a person has picked meanwhile stays, unless it was kept or taken away.
        var stays = content.chosen().equals(told) && content.all().contains(before);
        profile.setValue(stays ? before : content.chosen());
        told = content.chosen();
    }

    private void show(@Nullable ExportProfile chosen) {
        if (chosen == null) {
            return;
        }
        about.setText(about(chosen));
        sample.setText(sample(chosen));
        sample.setManaged(!chosen.isWorkbook());
        sample.setVisible(!chosen.isWorkbook());
        name.setText(chosen.own() ? chosen.name() : "");
        var form = chosen.isCsv() ? chosen : ExportProfile.own("-", ';', ',', true);
        separator.setValue(form.separator());
        decimalPoint.setValue(form.decimalPoint());
        byteOrderMark.setSelected(form.byteOrderMark());
        Form.fit(this);
    }

    private String title(ExportProfile of) {
        if (of.own()) {
            return of.name();
        }
        return of.language()
                .map(
                        language ->
                                words.text(
                                        "export.profile.excel",
                                        language.getDisplayLanguage(words.locale())))
                .orElseGet(() -> words.text("export.profile." + of.name()));
    }

    private String about(ExportProfile of) {
        if (!of.isCsv()) {
            return words.text("export.about." + of.name());
        }
        var form =
                words.text(
                        of.byteOrderMark() ? "export.about.csvMarked" : "export.about.csv",
                        separatorName(of.separator()),
                        words.text(
                                of.decimalPoint() == '.'
                                        ? "export.point"
                                        : "export.separator.comma"));
        return of.language().isPresent() ? form + " " + words.text("export.about.excel") : form;
    }

    private String separatorName(char sign) {
        return words.text(
                switch (sign) {
                    case ',' -> "export.separator.comma";
                    case ';' -> "export.separator.semicolon";
                    case '\t' -> "export.separator.tab";
                    default -> "export.separator.bar";
                });
    }

    /// Two lines of a file.
    private static String sample(ExportProfile of) {
        return of.isCsv() ? String.join("\n", csv(of, TITLES), csv(of, VALUES)) : JSON;
    }

    private static String csv(ExportProfile of, List<String> values) {
        var separator = of.separator() == '\t' ? TAB_SHOWN : String.valueOf(of.separator());
        return String.join(separator, values).replace('_', of.decimalPoint());
    }
}
