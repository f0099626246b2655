package org.roamledger.ui.care;

import atlantafx.base.theme.Styles;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.roamledger.ui.base.CellText;
import org.roamledger.ui.base.DialogFrame;
import org.roamledger.ui.base.Form;
import org.roamledger.ui.base.Upkeep.Copy;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

/// How the store is, and its backups: make one, or go back to one.
public final class BackupsDialog extends Dialog<@Nullable Void> {

    private static final double WIDTH = 620;
    private static final double HEIGHT = 380;

    private final CareModel model;
    private final Words words;
    private final CellText texts;
    private final Wiring wiring = new Wiring();
    private final TableView<Copy> table = new TableView<>();

    /// @param zone in which times are told
    public BackupsDialog(CareModel model, ZoneId zone, Words words, Window owner) {
        DialogFrame.set(this, owner, words.text("care.title"), words);
        this.model = model;
        this.words = words;
        this.texts = CellText.shown(words, zone);
        getDialogPane().getStyleClass().add("wide-dialog");
        getDialogPane().setContent(content());
        wiring.follow(model.backups(), this::tell);
        setOnHidden(_ -> wiring.close());
        setOnShown(_ -> table.requestFocus());
        model.refresh();
    }

    private Node content() {
        var state = new Label();
        state.setWrapText(true);
        state.setMinHeight(Label.USE_PREF_SIZE);
        wiring.follow(model.checked(), checked -> state.setText(state(checked, words, texts)));
        var hint = new Label(words.text("care.hint"));
        hint.setWrapText(true);
        hint.setMinHeight(Label.USE_PREF_SIZE);
        hint.getStyleClass().add("muted");
        table.setId("backups");
        table.setAccessibleText(words.text("care.title"));
        table.getStyleClass().addAll(Styles.DENSE, Styles.BORDERED);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setPlaceholder(new Label(words.text("care.none")));
        add("care.when", 200, copy -> texts.time(copy.when()));
        add("care.size", 120, copy -> texts.whole(megabytes(copy.bytes())));
        add(
                "care.why",
                240,
                copy -> words.text(copy.upgrade() ? "care.why.upgrade" : "care.why.backup"));
        VBox.setVgrow(table, Priority.ALWAYS);
        var box = new VBox(10, state, table, buttons(), hint);
        box.getStyleClass().add("rejects-form");
        box.setMinSize(0, 0);
        box.setPrefSize(WIDTH, HEIGHT);
        return box;
    }

    /// What the last check found, in words.
    ///
    /// @param checked absent while it is under way
    public static String state(CareModel.@Nullable Checked checked, Words words, CellText texts) {
        if (checked == null) {
            return words.text("care.checking");
        }
        return checked.damage() == null
                ? words.text("care.sound", texts.time(checked.when()))
                : words.problem(checked.damage());
    }

    private static long megabytes(long bytes) {
        return Math.max(1, (bytes + 500_000) / 1_000_000);
    }

    private void add(String key, double width, Function<Copy, String> text) {
        var column = new TableColumn<Copy, String>(words.text(key));
        column.setId(key.replace('.', '-'));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(text.apply(row.getValue())).getReadOnlyProperty());
        table.getColumns().add(column);
    }

    private Node buttons() {
        var restore = button("care.restore", this::restore);
        restore.disableProperty()
                .bind(
                        table.getSelectionModel()
                                .selectedItemProperty()
                                .isNull()
                                .or(model.working().running()));
        return new HBox(8, restore, button("care.backUp", model::backUpNow));
    }

    private Button button(String key, Runnable action) {
        var button = new Button(words.text(key));
        button.setId(key.replace('.', '-'));
        button.setMnemonicParsing(true);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// How far it is stands in the window below.
    private void restore() {
        var copy = table.getSelectionModel().getSelectedItem();
        if (copy != null && confirmed(copy)) {
            close();
            model.restore(copy);
        }
    }

    private boolean confirmed(Copy copy) {
        var question = new Dialog<ButtonType>();
        Form.dress(question, words, "care.restore.title", getDialogPane().getScene().getWindow());
        var text = new Label(words.text("care.restore.question", texts.time(copy.when())));
        text.setWrapText(true);
        text.setMinHeight(Label.USE_PREF_SIZE);
        var form = new VBox(text);
        form.setPrefWidth(460);
        form.getStyleClass().add("source-form");
        question.getDialogPane().setContent(form);
        var restore = new ButtonType(words.text("care.restore.yes"), ButtonData.OK_DONE);
        var cancel = new ButtonType(words.text("action.cancel"), ButtonData.CANCEL_CLOSE);
        question.getDialogPane().getButtonTypes().setAll(restore, cancel);
        question.getDialogPane().lookupButton(restore).setId("care-restore-yes");
        return question.showAndWait().filter(restore::equals).isPresent();
    }

    private void tell(List<Copy> copies) {
        var selected = table.getSelectionModel().getSelectedIndex();
        table.getItems().setAll(copies);
        if (!copies.isEmpty()) {
            table.getSelectionModel().select(Math.clamp(selected, 0, copies.size() - 1));
        }
    }
}
