package org.roamledger.ui.sources;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.problem.Problem;
import org.roamledger.ui.CannedEngine;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Engine.Login;
import org.roamledger.ui.base.Engine.NewSource;
import org.roamledger.ui.base.Engine.SourceStatus;
import org.roamledger.ui.base.Engine.TestStep;
import org.roamledger.ui.base.Notice;
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
    private final NewSourceModel model = new NewSourceModel(sources);

    private static NewSource source(String name, String url, String token) {
        return new NewSource(name, url, new Login.Token(token), null, null, null);
    }

    @Test
    void whatIsNotFilledInIsToldAtItsField() {
        model.add(source("", " ", ""));
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
        model.add(source("A", url, "t"));
        assertThat(model.wrong().get())
                .isEqualTo(Map.of(Field.URL, Optional.of(new Problem.BadUrl(url))));
    }

    @Test
    void aNameThatIsTakenIsToldBeforeAnythingIsTested() {
        sources.refresh();
        var name = engine.sources.getFirst().name();
        model.add(source(name, "https://ocpi.example", "t"));
        assertThat(model.wrong().get())
                .isEqualTo(Map.of(Field.NAME, Optional.of(new Problem.SourceExists(name))));
        assertThat(model.added().get()).isFalse();
        assertThat(model.steps().get()).isEmpty();
    }

    @Test
    void aGoodSourceIsTestedAddedAndSynced() {
        engine.accepts = true;
        model.add(source("New", "https://ocpi.example/versions", "t"));
        assertThat(model.added().get()).isTrue();
        assertThat(model.steps().get()).hasSize(2);
        assertThat(engine.sources).extracting(SourceStatus::name).contains("New");
        assertThat(notices).extracting(Notice::key).containsExactly("sources.added", "sync.done");
    }

    @Test
    void aSourceThatFailsItsTestIsAddedOnlyOnSecondThought() {
        var source = source("New", "https://ocpi.example/versions", "t");
        model.add(source);
        assertThat(model.doubtful().get()).isTrue();
        assertThat(model.added().get()).isFalse();
        model.add(source);
        assertThat(model.added().get()).isTrue();
    }

    @Test
    void aTestHoldsOnlyForWhatWasTested() {
        model.add(source("New", "https://ocpi.example/versions", "t"));
        var other = source("New", "https://ocpi.example/versions", "other");
        model.changed(other);
        assertThat(model.doubtful().get()).isFalse();
        assertThat(model.steps().get()).isEmpty();
        model.add(other);
        assertThat(model.added().get()).isFalse();
    }

    @Test
    void aTestThatEndsAfterTheFormWasClosedAddsNothing() {
        engine.accepts = true;
        model.abandon();
        model.add(source("New", "https://ocpi.example/versions", "t"));
        assertThat(engine.sources).extracting(SourceStatus::name).doesNotContain("New");
    }

    @Test
    void aSourceIsTestedWithoutBeingAdded() {
        model.test(source("New", "https://ocpi.example/versions", "t"));
        assertThat(model.steps().get())
                .extracting(TestStep::key)
                .containsExactly("address", "token");
        assertThat(model.added().get()).isFalse();
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
        model.add(endpoint("New"));
        assertThat(model.wrong().get()).isEmpty();
        assertThat(model.added().get()).isTrue();
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
