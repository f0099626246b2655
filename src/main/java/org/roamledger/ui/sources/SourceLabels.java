package org.roamledger.ui.sources;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.roamledger.ui.base.Sources.SourceStatus;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// How old the data of each source is, and whether its last sync failed; or that there is no
/// network.
public final class SourceLabels extends HBox {

    /// More than these are not told one by one.
    private static final int EACH = 3;

    private final SourcesModel model;
    private final Words words;
    private final InstantSource clock;
    private final Moments moments;

    /// @param zone zone in which times are told
    public SourceLabels(
            SourcesModel model, Words words, InstantSource clock, ZoneId zone, Wiring wiring) {
        super(14);
        this.model = model;
        this.words = words;
        this.clock = clock;
        this.moments = new Moments(clock, zone);
        setAlignment(Pos.CENTER_LEFT);
        wiring.follow(model.sources(), _ -> tell());
    }

    /// Tells the ages anew.
    public void tell() {
        getChildren().clear();
        var sources = model.sources().get();
        if (sources == null) {
            return;
        }
        if (Health.isOffline(sources)) {
            getChildren().add(offline(sources));
        } else if (sources.size() <= EACH) {
            sources.forEach(source -> getChildren().add(label(source, state(source))));
        } else {
            tellIll(sources);
        }
    }

    /// Of many sources only those that someone has to look after, as many as there is room for.
    private void tellIll(List<SourceStatus> sources) {
        var ill = sources.stream().filter(this::isIll).toList();
        var well =
                Health.FRESH.label(
                        words.text("sources.well", sources.size() - ill.size(), sources.size()));
        well.setMinWidth(USE_PREF_SIZE);
        getChildren().add(well);
        ill.stream()
                .limit(EACH)
                .forEach(
                        source ->
                                getChildren()
                                        .add(label(source, health(source).words(source, words))));
        if (ill.size() > EACH) {
            getChildren().add(new Label(words.text("sources.more", ill.size() - EACH)));
        }
    }

    private boolean isIll(SourceStatus source) {
        var health = health(source);
        return health != Health.FRESH && health != Health.FILES;
    }

    private Health health(SourceStatus source) {
        return Health.of(source, clock.instant());
    }

    /// Said once for all servers.
    private Label offline(List<SourceStatus> sources) {
        var label =
                Health.OFFLINE.label(
                        Health.asOf(sources)
                                .map(asOf -> words.text("sources.offlineAsOf", moments.say(asOf)))
                                .orElseGet(() -> words.text("sources.offlineAtAll")));
        label.setId("offline");
        label.getStyleClass().add("offline-badge");
        label.setMinWidth(USE_PREF_SIZE);
        label.setTooltip(
                new Tooltip(
                        sources.stream()
                                .map(SourceStatus::problem)
                                .filter(Objects::nonNull)
                                .map(words::problem)
                                .collect(Collectors.joining("\n\n"))));
        return label;
    }

    private Label label(SourceStatus source, String state) {
        var label =
                health(source)
                        .label(words.text("sources.label", Health.nameOf(source, words), state));
        var problem = source.problem();
        var more =
                problem == null
                        ? words.text("sources.sessions", source.sessions())
                        : words.problem(problem);
        // Of several there is not always room for the whole text.
        label.setTooltip(new Tooltip(label.getText() + "\n" + more));
        return label;
    }

    private String state(SourceStatus source) {
        var health = health(source);
        var asOf = source.dataAsOf();
        if (asOf == null) {
            return health.words(source, words);
        }
        var ago = words.ago(asOf, clock.instant());
        return switch (health) {
            case FILES -> ago;
            case FRESH -> words.text("sources.synced", ago);
            // Its rows are not shown, so their age does not matter.
            case NO_ACCESS -> health.words(source, words);
            default ->
                    words.text(
                            "sources.state",
                            health.words(source, words),
                            words.text("sources.synced", ago));
        };
    }
}
