package org.roamledger.ui.sources;

import javafx.scene.control.Label;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.roamledger.problem.Problem;
import org.roamledger.ui.base.Sources.SourceStatus;
import org.roamledger.ui.base.Words;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// How a source is, by a sign, a style and words.
enum Health {
    FRESH(Material2AL.CHECK_CIRCLE, "healthy"),
    /// It does not fail, but nobody synced it for a day.
    STALE(Material2AL.HISTORY_TOGGLE_OFF, "stale"),
    NEVER_SYNCED(Material2AL.HOURGLASS_EMPTY, "stale"),
    OFFLINE(Material2AL.CLOUD_OFF, "failing"),
    NO_ACCESS(Material2AL.LOCK, "failing"),
    FAILING(Material2MZ.REPORT_PROBLEM, "failing"),
    /// Imported files are as they are.
    FILES(Material2AL.INSERT_DRIVE_FILE, "files");

    private static final Duration A_DAY = Duration.ofHours(24);

    @SuppressWarnings("ImmutableEnumChecker") // a constant of another enum
    private final Ikon icon;

    private final String style;

    Health(Ikon icon, String style) {
        this.icon = icon;
        this.style = style;
    }

    static Health of(SourceStatus source, Instant now) {
        if (source.url() == null) {
            return FILES;
        }
        var problem = source.problem();
        if (problem != null) {
            return switch (Trouble.of(problem)) {
                case NETWORK -> OFFLINE;
                case ACCESS -> NO_ACCESS;
                default -> FAILING;
            };
        }
        var asOf = source.dataAsOf();
        if (asOf == null) {
            return NEVER_SYNCED;
        }
        return asOf.plus(A_DAY).isBefore(now) ? STALE : FRESH;
    }

    /// Whether no server at all was reached the last time.
    static boolean isOffline(List<SourceStatus> sources) {
        var servers = sources.stream().filter(source -> source.url() != null).toList();
        return !servers.isEmpty()
                && servers.stream()
                        .map(SourceStatus::problem)
                        .allMatch(
                                problem ->
                                        problem != null && Trouble.of(problem) == Trouble.NETWORK);
    }

    /// Up to when the sessions of all servers are known; nothing if those of one never were.
    static Optional<Instant> asOf(List<SourceStatus> sources) {
        var servers = sources.stream().filter(source -> source.url() != null).toList();
        return servers.stream().anyMatch(source -> source.dataAsOf() == null)
                ? Optional.empty()
                : servers.stream()
                        .map(SourceStatus::dataAsOf)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder());
    }

    /// What a source is called; imported files have no name of their own, but may have a zone.
    static String nameOf(SourceStatus source, Words words) {
        if (source.url() != null) {
            return source.name();
        }
        var zone = source.name().indexOf('(');
        return words.text("health.files") + (zone < 0 ? "" : " " + source.name().substring(zone));
    }

    /// In a few words.
    String words(SourceStatus source, Words words) {
        return switch (this) {
            case FRESH -> words.text("health.fresh");
            case STALE -> words.text("health.stale");
            case NEVER_SYNCED -> words.text("sources.never");
            case OFFLINE -> words.text("health.offline");
            case NO_ACCESS ->
                    source.problem() instanceof Problem.ModuleMissing(_, var module)
                            ? words.text("health.noAccess", module)
                            : words.text("trouble.access");
            case FAILING ->
                    words.text(Trouble.of(Objects.requireNonNull(source.problem())).wordsKey());
            case FILES -> nameOf(source, words);
        };
    }

    /// A label with its sign.
    Label label(String text) {
        var label = new Label(text, new FontIcon(icon));
        label.getStyleClass().addAll("source-label", style);
        return label;
    }
}
