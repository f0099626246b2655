package org.roamledger.ui.rejects;

import atlantafx.base.theme.Styles;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.KeptReject;
import org.roamledger.ui.base.DialogFrame;
import org.roamledger.ui.base.Engine.Rejects;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The records that could not be read: why, what they say, and what can be done.
public final class RejectsDialog extends Dialog<@Nullable Void> {

    private static final double WIDTH = 940;
    private static final double HEIGHT = 520;

    private final RejectsModel model;
    private final Function<String, Optional<Path>> target;
    private final InstantSource clock;
    private final Words words;
    private final Label summary = new Label();
    private final TableView<KeptReject> table = new TableView<>();
    private final TextArea raw = new TextArea();

    /// @param target asks where to export to, with a name to begin with
    public RejectsDialog(
            RejectsModel model,
            Function<String, Optional<Path>> target,
            InstantSource clock,
            Words words,
            Window owner) {
        DialogFrame.set(this, owner, words.text("rejects.title"), words);
        this.model = model;
        this.target = target;
        this.clock = clock;
        this.words = words;
        setResizable(true);
        getDialogPane().getStyleClass().add("wide-dialog");
        getDialogPane().setContent(content());
        var wiring = new Wiring();
        wiring.follow(model.rejects(), this::tell);
        setOnHidden(_ -> wiring.close());
    }

    private Node content() {
        summary.setId("rejects-summary");
        summary.setWrapText(true);
        table.setId("rejects");
        table.setAccessibleText(words.text("rejects.title"));
        table.getStyleClass().addAll(Styles.DENSE, Styles.BORDERED);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setPlaceholder(new Label(words.text("rejects.none")));
        add("rejects.source", 145, KeptReject::source);
        add("rejects.place", 160, this::place);
        add("rejects.id", 120, kept -> kept.reject().id());
        add("rejects.reason", 180, this::reason);
        add("rejects.field", 110, kept -> kept.reject().field());
        add("rejects.value", 110, kept -> kept.reject().value());
        add("rejects.seen", 120, kept -> words.ago(kept.lastSeen(), clock.instant()));
        table.getSelectionModel().selectedItemProperty().subscribe(this::showRaw);
        raw.setId("reject-raw");
        raw.setEditable(false);
        raw.setWrapText(true);
        raw.setPrefRowCount(6);
        raw.getStyleClass().add("raw-text");
        raw.setAccessibleText(words.text("rejects.raw"));
        raw.setPromptText(words.text("rejects.raw.prompt"));
        VBox.setVgrow(table, Priority.ALWAYS);
        var box = new VBox(10, summary, table, raw, buttons());
        box.getStyleClass().add("rejects-form");
        box.setMinSize(0, 0);
        box.setPrefSize(WIDTH, HEIGHT);
        return box;
    }

    private void add(String key, double width, Function<KeptReject, String> text) {
        var column = new TableColumn<KeptReject, String>(words.text(key));
        column.setId(key.replace('.', '-'));
        column.setPrefWidth(width);
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(text.apply(row.getValue())).getReadOnlyProperty());
        table.getColumns().add(column);
    }

    /// A file by its name only; its whole path stands with the text below.
    private String place(KeptReject kept) {
        var place = PlaceWords.of(kept.reject().where(), words);
        var file = kept.reject().file();
        if (file == null) {
            return place;
        }
        var slash = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
        return file.substring(slash + 1) + ", " + place;
    }

    private String reason(KeptReject kept) {
        return words.text("reject." + kept.reject().reason().name().toLowerCase(Locale.ROOT));
    }

    private Node buttons() {
        var all = button("rejects.retryAll", model::retryAll);
        all.getStyleClass().add(Styles.ACCENT);
        var some = button("rejects.retrySelected", () -> model.retrySelected(selected()));
        var export =
                button(
                        "rejects.export",
                        () -> target.apply("rejected-records.csv").ifPresent(model::export));
        var none = Bindings.isEmpty(table.getItems());
        var busy = model.retrying().running();
        all.disableProperty().bind(none.or(busy));
        some.disableProperty()
                .bind(Bindings.isEmpty(table.getSelectionModel().getSelectedItems()).or(busy));
        export.disableProperty().bind(none);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var row = new HBox(8, all, some, space, export);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Button button(String key, Runnable action) {
        var button = new Button(words.text(key));
        button.setId(key.replace('.', '-'));
        button.setMnemonicParsing(true);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private Set<Long> selected() {
        return table.getSelectionModel().getSelectedItems().stream()
                .map(KeptReject::id)
                .collect(Collectors.toSet());
    }

    private void tell(Rejects rejects) {
        table.getItems().setAll(rejects.newest());
        summary.setText(
                rejects.total() > rejects.newest().size()
                        ? words.text(
                                "rejects.summary.newest", rejects.total(), rejects.newest().size())
                        : words.text("rejects.summary", rejects.total()));
    }

    private void showRaw(@Nullable KeptReject chosen) {
        if (chosen == null) {
            raw.clear();
            return;
        }
        var file = chosen.reject().file();
        raw.setText(file == null ? chosen.reject().raw() : file + "\n" + chosen.reject().raw());
    }
}
