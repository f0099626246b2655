package org.roamledger.ui.sources;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.roamledger.ui.base.CellText;
import org.roamledger.ui.base.DialogFrame;
import org.roamledger.ui.base.DirectScrollPane;
import org.roamledger.ui.base.Form;
import org.roamledger.ui.base.Sources.SourceStatus;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// All sources, to be looked through and taken away.
public final class SourcesDialog extends Dialog<@Nullable Void> {

    /// Of earlier ones a person closes none any more.
    private static final int MONTHS = 3;

    private static final double WIDTH = 760;
    private static final double MOST_HEIGHT = 420;

    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");

    private final SourcesModel model;
    private final YearMonth now;
    private final ZoneId zone;
    private final Words words;
    private final AutoSync autoSync;
    private final InstantSource clock;
    private final CellText texts;
    private final Moments moments;
    private final Function<String, Optional<Path>> askTarget;
    private final Supplier<Optional<Path>> askFile;
    private final VBox lines = new VBox(16);

    /// @param zone zone that says which month it is, and in which times are told
    /// @param askTarget asks for a CSV file to be written, by a name to begin with
    /// @param askFile asks for a file of certificates
    public SourcesDialog(
            SourcesModel model,
            AutoSync autoSync,
            InstantSource clock,
            ZoneId zone,
            Function<String, Optional<Path>> askTarget,
            Supplier<Optional<Path>> askFile,
            Words words,
            Window owner) {
        DialogFrame.set(this, owner, words.text("sources.title"), words);
        this.model = model;
        this.autoSync = autoSync;
        this.clock = clock;
        this.now = YearMonth.from(clock.instant().atZone(zone));
        this.zone = zone;
        this.askTarget = askTarget;
        this.askFile = askFile;
        this.words = words;
        this.texts = CellText.shown(words, zone);
        this.moments = new Moments(clock, zone);
        var wiring = new Wiring();
        lines.setPadding(new Insets(0, 12, 0, 0));
        var scroll = new DirectScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setMaxHeight(MOST_HEIGHT);
        scroll.getStyleClass().add(Tweaks.EDGE_TO_EDGE);
        getDialogPane().getStyleClass().add("sources-dialog");
        var content = new VBox(16, scroll, new ScheduleForm(autoSync, words, wiring));
        content.getStyleClass().add("source-form");
        content.setPrefWidth(WIDTH);
        getDialogPane().setContent(content);
        wiring.follow(model.sources(), this::tell);
        wiring.onChange(autoSync.schedule(), () -> tell(model.sources().get()));
        setOnHidden(_ -> wiring.close());
    }

    private void tell(@Nullable List<SourceStatus> sources) {
        lines.getChildren().clear();
        if (sources == null || sources.isEmpty()) {
            lines.getChildren().add(new Label(words.text("sources.none")));
            return;
        }
        sources.forEach(source -> lines.getChildren().add(line(source)));
        lines.getChildren().getLast().pseudoClassStateChanged(LAST, true);
        Form.fit(this);
    }

