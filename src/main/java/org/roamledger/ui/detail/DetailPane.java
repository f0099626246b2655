package org.roamledger.ui.detail;

import atlantafx.base.theme.Styles;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.roamledger.problem.Problem;
import org.roamledger.report.Column;
import org.roamledger.report.SessionDetail;
import org.roamledger.report.SessionVersion;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

import java.util.Map;

/// Shows one session: its values, what was found in it, its station, its record, its versions.
public final class DetailPane extends VBox {

    private static final PseudoClass LOADING = PseudoClass.getPseudoClass("loading");

    private final DetailModel model;
    private final Words words;
    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final Hyperlink partner = new Hyperlink();
    private final VBox head = new VBox(2);
    private final ValueList values;
    private final ValueList station;
    private final FindingList findings;
    private final Tab findingsTab;
    private final NeighbourList neighbours;
    private final TextArea message = new TextArea();
    private final VersionsView versions;
    private final Tab versionsTab;
    private final TabPane tabs;
    private final StackPane content = new StackPane();
    private String rawText = "";

    public DetailPane(DetailModel model, Words words, Wiring wiring) {
        this.model = model;
        this.words = words;
        values = new ValueList("detail-values-list", words.text("detail.values"), words);
        station = new ValueList("detail-station-list", words.text("detail.station"), words);
        neighbours = new NeighbourList(words, this::go);
        versions = new VersionsView(words);
        versionsTab = tab("detail.versions", versions);
        findings = new FindingList(words);
        findingsTab = new Tab("", findings);
        findingsTab.setId("detail-findings");
        tabs =
                new TabPane(
                        tab("detail.values", values),
                        findingsTab,
                        tab("detail.station", station()),
                        tab("detail.record", record()),
                        versionsTab);
        tabs.getStyleClass().addAll(Styles.DENSE);
        tabs.setAccessibleText(words.text("detail.title"));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        setId("detail");
        getStyleClass().add("detail-pane");
        setMinWidth(300);
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(head(), content);
        wiring.follow(model.state(), this::tell);
        wiring.follow(model.loading(), now -> pseudoClassStateChanged(LOADING, now));
    }

    private Node head() {
        title.getStyleClass().add("pane-title");
        title.setId("detail-title");
        subtitle.getStyleClass().addAll("muted", Styles.SMALL);
        subtitle.setWrapText(true);
        partner.setId("detail-partner");
        var close = new Button(null, new FontIcon(Material2AL.CLOSE));
        close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        close.setAccessibleText(words.text("detail.close"));
        close.setTooltip(new Tooltip(words.text("detail.close")));
        close.setOnAction(_ -> model.open().set(false));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var line = new HBox(8, title, space, close);
        line.setAlignment(Pos.CENTER_LEFT);
        head.getChildren().addAll(line, subtitle);
        head.getStyleClass().add("detail-head");
        return head;
    }

    private Tab tab(String key, Node of) {
        var tab = new Tab(words.text(key), of);
        tab.setId(key.replace('.', '-'));
        return tab;
    }

    private Node station() {
        var title = new Label(words.text("detail.neighbours"));
        title.getStyleClass().add("section-title");
        title.setLabelFor(neighbours);
        VBox.setVgrow(station, Priority.ALWAYS);
        VBox.setVgrow(neighbours, Priority.ALWAYS);
        return new VBox(station, title, neighbours);
    }

    private void go(int row) {
        if (model.state().get() instanceof DetailModel.State.Shown shown) {
            model.reveal(shown.report(), row);
        }
    }

    private Node record() {
        message.setEditable(false);
        message.setId("detail-message");
        message.setAccessibleText(words.text("detail.record"));
        message.getStyleClass().add("raw-text");
        var copy = new Button(words.text("detail.copy"), new FontIcon(Material2AL.CONTENT_COPY));
        copy.setMnemonicParsing(true);
        copy.getStyleClass().addAll(Styles.SMALL);
        copy.setTooltip(new Tooltip(words.text("detail.copy.hint")));
        copy.setOnAction(
                _ ->
                        Clipboard.getSystemClipboard()
                                .setContent(Map.of(DataFormat.PLAIN_TEXT, rawText)));
        VBox.setVgrow(message, Priority.ALWAYS);
        var box = new VBox(8, message, copy);
        box.getStyleClass().add("detail-record");
        return box;
    }

    private void tell(DetailModel.State state) {
        head.getChildren().remove(partner);
        switch (state) {
            case DetailModel.State.Nothing() -> {
                head(words.text("detail.title"), "");
                content.getChildren().setAll(hint(words.text("detail.nothing")));
            }
            case DetailModel.State.Loading() -> {
                head(words.text("detail.title"), "");
                var ring = new ProgressIndicator();
                ring.setMaxSize(36, 36);
                ring.setAccessibleText(words.text("detail.loading"));
                content.getChildren().setAll(ring);
            }
            case DetailModel.State.Failed(var problem) -> {
                head(words.text("detail.title"), "");
                content.getChildren().setAll(failed(problem));
            }
            case DetailModel.State.Shown(var detail, var report, var row, var found, var near) -> {
                show(detail);
                findingsTab.setText(words.text("detail.findings.count", found.size()));
                findings.show(FindingLine.of(report, row, found, words));
                neighbours.show(report, near);
                content.getChildren().setAll(tabs);
            }
        }
    }

    private void head(String name, String under) {
        title.setText(name);
        subtitle.setText(under);
    }

    private Node failed(Problem problem) {
        var again = new Button(words.text("action.tryAgain"));
        again.setMnemonicParsing(true);
        again.getStyleClass().add("try-again");
        again.setOnAction(_ -> model.ask());
        var box =
                new VBox(
                        12, hint(words.text("detail.failed")), hint(words.problem(problem)), again);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private static Label hint(String text) {
        var hint = new Label(text);
        hint.setWrapText(true);
        hint.getStyleClass().addAll("muted", "detail-hint");
        return hint;
    }

    private void show(SessionDetail detail) {
        var current = detail.current();
        var ids = (Column.Ids) current.values().column(ReportColumn.CDR_ID);
        head(ids.text(0), told(current, words));
        var other = detail.partner();
        if (other != null) {
            head.getChildren().add(partner);
            partner.setText(
                    words.text(
                            other.isCredit() ? "detail.takenBackBy" : "detail.takesBack",
                            other.cdrId()));
            partner.setOnAction(_ -> model.reveal(other));
        }
        values.show(current, DetailLine.COLUMNS);
        station.show(current, DetailLine.STATION);
        rawText = current.raw().text();
        message.setText(PrettyMessage.of(current.raw()));
        versionsTab.setText(words.text("detail.versions.count", detail.versions().size()));
        versions.show(detail.versions());
    }

    /// A version in one line.
    static String told(SessionVersion version, Words words) {
        return words.text(
                "detail.version",
                version.number(),
                DetailLine.minutes(version.storedAt(), version.values().parameters().zone()),
                version.source());
    }
}
