package org.roamledger.ui.detail;

import atlantafx.base.theme.Styles;

import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.roamledger.report.Check;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.Words;

import java.util.List;
import java.util.Map;

/// What the checks have found in a session, the gravest first, each with what to do about it. How
/// grave it is, a sign and a word say.
final class FindingList extends ListView<FindingLine> {

    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final Words words;

    FindingList(Words words) {
        this.words = words;
        setId("detail-findings-list");
        setAccessibleText(words.title(ReportColumn.FINDINGS));
        getStyleClass().addAll("value-list", Styles.DENSE);
        var none = new Label(words.text("detail.finding.none"));
        none.setWrapText(true);
        none.getStyleClass().addAll("muted", "detail-hint");
        setPlaceholder(none);
        setCellFactory(_ -> new Line());
        setOnKeyPressed(this::pressed);
        widthProperty().subscribe(_ -> refresh());
    }

    /// The sentence, for whoever has the record corrected.
    private void pressed(KeyEvent event) {
        var line = getSelectionModel().getSelectedItem();
        if (COPY.match(event) && line != null) {
            Clipboard.getSystemClipboard()
                    .setContent(Map.of(DataFormat.PLAIN_TEXT, line.sentence()));
            event.consume();
        }
    }

    void show(List<FindingLine> lines) {
        getItems().setAll(lines);
    }

    private static Ikon sign(Check.Severity severity) {
        return switch (severity) {
            case ERROR -> Material2AL.ERROR;
            case WARNING -> Material2MZ.WARNING;
            case INFO -> Material2AL.INFO;
        };
    }

    private static String style(Check.Severity severity) {
        return switch (severity) {
            case ERROR -> "finding-error";
            case WARNING -> "finding-warning";
            case INFO -> "finding-info";
        };
    }

    private final class Line extends WrappingCell<FindingLine> {

        private final FontIcon sign = new FontIcon(Material2AL.INFO);
        private final Label title = new Label(null, sign);
        private final Label severity = new Label();
        private final Label sentence = new Label();
        private final Label advice = new Label();
        private final VBox line = new VBox(2, title, severity, sentence, advice);

        Line() {
            title.getStyleClass().add("value-text");
            title.setWrapText(true);
            severity.getStyleClass().addAll("muted", Styles.SMALL);
            sentence.setWrapText(true);
            advice.getStyleClass().add("muted");
            advice.setWrapText(true);
        }

        @Override
        protected void updateItem(@Nullable FindingLine item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            var grave = item.check().severity();
            sign.setIconCode(sign(grave));
            sign.getStyleClass().setAll("ikonli-font-icon", style(grave));
            title.setText(item.title());
            severity.setText(
                    words.text("detail.finding.code", item.severity(), item.check().name()));
            sentence.setText(item.sentence());
            advice.setText(item.advice());
            setGraphic(line);
            setAccessibleText(
                    words.text(
                            "detail.finding.line",
                            item.severity(),
                            item.title(),
                            item.check().name(),
                            item.sentence(),
                            item.advice()));
        }
    }
}
