package org.roamledger.ui.exporting;

import atlantafx.base.theme.Styles;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.roamledger.ui.base.CellText;
import org.roamledger.ui.base.DialogFrame;
import org.roamledger.ui.base.Form;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;
import org.roamledger.ui.exporting.ExportModel.Recent;
import org.roamledger.views.Days;
import org.roamledger.views.NamedView;
import org.roamledger.views.RecentExport;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// The files that were exported last: open them, or write them anew.
public final class RecentExportsDialog extends Dialog<@Nullable Void> {

    private static final double WIDTH = 860;
    private static final double HEIGHT = 400;

    private final ExportModel model;
    private final Consumer<RecentExport> again;
    private final Function<Days, String> periods;
    private final Words words;
    private final CellText texts;
    private final TableView<Recent> table = new TableView<>();

    /// @param again writes a file anew, in place of what is there
    /// @param periods words for days
    /// @param zone in which times are told
    public RecentExportsDialog(
            ExportModel model,
            Consumer<RecentExport> again,
            Function<Days, String> periods,
            ZoneId zone,
            Words words,
            Window owner) {
        DialogFrame.set(this, owner, words.text("recent.title"), words);
        this.model = model;
        this.again = again;
        this.periods = periods;
        this.words = words;
        this.texts = CellText.shown(words, zone);
        setResizable(true);
        getDialogPane().getStyleClass().add("wide-dialog");
        getDialogPane().setContent(content());
        var wiring = new Wiring();
        wiring.follow(model.recent(), this::tell);
        setOnHidden(_ -> wiring.close());
        setOnShown(_ -> table.requestFocus());
        model.refresh();
    }

    private Node content() {
        table.setId("recent-exports");
        table.setAccessibleText(words.text("recent.title"));
        table.getStyleClass().addAll(Styles.DENSE, Styles.BORDERED);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setPlaceholder(new Label(words.text("recent.none")));
        add("recent.file", 250, this::file);
        add("recent.folder", 170, recent -> String.valueOf(recent.export().file().getParent()));
        add("recent.when", 160, recent -> texts.time(recent.export().when()));
        add("recent.rows", 110, recent -> words.whole(recent.export().rows()));
        add("recent.view", 150, this::view);
        add("recent.period", 120, recent -> periods.apply(recent.export().view().state().days()));
        table.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER && chosen() != null) {
                        act(model::openFile);
                        event.consume();
                    }
                });
        VBox.setVgrow(table, Priority.ALWAYS);
        var box = new VBox(10, table, buttons());
        box.getStyleClass().add("rejects-form");
        box.setMinSize(0, 0);
        box.setPrefSize(WIDTH, HEIGHT);
        return box;
    }

    private void add(String key, double width, Function<Recent, String> text) {
        var column = new TableColumn<Recent, String>(words.text(key));
        column.setId(key.replace('.', '-'));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(text.apply(row.getValue())).getReadOnlyProperty());
        table.getColumns().add(column);
    }

    private String file(Recent recent) {
        var name = ExportModel.name(recent.export().file());
        return recent.there() ? name : words.text("recent.goneFile", name);
    }

    private String view(Recent recent) {
        var name = recent.export().view().name();
        return name.equals(NamedView.STANDARD) ? words.text("views.standard") : name;
    }

    private Node buttons() {
        var selected = table.getSelectionModel().selectedItemProperty();
        var none = selected.isNull();
        var gone =
                Bindings.createBooleanBinding(
                        () -> chosen() == null || !chosen().there(), selected);
        var open = button("recent.openFile", gone, () -> act(model::openFile));
        open.getStyleClass().add(Styles.ACCENT);
        var space = new HBox();
        HBox.setHgrow(space, Priority.ALWAYS);
        return new HBox(
                8,
                open,
                button("recent.openFolder", none, () -> act(model::openFolder)),
                button("recent.again", none, () -> act(this::again)),
                space,
                button("recent.forget", none, () -> act(model::forget)));
    }

    private Button button(String key, ObservableValue<Boolean> off, Runnable action) {
        var button = new Button(words.text(key));
        button.setId(key.replace('.', '-'));
        button.setMnemonicParsing(true);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.disableProperty().bind(off);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private @Nullable Recent chosen() {
        return table.getSelectionModel().getSelectedItem();
    }

    private void act(Consumer<RecentExport> action) {
        var recent = chosen();
        if (recent != null) {
            action.accept(recent.export());
        }
    }

    /// How far the export is stands in the window below.
    private void again(RecentExport export) {
        var recent = chosen();
        if (recent == null || !recent.there() || confirmed(export.file(), export)) {
            close();
            again.accept(export);
        }
    }

    private boolean confirmed(Path file, RecentExport export) {
        var question = new Dialog<ButtonType>();
        Form.dress(question, words, "recent.again.title", getDialogPane().getScene().getWindow());
        var text =
                new Label(
                        words.text(
                                "recent.again.question",
                                ExportModel.name(file),
                                periods.apply(export.view().state().days())));
        text.setWrapText(true);
        text.setPrefWidth(420);
        question.getDialogPane().setContent(text);
        var write = new ButtonType(words.text("recent.again.write"), ButtonData.OK_DONE);
        var cancel = new ButtonType(words.text("action.cancel"), ButtonData.CANCEL_CLOSE);
        question.getDialogPane().getButtonTypes().setAll(write, cancel);
        question.getDialogPane().lookupButton(write).setId("recent-write");
        return question.showAndWait().filter(write::equals).isPresent();
    }

    private void tell(List<Recent> recent) {
        var selected = table.getSelectionModel().getSelectedIndex();
        table.getItems().setAll(recent);
        if (!recent.isEmpty()) {
            table.getSelectionModel().select(Math.clamp(selected, 0, recent.size() - 1));
        }
    }
}