    private MenuButton sync(SourceStatus source) {
        var sync = new MenuButton();
        dress(sync, "sources.sync", "sources.sync.named", source);
        sync.setId("sync-source");
        sync.disableProperty().bind(model.syncing().running());
        sync.getItems().add(item("sync.news", () -> model.sync(source.name())));
        sync.getItems().add(new SeparatorMenuItem());
        for (var ago = 1; ago <= MONTHS; ago++) {
            var month = now.minusMonths(ago);
            var name = words.days(month.atDay(1), month.atEndOfMonth());
            sync.getItems().add(item("sync.month", () -> model.scan(source.name(), month), name));
        }
        sync.getItems().add(item("sync.everything", () -> model.scan(source.name(), null)));
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
    private MenuItem item(String key, Runnable work, Object... arguments) {
        var item = new MenuItem(words.text(key, arguments));
        item.setOnAction(
                _ -> {
                    close();
                    work.run();
                });
        return item;
    }

    private Button test(SourceStatus source, TestSteps steps) {
        var test = button("sources.test", "sources.test.named", source);
        test.setId("test-source");
        test.setOnAction(
                _ -> {
                    test.setDisable(true);
                    steps.show(List.of());
                    model.test(
                            source.name(),
                            tested -> {
                                test.setDisable(false);
                                steps.show(tested);
                                Form.fit(this);
                            },
                            problem -> {
                                test.setDisable(false);
                                steps.show(problem);
                                Form.fit(this);
                            });
                });
        return test;
    }

    private Node line(SourceStatus source) {
        var name = new Label(Health.nameOf(source, words));
        name.getStyleClass().add("field-label");
        name.setMinWidth(0);
        var sessions = new Label(words.text("sources.sessions", source.sessions()));
        sessions.getStyleClass().add("muted");
        sessions.setMinWidth(Label.USE_PREF_SIZE);
        var text = new VBox(2, new HBox(10, name, sessions));
        HBox.setHgrow(text, Priority.ALWAYS);
        var head = new HBox(8, text);
        head.setAlignment(Pos.TOP_LEFT);
        var line = new VBox(8, head);
        line.getStyleClass().add("source-line");
        line.getChildren().add(health(source));
        var problem = source.problem();
        if (problem != null) {
            var told = new Label(words.problem(problem));
            told.setWrapText(true);
            told.setMinHeight(Label.USE_PREF_SIZE);
            told.getStyleClass().add("field-problem");
            line.getChildren().add(told);
        }
        if (source.url() != null) {
            var url = new Label(source.url());
            url.getStyleClass().add("muted");
            url.setTooltip(new Tooltip(source.url()));
            text.getChildren().add(url);
            if (source.given()) {
                var given = new Label(words.text("sources.given"));
                given.getStyleClass().add("muted");
                text.getChildren().add(given);
            }
            var remove = button("sources.remove", "sources.remove.named", source);
            remove.getStyleClass().add(Styles.DANGER);
            // It would come again.
            remove.setDisable(source.given());
            remove.setOnAction(_ -> model.remove(source.name()));
            var steps = new TestSteps(words);
            line.getChildren().add(steps);
            var actions =
                    new HBox(
                            8,
                            sync(source),
                            test(source, steps),
                            edit(source),
                            history(source),
                            remove);
            actions.setMaxHeight(HBox.USE_PREF_SIZE);
            head.getChildren().add(actions);
        }
        return line;
    }

    /// How it is, how old its data is, when it was tried and when it will be.
    private Node health(SourceStatus source) {
        var health = Health.of(source, clock.instant());
        var said = new ArrayList<String>();
        if (health != Health.FILES) {
            said.add(health.words(source, words));
        }
        var asOf = source.dataAsOf();
        var tried = source.triedAt();
        if (asOf != null) {
            said.add(words.text("health.asOf", moments.say(asOf)));
        }
        if (tried != null && source.problem() != null) {
            said.add(words.text("health.tried", words.ago(tried, clock.instant())));
        }
        autoSync.next(source.name())
                .ifPresent(next -> said.add(words.text("health.next", moments.say(next))));
        var label = health.label(String.join("  ·  ", said));
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    private Button edit(SourceStatus source) {
        var edit = button("sources.edit", "sources.edit.named", source);
        edit.setId("edit-source");
        edit.disableProperty().bind(model.syncing().running());
        edit.setOnAction(
                _ ->
                        model.entered(
                                source.name(),
                                before ->
                                        new SourceDialog(
                                                        model,
                                                        before,
                                                        askFile,
                                                        words,
                                                        getDialogPane().getScene().getWindow())
                                                .show()));
        return edit;
    }

    private Button history(SourceStatus source) {
        var history = button("sources.history", "sources.history.named", source);
        history.setId("source-history");
        history.setOnAction(
                _ ->
                        new HistoryDialog(
                                        model,
                                        source.name(),
                                        texts,
                                        askTarget,
                                        words,
                                        getDialogPane().getScene().getWindow())
                                .show());
        return history;
    }

    private Button button(String key, String longKey, SourceStatus source) {
        var button = new Button();
        dress(button, key, longKey, source);
        return button;
    }

    private void dress(Labeled button, String key, String longKey, SourceStatus source) {
        button.setText(words.text(key));
        button.getStyleClass().addAll(Styles.BUTTON_OUTLINED, Styles.SMALL);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setMaxHeight(Double.MAX_VALUE);
        button.setAccessibleText(words.text(longKey, source.name()));
    }
}
