package org.roamledger.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.session.Network;
import org.roamledger.settings.Folders;
import org.roamledger.settings.KeyRing;
import org.roamledger.settings.Tokens;
import org.roamledger.store.Protocol;
import org.roamledger.store.SessionStore;
import org.roamledger.support.SupportArchive;
import org.roamledger.sync.Connections;
import org.roamledger.ui.base.Sources.Connection;
import org.roamledger.ui.base.Sources.Hub;
import org.roamledger.ui.base.Sources.Login;
import org.roamledger.ui.base.Sources.NewSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class StoreSourcesTest {

    @TempDir Path folder;
    private final Map<String, String> kept = new HashMap<>();
    private SessionStore store;
    private StoreUpkeep upkeep;
    private StoreSources sources;

    @BeforeEach
    void open() {
        store = SessionStore.open(folder.resolve("sessions.db"));
        upkeep =
                new StoreUpkeep(
                        store,
                        List.of(),
                        true,
                        new SupportArchive(new Folders(folder, folder, folder)),
                        InstantSource.system());
        sources =
                new StoreSources(
                        store,
                        upkeep,
                        new StoreSources.SourceTokens() {
                            @Override
                            public String get(String source) {
                                return kept.getOrDefault(source, "");
                            }

                            @Override
                            public void put(String source, String token) {
                                kept.put(source, token);
                            }

                            @Override
                            public void putCertificatePassword(String source, String password) {
                                kept.put(source, password);
                            }

                            @Override
                            public void remove(String source) {
                                kept.remove(source);
                            }
                        },
                        new Connections(folder, new Tokens(folder, KeyRing.NONE), store.path()),
                        null);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static NewSource endpoint(@Nullable Path certificate) {
        var login = new Login.Certificate("DE*ABC", certificate, "secret");
        return new NewSource("hubject", "https://oicp.example/cdrs", login, null, null, null);
    }

    @Test
    void anEndpointIsKeptWithWhatItSpeaksAndItsOperator() {
        sources.add(endpoint(null));
        var settings = store.source("hubject").source().settings();
        assertThat(settings.protocol()).isEqualTo(Protocol.OICP);
        assertThat(settings.operator()).isEqualTo("DE*ABC");
        assertThat(kept).as("there is nothing that a password could open").isEmpty();
    }

    @Test
    void anEndpointWhoseCertificateCannotBeUsedIsNotAdded() throws IOException {
        var certificate = Files.writeString(folder.resolve("client.p12"), "no certificate");
        var refused =
                catchThrowableOfType(
                        ProblemException.class, () -> sources.add(endpoint(certificate)));
        assertThat(refused.problem()).isInstanceOf(Problem.CertificateUnreadable.class);
        assertThat(sources.all()).isEmpty();
        assertThat(kept).isEmpty();
    }

    private static NewSource backOffice(String url, String token, @Nullable String organisation) {
        var login = new Login.Token(token);
        var hub = new Hub("field:x_network", "SE*ABC", "DE*HUB");
        return new NewSource(
                "hub", url, login, Network.HUBJECT, organisation, ZoneId.of("Europe/Oslo"), hub);
    }

    @Test
    void aSourceIsShownAsItWasEnteredButForItsSecret() {
        sources.add(backOffice("https://hub.example/v", "canary", "Nordvolt"));
        assertThat(sources.entered("hub"))
                .isEqualTo(backOffice("https://hub.example/v", "", "Nordvolt"));
        sources.add(endpoint(null));
        assertThat(sources.entered("hubject").login())
                .isEqualTo(new Login.Certificate("DE*ABC", null, ""));
    }

    @Test
    void aChangedSourceKeepsItsTokenUnlessThereIsAnother() {
        sources.add(backOffice("https://hub.example/v", "old", null));
        var moved = backOffice("https://moved.example/v", "", "Kustladd");
        sources.change(moved);
        assertThat(sources.entered("hub")).isEqualTo(moved);
        assertThat(kept).containsExactly(Map.entry("hub", "old"));
        sources.change(backOffice("https://moved.example/v", "new", "Kustladd"));
        assertThat(kept).containsExactly(Map.entry("hub", "new"));
    }

    @Test
    void aChangeThatCannotBeMadeChangesNothing() throws IOException {
        sources.add(endpoint(null));
        var before = sources.entered("hubject");
        var certificate = Files.writeString(folder.resolve("client.p12"), "no certificate");
        var refused =
                catchThrowableOfType(
                        ProblemException.class, () -> sources.change(endpoint(certificate)));
        assertThat(refused.problem()).isInstanceOf(Problem.CertificateUnreadable.class);
        assertThat(sources.entered("hubject")).isEqualTo(before);
    }

    @Test
    void nothingIsRestoredWhileSomethingGoesOnFromWhereItBegan() {
        upkeep.backUp(Progress.NONE);
        var backup = upkeep.backups().getFirst().file();
        var refused =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> upkeep.whileItStands(() -> upkeep.restore(backup)));
        assertThat(refused.problem()).isInstanceOf(Problem.StoreBusy.class);
        sources.add(endpoint(null));
        var aside = upkeep.restore(backup);
        assertThat(sources.all()).isEmpty();
        assertThat(aside).exists();
    }

    @Test
    void theConnectionIsReadAsItWasChanged() {
        var changed = new Connection("proxy.example:8080", "anna", null);
        sources.changeConnection(changed, "secret");
        assertThat(sources.connection()).isEqualTo(changed);
    }

    @Test
    void authoritiesThatCannotBeUsedChangeNothing() {
        var before = sources.connection();
        var missing = folder.resolve("missing.pem");
        var refused =
                catchThrowableOfType(
                        ProblemException.class,
                        () ->
                                sources.changeConnection(
                                        new Connection("none", null, missing), null));
        assertThat(refused.problem()).isInstanceOf(Problem.CertificateUnreadable.class);
        assertThat(sources.connection()).isEqualTo(before);
    }
}
