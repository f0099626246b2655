package org.roamledger.ui.filter;

import atlantafx.base.theme.Styles;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.roamledger.report.Condition;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.Words;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A list of ids that was pasted, and which of them were not found.
final class IdBox extends VBox {

    private static final KeyCombination APPLY =
            new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    /// More are copied, not read.
    private static final int MOST_LISTED = 1_000;

    private final FilterModel model;
    private final CountsModel counts;
    private final ReportColumn column;
    private final Words words;
    private final PasteArea pasted = new PasteArea();
    private final Label found = new Label();
    private final TextArea missing = new TextArea();
    private final Button copy;
    private Set<String> unknown = Set.of();

    IdBox(FilterModel model, CountsModel counts, ReportColumn column, Words words) {
        super(8);
        this.model = model;
        this.counts = counts;
        this.column = column;
        this.words = words;
        var apply = new Button(words.text("filter.pasteApply"));
        apply.setId("apply-ids");
        apply.getStyleClass().addAll(Styles.ACCENT, Styles.SMALL);
        apply.setMnemonicParsing(true);
        apply.setOnAction(_ -> apply());
        var hint =
                words.text(
                        column.kind() == ReportColumn.Kind.CODED
                                ? "filter.pasteNames"
                                : "filter.paste");
        var label = new Label(hint);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setLabelFor(pasted);
        pasted.setId("pasted-ids");
        pasted.setAccessibleText(hint);
        pasted.setPrefRowCount(6);
        pasted.show(model.chosen(column));
        var beginning = new Label(words.text("filter.pasteLong"));
        beginning.setId("long-list");
        beginning.setWrapText(true);
        beginning.setMinHeight(USE_PREF_SIZE);
        beginning.visibleProperty().bind(pasted.isLong());
        beginning.managedProperty().bind(pasted.isLong());
        pasted.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (APPLY.match(event)) {
                        apply();
                        event.consume();
                    } else if (event.getCode() == KeyCode.TAB && !event.isShiftDown()) {
                        // Tab leads on, as everywhere else; a pasted one is read all the same.
                        apply.requestFocus();
                        event.consume();
                    }
                });
        found.setId("found-ids");
        found.setWrapText(true);
        found.setMinHeight(USE_PREF_SIZE);
        missing.setId("missing-ids");
        missing.setEditable(false);
        missing.setPrefRowCount(4);
        missing.setAccessibleText(words.text("filter.pasteMissing"));
        copy = new Button(words.text("filter.pasteCopy"));
        copy.setId("copy-missing");
        copy.setMnemonicParsing(true);
        copy.getStyleClass().add(Styles.SMALL);
        copy.setOnAction(_ -> copy());
        missing.managedProperty().bind(missing.visibleProperty());
        copy.managedProperty().bind(copy.visibleProperty());
        tell(Set.of());
        getChildren().addAll(label, pasted, beginning, new HBox(apply), found, missing, copy);
    }

    private void apply() {
        counts.read(pasted.whole(), column, this::apply);
    }

    private void apply(PastedIds ids, Condition.@Nullable OneOf condition) {
        if (condition == null) {
            tell(Set.of());
            found.setText(
                    ids.tooMany()
                            ? words.text("filter.pasteTooMany", PastedIds.MOST)
                            : words.text("filter.pasteNone"));
            return;
        }
        model.put(column, condition);
        counts.findUnknown(
                column,
                ids.texts(),
                nowhere -> {
                    tell(nowhere);
                    found.setText(
                            words.text(
                                    "filter.pasteFound",
                                    ids.texts().size() - nowhere.size(),
                                    ids.texts().size(),
                                    nowhere.size()));
                });
    }

    private void tell(Set<String> nowhere) {
        unknown = nowhere;
        missing.setVisible(!nowhere.isEmpty());
        copy.setVisible(!nowhere.isEmpty());
        missing.setText(
                nowhere.stream().limit(MOST_LISTED).collect(Collectors.joining("\n"))
                        + (nowhere.size() > MOST_LISTED ? "\n…" : ""));
    }

    private void copy() {
        Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, String.join("\n", unknown)));
    }
}
