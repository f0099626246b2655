package org.roamledger.ui.sources;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.ui.base.Sources.Login;
import org.roamledger.ui.base.Sources.NewSource;
import org.roamledger.ui.base.Sources.TestStep;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A source while it is entered, a new one or one with other settings than before.
///
/// Confined to the screen thread.
final class NewSourceModel {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final SourcesModel sources;
    private final boolean known;
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper kept = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper doubtful = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<TestStep>> steps =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Map<Field, Optional<Problem>>> wrong =
            new ReadOnlyObjectWrapper<>(Map.of());

    /// What the last test was of; absent if there was none.
    private @Nullable NewSource tested;

    private boolean abandoned;

    /// Where something can be wrong.
    enum Field {
        NAME,
        URL,
        TOKEN,
        CERTIFICATE,
        ZONE,
        RULES,
        PARTY,
        /// None of the fields.
        WHOLE
    }

    /// @param known whether it is a source that is kept already, under its name
    NewSourceModel(SourcesModel sources, boolean known) {
        this.sources = sources;
        this.known = known;
    }

    /// Keeps the source. What was not tested as it is is tested first, and kept only if the test
    /// goes well; asked once more, it is kept however it went.
    void keep(NewSource source) {
        if (source.equals(tested)) {
            keepTested(source);
        } else {
            test(source, () -> keepTested(source));
        }
    }

    private void keepTested(NewSource source) {
        waiting.set(true);
        Runnable done =
                () -> {
                    waiting.set(false);
                    kept.set(true);
                };
        if (known) {
            sources.change(source, done, this::refused);
        } else {
            sources.add(source, done, this::refused);
        }
    }

    /// Tries the source without keeping it.
    void test(NewSource source) {
        test(source, () -> {});
    }

    private void test(NewSource source, Runnable well) {
        var found = check(source);
        forget();
        wrong.set(found);
        if (found.isEmpty()) {
            waiting.set(true);
            sources.test(
                    source,
                    steps -> {
                        waiting.set(false);
                        tested = source;
                        this.steps.set(steps);
                        var good = steps.stream().allMatch(step -> step.problem() == null);
                        doubtful.set(!good);
                        if (good && !abandoned) {
                            well.run();
                        }
                    },
                    this::refused);
        }
    }

    private void refused(Problem problem) {
        waiting.set(false);
        wrong.set(Map.of(field(problem), Optional.of(problem)));
    }

    /// Nobody wants the source any more: a test that is under way keeps nothing.
    void abandon() {
        abandoned = true;
    }

    /// Something else was entered: what was found does not hold for it.
    void changed(NewSource source) {
        if (tested != null && !source.equals(tested)) {
            forget();
        }
    }

    /// Forgets what was said of what was entered before.
    void forget() {
        tested = null;
        doubtful.set(false);
        wrong.set(Map.of());
        steps.set(List.of());
    }

    private Map<Field, Optional<Problem>> check(NewSource source) {
        var found = new EnumMap<Field, Optional<Problem>>(Field.class);
        if (source.name().isBlank()) {
            found.put(Field.NAME, Optional.empty());
        } else if (!known && isTaken(source.name())) {
            found.put(Field.NAME, Optional.of(new Problem.SourceExists(source.name())));
        }
        if (source.url().isBlank()) {
            found.put(Field.URL, Optional.empty());
        } else if (!isHttp(source.url())) {
            found.put(Field.URL, Optional.of(new Problem.BadUrl(source.url())));
        }
        if (!known && source.login() instanceof Login.Token(var token) && token.isBlank()) {
            found.put(Field.TOKEN, Optional.empty());
        }
        return found;
    }

    private boolean isTaken(String name) {
        var known = sources.sources().get();
        return known != null && known.stream().anyMatch(status -> status.name().equals(name));
    }

    private static boolean isHttp(String url) {
        try {
            var uri = new URI(url);
            return uri.getHost() != null
                    && uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT));
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static Field field(Problem problem) {
        return switch (problem) {
            case Problem.SourceExists _ -> Field.NAME;
            case Problem.BadUrl _, Problem.ServerUnreachable _, Problem.WebPageInsteadOfData _ ->
                    Field.URL;
            case Problem.TokenRefused _ -> Field.TOKEN;
            case Problem.CertificateUnreadable _ -> Field.CERTIFICATE;
            case Problem.BadZone _ -> Field.ZONE;
            case Problem.BadNetworkRule _ -> Field.RULES;
            case Problem.BadParty _ -> Field.PARTY;
            default -> Field.WHOLE;
        };
    }

    /// What is wrong with which field; a field without a problem of its own has to be filled in.
    ReadOnlyObjectProperty<Map<Field, Optional<Problem>>> wrong() {
        return wrong.getReadOnlyProperty();
    }

    /// How the last test went; empty if there was none.
    ReadOnlyObjectProperty<List<TestStep>> steps() {
        return steps.getReadOnlyProperty();
    }

    /// Whether the last test failed, so that it takes a second thought to keep the source.
    ReadOnlyBooleanProperty doubtful() {
        return doubtful.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty kept() {
        return kept.getReadOnlyProperty();
    }
}
