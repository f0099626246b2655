package org.roamledger.ui.sources;

import atlantafx.base.theme.Styles;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.roamledger.sync.SyncScope;
import org.roamledger.ui.base.Engine.SourceStatus;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

/// All sources, to be looked through and taken away.
public final class SourcesDialog extends Dialog<@Nullable Void> {

    /// Of earlier ones a person closes none any more.
    private static final int MONTHS = 3;

    private final SourcesModel model;
    private final YearMonth now;
    private final ZoneId zone;
    private final Words words;
    private final VBox lines = new VBox(16);

    /// @param zone zone that says which month it is
    public SourcesDialog(
            SourcesModel model, InstantSource clock, ZoneId zone, Words words, Window owner) {
        this.model = model;
        this.now = YearMonth.from(clock.instant().atZone(zone));
        this.zone = zone;
        this.words = words;
        initOwner(owner);
        setTitle(words.text("sources.title"));
        setHeaderText(null);
        getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        lines.getStyleClass().add("source-form");
        lines.setPrefWidth(640);
        getDialogPane().setContent(lines);
        getDialogPane()
                .getButtonTypes()
                .setAll(
                        new ButtonType(
                                words.text("action.close"), ButtonBar.ButtonData.CANCEL_CLOSE));
        var wiring = new Wiring();
        wiring.follow(model.sources(), this::tell);
        setOnHidden(_ -> wiring.close());
    }

    private void tell(@Nullable List<SourceStatus> sources) {
        lines.getChildren().clear();
        if (sources == null || sources.isEmpty()) {
            lines.getChildren().add(new Label(words.text("sources.none")));
            return;
        }
        sources.forEach(source -> lines.getChildren().add(line(source)));
    }

    private MenuButton sync(SourceStatus source) {
        var sync = new MenuButton(words.text("sources.sync"));
        sync.getStyleClass().addAll(Styles.BUTTON_OUTLINED, Styles.SMALL);
        sync.setId("sync-source");
        sync.setMinWidth(Button.USE_PREF_SIZE);
        sync.setAccessibleText(words.text("sources.sync.named", source.name()));
        sync.disableProperty().bind(model.syncing().running());
        sync.getItems().add(sync(source, words.text("sync.news"), new SyncScope.News()));
        sync.getItems().add(new SeparatorMenuItem());
        for (var ago = 1; ago <= MONTHS; ago++) {
            var month = now.minusMonths(ago);
            var name = words.days(month.atDay(1), month.atEndOfMonth());
            sync.getItems()
                    .add(sync(source, words.text("sync.month", name), new SyncScope.Month(month)));
        }
        sync.getItems()
                .add(sync(source, words.text("sync.everything"), new SyncScope.Everything()));
        var gone = new MenuItem(words.text("gone.show"));
        gone.setOnAction(
                _ ->
                        new GoneDialog(
                                        model,
                                        source.name(),
                                        zone,
                                        words,
                                        getDialogPane().getScene().getWindow())
                                .show());
        sync.getItems().addAll(new SeparatorMenuItem(), gone);
        return sync;
    }

    /// How far a sync is stands in the window below.
    private MenuItem sync(SourceStatus source, String name, SyncScope scope) {
        var item = new MenuItem(name);
        item.setOnAction(
                _ -> {
                    close();
                    model.sync(source.name(), scope);
                });
        return item;
    }

    private Button test(SourceStatus source, TestSteps steps) {
        var test = new Button(words.text("sources.test"));
        test.getStyleClass().addAll(Styles.BUTTON_OUTLINED, Styles.SMALL);
        test.setId("test-source");
        test.setMinWidth(Button.USE_PREF_SIZE);
        test.setAccessibleText(words.text("sources.test.named", source.name()));
        test.setOnAction(
                _ -> {
                    test.setDisable(true);
                    steps.show(List.of());
                    model.test(
                            source.name(),
                            tested -> {
                                test.setDisable(false);
                                steps.show(tested);
                                fit();
                            },
                            problem -> {
                                test.setDisable(false);
                                steps.show(problem);
                                fit();
                            });
                });
        return test;
    }

    /// Makes room for what a test found.
    private void fit() {
        var scene = getDialogPane().getScene();
        if (scene != null && scene.getWindow() != null) {
            scene.getWindow().sizeToScene();
        }
    }

    private Node line(SourceStatus source) {
        var name = new Label(source.name());
        name.getStyleClass().add("field-label");
        var where = source.url() == null ? "" : source.url() + "  ·  ";
        var detail = new Label(where + words.text("sources.sessions", source.sessions()));
        detail.getStyleClass().add("muted");
        var text = new VBox(2, name, detail);
        HBox.setHgrow(text, Priority.ALWAYS);
        var problem = source.problem();
        if (problem != null) {
            var told = new Label(words.problem(problem));
            told.setWrapText(true);
            told.getStyleClass().add("field-problem");
            text.getChildren().add(told);
        }
        var line = new HBox(12, text);
        line.setAlignment(Pos.CENTER_LEFT);
        if (source.url() != null) {
            var remove = new Button(words.text("sources.remove"));
            remove.getStyleClass().addAll(Styles.DANGER, Styles.BUTTON_OUTLINED, Styles.SMALL);
            remove.setMinWidth(Button.USE_PREF_SIZE);
            remove.setAccessibleText(words.text("sources.remove.named", source.name()));
            remove.setOnAction(_ -> model.remove(source.name()));
            var steps = new TestSteps(words);
            text.getChildren().add(steps);
            line.getChildren().addAll(sync(source), test(source, steps), remove);
        }
        return line;
    }
}
