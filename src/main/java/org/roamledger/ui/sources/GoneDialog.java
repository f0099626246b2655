package org.roamledger.ui.sources;

import atlantafx.base.theme.Styles;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.CellText;
import org.roamledger.ui.base.DialogFrame;
import org.roamledger.ui.base.Sources.Gone;
import org.roamledger.ui.base.Words;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The sessions that a source does not have any more, to be asked about before a month is closed.
public final class GoneDialog extends Dialog<@Nullable Void> {

    private static final double WIDTH = 940;
    private static final double HEIGHT = 420;

    private final Words words;
    private final CellText texts;
    private final Label summary = new Label();
    private final Label none = new Label();
    private final TableView<Gone> table = new TableView<>();

    /// @param zone zone in which times are told
    public GoneDialog(SourcesModel model, String source, ZoneId zone, Words words, Window owner) {
        DialogFrame.set(this, owner, words.text("gone.title", source), words);
        this.words = words;
        this.texts = CellText.shown(words, zone);
        setResizable(true);
        getDialogPane().getStyleClass().add("wide-dialog");
        getDialogPane().setContent(content());
        model.gone(source, gone -> tell(source, gone), this::tell);
    }

    private Node content() {
        summary.setId("gone-summary");
        summary.setWrapText(true);
        summary.setMinHeight(Label.USE_PREF_SIZE);
        none.setWrapText(true);
        table.setId("gone");
        table.setAccessibleText(words.text("gone.table"));
        table.getStyleClass().addAll(Styles.DENSE, Styles.BORDERED);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setPlaceholder(none);
        add(ReportColumn.CDR_ID, 270, Gone::cdrId);
        add(ReportColumn.START_TIME, 160, gone -> texts.time(gone.start()));
        add(ReportColumn.PROVIDER_ID, 110, gone -> orMissing(gone.provider()));
        var price = add(ReportColumn.PRICE, 110, this::price);
        price.getStyleClass().add("figure");
        add(ReportColumn.CURRENCY, 80, gone -> orMissing(gone.currency()));
        VBox.setVgrow(table, Priority.ALWAYS);
        var copy = new Button(words.text("gone.copy"));
        copy.setId("gone-copy");
        copy.setMnemonicParsing(true);
        copy.setOnAction(_ -> copy());
        copy.disableProperty().bind(Bindings.isEmpty(table.getItems()));
        var box = new VBox(10, summary, table, copy);
        box.setAlignment(Pos.TOP_LEFT);
        box.getStyleClass().add("rejects-form");
        box.setMinSize(0, 0);
        box.setPrefSize(WIDTH, HEIGHT);
        return box;
    }

    private TableColumn<Gone, String> add(
            ReportColumn shown, double width, Function<Gone, String> text) {
        var column = new TableColumn<Gone, String>(words.title(shown));
        column.setPrefWidth(width);
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(text.apply(row.getValue())).getReadOnlyProperty());
        table.getColumns().add(column);
        return column;
    }

    private String orMissing(@Nullable String value) {
        return value == null ? words.text("cell.missing") : value;
    }

    private String price(Gone gone) {
        var gross = gone.gross();
        return gross == null
                ? words.text("cell.missing")
                : texts.money(gross, Objects.requireNonNullElse(gone.currency(), ""));
    }

    private void tell(String source, List<Gone> gone) {
        summary.setText(words.text("gone.summary", source, gone.size()));
        none.setText(words.text("gone.none"));
        table.getItems().setAll(gone);
    }

    private void tell(Problem problem) {
        none.setText(words.problem(problem));
    }

    /// As a list for a letter to the operator.
    private void copy() {
        var content = new ClipboardContent();
        content.putString(
                table.getItems().stream().map(Gone::cdrId).collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
