package org.roamledger.ui.sources;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.roamledger.problem.Problem;
import org.roamledger.ui.base.Engine.SourceStatus;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

import java.time.InstantSource;

/// How old the data of each source is, and whether its last sync failed.
public final class SourceLabels extends HBox {

    private final SourcesModel model;
    private final Words words;
    private final InstantSource clock;

    public SourceLabels(SourcesModel model, Words words, InstantSource clock, Wiring wiring) {
        super(14);
        this.model = model;
        this.words = words;
        this.clock = clock;
        setAlignment(Pos.CENTER_LEFT);
        wiring.follow(model.sources(), _ -> tell());
    }

    /// Tells the ages anew.
    public void tell() {
        getChildren().clear();
        var sources = model.sources().get();
        if (sources != null) {
            sources.forEach(source -> getChildren().add(label(source)));
        }
    }

    private Label label(SourceStatus source) {
        var asOf = source.dataAsOf();
        var age =
                asOf == null
                        ? words.text("sources.never")
                        : source.url() == null
                                ? words.ago(asOf, clock.instant())
                                : words.text("sources.synced", words.ago(asOf, clock.instant()));
        var label = new Label();
        label.getStyleClass().add("source-label");
        var problem = source.problem();
        if (problem == null) {
            label.setText(words.text("sources.label", source.name(), age));
            label.setGraphic(
                    new FontIcon(
                            asOf == null ? Material2AL.HOURGLASS_EMPTY : Material2AL.CHECK_CIRCLE));
            if (asOf != null) {
                label.getStyleClass().add("healthy");
            }
            label.setTooltip(new Tooltip(words.text("sources.sessions", source.sessions())));
        } else {
            var state =
                    problem instanceof Problem.ServerUnreachable
                                    || problem instanceof Problem.ServerTooSlow
                            ? "sources.offline"
                            : "sources.broken";
            label.setText(words.text("sources.label", source.name(), words.text(state, age)));
            label.setGraphic(
                    new FontIcon(
                            state.equals("sources.offline")
                                    ? Material2AL.CLOUD_OFF
                                    : Material2MZ.REPORT_PROBLEM));
            label.getStyleClass().add("failing");
            label.setTooltip(new Tooltip(words.problem(problem)));
        }
        return label;
    }
}
