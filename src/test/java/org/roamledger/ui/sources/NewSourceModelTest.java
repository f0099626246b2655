package org.roamledger.ui.sources;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.problem.Problem;
import org.roamledger.ui.CannedEngine;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Notice;
import org.roamledger.ui.base.Sources.Login;
import org.roamledger.ui.base.Sources.NewSource;
import org.roamledger.ui.base.Sources.SourceStatus;
import org.roamledger.ui.base.Sources.TestStep;
import org.roamledger.ui.sources.NewSourceModel.Field;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class NewSourceModelTest {

    private final CannedEngine engine = new CannedEngine();
    private final List<Notice> notices = new ArrayList<>();
    private final SourcesModel sources =
            new SourcesModel(
                    engine,
                    new Background(_ -> Runnable::run, Runnable::run, () -> {}),
                    notices::add,
                    () -> {},
                    () -> {},
                    _ -> {});
    private final NewSourceModel model = new NewSourceModel(sources, false);

    private static NewSource source(String name, String url, String token) {
        return new NewSource(name, url, new Login.Token(token), null, null, null);
    }

    @Test
    void whatIsNotFilledInIsToldAtItsField() {
        model.keep(source("", " ", ""));
        assertThat(model.wrong().get())
                .isEqualTo(
                        Map.of(
                                Field.NAME, Optional.empty(),
                                Field.URL, Optional.empty(),
                                Field.TOKEN, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ocpi.example", "ftp://ocpi.example", "https://", "http://a b"})
    void anAddressThatIsNotOfTheWebIsToldAtItsField(String url) {
        model.keep(source("A", url, "t"));
        assertThat(model.wrong().get())
                .isEqualTo(Map.of(Field.URL, Optional.of(new Problem.BadUrl(url))));
    }

    @Test
    void aNameThatIsTakenIsToldBeforeAnythingIsTested() {
        sources.refresh();
        var name = engine.sources.getFirst().name();
        model.keep(source(name, "https://ocpi.example", "t"));
        assertThat(model.wrong().get())
                .isEqualTo(Map.of(Field.NAME, Optional.of(new Problem.SourceExists(name))));
        assertThat(model.kept().get()).isFalse();
        assertThat(model.steps().get()).isEmpty();
    }

    @Test
    void aGoodSourceIsTestedAddedAndSynced() {
        engine.accepts = true;
        model.keep(source("New", "https://ocpi.example/versions", "t"));
        assertThat(model.kept().get()).isTrue();
        assertThat(model.steps().get()).hasSize(2);
        assertThat(engine.sources).extracting(SourceStatus::name).contains("New");
        assertThat(notices).extracting(Notice::key).containsExactly("sources.added", "sync.done");
    }

    @Test
    void aSourceThatIsKnownKeepsItsNameAndMayKeepItsToken() {
        engine.accepts = true;
        sources.refresh();
        var edited = new NewSourceModel(sources, true);
        var source = source(engine.sources.getFirst().name(), "https://new.example", "");
        edited.keep(source);
        assertThat(edited.kept().get()).isTrue();
        assertThat(engine.changed).containsExactly(source);
        assertThat(notices).extracting(Notice::key).containsExactly("sources.changed", "sync.done");
    }

    @Test
    void aSourceThatFailsItsTestIsAddedOnlyOnSecondThought() {
        var source = source("New", "https://ocpi.example/versions", "t");
        model.keep(source);
        assertThat(model.doubtful().get()).isTrue();
        assertThat(model.kept().get()).isFalse();
        model.keep(source);
        assertThat(model.kept().get()).isTrue();
    }

    @Test
    void aTestHoldsOnlyForWhatWasTested() {
        model.keep(source("New", "https://ocpi.example/versions", "t"));
        var other = source("New", "https://ocpi.example/versions", "other");
        model.changed(other);
        assertThat(model.doubtful().get()).isFalse();
        assertThat(model.steps().get()).isEmpty();
        model.keep(other);
        assertThat(model.kept().get()).isFalse();
    }

    @Test
    void aTestThatEndsAfterTheFormWasClosedAddsNothing() {
        engine.accepts = true;
        model.abandon();
        model.keep(source("New", "https://ocpi.example/versions", "t"));
        assertThat(engine.sources).extracting(SourceStatus::name).doesNotContain("New");
    }

    @Test
    void aSourceIsTestedWithoutBeingAdded() {
        model.test(source("New", "https://ocpi.example/versions", "t"));
        assertThat(model.steps().get())
                .extracting(TestStep::key)
                .containsExactly("address", "token");
        assertThat(model.kept().get()).isFalse();
        assertThat(engine.sources).extracting(SourceStatus::name).doesNotContain("New");
    }

    @Test
    void whatIsNotFilledInIsNotTested() {
        model.test(source("New", "", "t"));
        assertThat(model.wrong().get()).isEqualTo(Map.of(Field.URL, Optional.empty()));
        assertThat(model.steps().get()).isEmpty();
    }

    @Test
    void anEndpointWithACertificateNeedsNoToken() {
        engine.accepts = true;
        model.keep(endpoint("New"));
        assertThat(model.wrong().get()).isEmpty();
        assertThat(model.kept().get()).isTrue();
    }

    @Test
    void secretsAreInNoText() {
        assertThat(source("A", "https://b.example", "secret").toString()).doesNotContain("secret");
        assertThat(endpoint("A").toString()).doesNotContain("secret");
    }

    private static NewSource endpoint(String name) {
        var login = new Login.Certificate("DE*ABC", Path.of("client.p12"), "secret");
        return new NewSource(name, "https://oicp.example", login, null, null, null);
    }
}
