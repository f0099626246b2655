package org.roamledger.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.session.Network;
import org.roamledger.settings.Policy;
import org.roamledger.settings.Policy.GivenSource;
import org.roamledger.store.SessionStore;

import java.nio.file.Path;
import java.util.List;

class GivenSourcesTest {

    @TempDir Path folder;

    private static Policy policy(String url) {
        var hub = new GivenSource("Hub", url, "Hubject", "Nordvolt", "Europe/Stockholm");
        return new Policy(null, null, List.of(hub), true);
    }

    @Test
    void everyStoreHasThemOnceAndTheirServerIsThatOfThePolicy() {
        try (var store = SessionStore.open(folder.resolve("sessions.roamledger"))) {
            GivenSources.bringInto(store, policy("https://hub.example/versions"));
            GivenSources.bringInto(store, policy("https://new.example/versions"));
            assertThat(store.sources()).hasSize(1);
            var source = store.source("Hub").source();
            assertThat(source.url()).hasToString("https://new.example/versions");
            assertThat(source.network()).isEqualTo(Network.HUBJECT);
            assertThat(source.organisation()).isEqualTo("Nordvolt");
        }
    }
}
