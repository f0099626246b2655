package org.roamledger.ui.sources;

import atlantafx.base.theme.Styles;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.roamledger.problem.Problem;
import org.roamledger.ui.base.CellText;
import org.roamledger.ui.base.DialogFrame;
import org.roamledger.ui.base.Sources.PastSync;
import org.roamledger.ui.base.Words;

import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// How the last syncs of a source went, the newest first.
final class HistoryDialog extends Dialog<@Nullable Void> {

    private static final double WIDTH = 1040;
    private static final double HEIGHT = 420;

    private final SourcesModel model;
    private final String source;
    private final CellText texts;
    private final Function<String, Optional<Path>> askTarget;
    private final Words words;
    private final Label none = new Label();
    private final TableView<PastSync> table = new TableView<>();

    HistoryDialog(
            SourcesModel model,
            String source,
            CellText texts,
            Function<String, Optional<Path>> askTarget,
            Words words,
            Window owner) {
        DialogFrame.set(this, owner, words.text("history.title", source), words);
        this.model = model;
        this.source = source;
        this.texts = texts;
        this.askTarget = askTarget;
        this.words = words;
        setResizable(true);
        getDialogPane().getStyleClass().add("wide-dialog");
        getDialogPane().setContent(content());
        model.history(source, this::tell, this::tell);
    }

    private Node content() {
        none.setWrapText(true);
        table.setId("history");
        table.setAccessibleText(words.text("history.title", source));
        table.getStyleClass().addAll(Styles.DENSE, Styles.BORDERED);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setPlaceholder(none);
        add("history.began", 150, sync -> texts.time(sync.began()));
        add("history.scope", 130, this::scope);
        addResult();
        figure("history.received", sync -> sync.received());
        figure("history.new", sync -> sync.counts().added());
        figure("history.changed", sync -> sync.counts().changed());
        figure("history.rejected", sync -> sync.counts().rejected());
        figure("history.gone", PastSync::gone);
        add("history.took", 80, sync -> duration(sync.took())).getStyleClass().add("figure");
        VBox.setVgrow(table, Priority.ALWAYS);
        var export = new Button(words.text("history.export"));
        export.setId("history-export");
        export.setMnemonicParsing(true);
        export.setOnAction(_ -> export());
        export.disableProperty().bind(Bindings.isEmpty(table.getItems()));
        var box = new VBox(10, table, export);
        box.setAlignment(Pos.TOP_LEFT);
        box.getStyleClass().add("rejects-form");
        box.setMinSize(0, 0);
        box.setPrefSize(WIDTH, HEIGHT);
        return box;
    }

    private TableColumn<PastSync, String> add(
            String key, double width, Function<PastSync, String> text) {
        var column = new TableColumn<PastSync, String>(words.text(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(text.apply(row.getValue())).getReadOnlyProperty());
        table.getColumns().add(column);
        return column;
    }

    private void figure(String key, Function<PastSync, @Nullable Number> number) {
        add(
                        key,
                        112,
                        sync -> {
                            var value = number.apply(sync);
                            return value == null
                                    ? words.text("cell.missing")
                                    : words.whole(value.longValue());
                        })
                .getStyleClass()
                .add("figure");
    }

    private void addResult() {
        var column = new TableColumn<PastSync, PastSync>(words.text("history.result"));
        column.setPrefWidth(172);
        column.setSortable(false);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue()).getReadOnlyProperty());
        column.setCellFactory(_ -> new ResultCell());
        table.getColumns().add(column);
    }

    /// By a sign and words.
    private final class ResultCell extends TableCell<PastSync, PastSync> {
        @Override
        protected void updateItem(@Nullable PastSync sync, boolean empty) {
            super.updateItem(sync, empty);
            getStyleClass().removeAll("source-label", "healthy", "failing", "stale");
            if (sync == null || empty) {
                setText(null);
                setGraphic(null);
                return;
            }
            var problem = sync.problem();
            var stopped = problem != null && Trouble.of(problem) == Trouble.STOPPED;
            setText(result(sync));
            setGraphic(
                    new FontIcon(
                            problem == null
                                    ? Material2AL.CHECK_CIRCLE
                                    : stopped ? Material2AL.CANCEL : Material2MZ.REPORT_PROBLEM));
            getStyleClass()
                    .addAll(
                            "source-label",
                            problem == null ? "healthy" : stopped ? "stale" : "failing");
        }
    }

    private String result(PastSync sync) {
        var problem = sync.problem();
        return problem == null
                ? words.text("history.well")
                : words.text(Trouble.of(problem).wordsKey());
    }

    private String scope(PastSync sync) {
        return switch (sync.scope()) {
            case "news" -> words.text("history.news");
            case "everything" -> words.text("history.everything");
            default -> {
                var month = YearMonth.parse(sync.scope());
                yield words.days(month.atDay(1), month.atEndOfMonth());
            }
        };
    }

    private String duration(Duration took) {
        return took.toSeconds() < 1
                ? words.text("history.moment")
                : took.toMinutes() < 2
                        ? words.text("history.seconds", took.toSeconds())
                        : words.text("history.minutes", took.toMinutes());
    }

    private void tell(List<PastSync> history) {
        none.setText(words.text("history.none"));
        table.getItems().setAll(history);
    }

    private void tell(Problem problem) {
        none.setText(words.problem(problem));
    }

    private void export() {
        askTarget
                .apply("syncs.csv")
                .ifPresent(target -> model.exportHistory(lines(), target, words.locale()));
    }

    /// With exact values, and the name of a problem as a manual or a colleague knows it.
    private List<List<String>> lines() {
        var lines = new ArrayList<List<String>>();
        lines.add(
                List.of(
                        words.text("history.began"),
                        words.text("history.scope"),
                        words.text("history.result"),
                        words.text("history.problem"),
                        words.text("history.received"),
                        words.text("history.new"),
                        words.text("history.changed"),
                        words.text("history.unchanged"),
                        words.text("history.rejected"),
                        words.text("history.gone"),
                        words.text("history.took.seconds")));
        table.getItems().forEach(sync -> lines.add(line(sync)));
        return lines;
    }

    private List<String> line(PastSync sync) {
        var counts = sync.counts();
        return List.of(
                texts.time(sync.began()),
                scope(sync),
                result(sync),
                Objects.requireNonNullElse(sync.problem(), ""),
                String.valueOf(sync.received()),
                String.valueOf(counts.added()),
                String.valueOf(counts.changed()),
                String.valueOf(counts.unchanged()),
                String.valueOf(counts.rejected()),
                sync.gone() == null ? "" : sync.gone().toString(),
                String.valueOf(sync.took().toSeconds()));
    }
}
