package org.roamledger.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.settings.Policy.GivenSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class PolicyTest {

    @TempDir Path folder;

    private Policy read(String json) throws IOException {
        return Policy.read(Files.writeString(folder.resolve("policy.json"), json));
    }

    @Test
    void withoutAFileUsersChoose() {
        assertThat(Policy.read(folder.resolve("policy.json"))).isEqualTo(Policy.NONE);
    }

    @Test
    void whatAnAdministratorSetsGoesBeforeWhatAUserChose() throws IOException {
        var chosen =
                new ConnectionSettings(
                        new ProxyChoice.Manual("own.example", 3128, "anna"), Path.of("/own.pem"));
        chosen.save(folder);
        var policy =
                read(
                        """
                        {"proxy": "proxy.example:8080", "ca": "/etc/company.pem",
                         "sources": [{"name": "Hub", "url": "https://hub.example/versions"}],
                         "updateNotice": false}
                        """);
        var inForce = ConnectionSettings.in(folder, policy);
        assertThat(inForce.proxy())
                .isEqualTo(new ProxyChoice.Manual("proxy.example", 8080, "anna"));
        assertThat(inForce.authorities()).isEqualTo(Path.of("/etc/company.pem"));
        assertThat(policy.sources())
                .containsExactly(
                        new GivenSource("Hub", "https://hub.example/versions", null, null, null));
        assertThat(policy.updateNotice()).isFalse();
        assertThat(ConnectionSettings.in(folder, Policy.NONE)).isEqualTo(chosen);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`{\"proxi\": \"none\"}`, proxi",
                "`{\"proxy\": 7}`, proxy",
                "`{\"proxy\": \"anna:secret@p:1\"}`, proxy",
                "`{\"sources\": [{\"name\": \"Hub\"}]}`, sources[0].url",
                "`{\"sources\": [{\"name\": \"H\", \"token\": \"x\"}]}`, sources[0].token",
                "`[]`, ``",
                "`{`, ``"
            })
    void aPolicyThatIsNotUnderstoodIsRefusedWithThePlace(String json, String place) {
        var refused = catchThrowableOfType(ProblemException.class, () -> read(json));
        assertThat(refused.problem())
                .isInstanceOfSatisfying(
                        Problem.PolicyUnusable.class,
                        unusable -> assertThat(unusable.place()).isEqualTo(place));
    }

    @Test
    void itStandsWhereOnlyAnAdministratorWrites() {
        assertThat(Policy.file(OperatingSystem.LINUX, Map.of()))
                .isEqualTo(Path.of("/etc/roamledger/policy.json"));
        assertThat(Policy.file(OperatingSystem.MAC, Map.of()))
                .isEqualTo(Path.of("/Library/Application Support/Roamledger/policy.json"));
        assertThat(Policy.file(OperatingSystem.WINDOWS, Map.of("ProgramData", folder.toString())))
                .isEqualTo(folder.resolve("Roamledger").resolve("policy.json"));
    }
}
