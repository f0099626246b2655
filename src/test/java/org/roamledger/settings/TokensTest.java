package org.roamledger.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

class TokensTest {

    private static final String SECRET = "canary-4711";

    @TempDir Path folder;
    private final MemoryRing ring = new MemoryRing();

    /// A key ring that can lose its key, or not answer.
    private static final class MemoryRing implements KeyRing {

        private @Nullable String key;
        private boolean locked;

        @Override
        public Optional<String> find() throws Unavailable {
            check();
            return Optional.ofNullable(key);
        }

        @Override
        public void keep(String key) throws Unavailable {
            check();
            this.key = key;
        }

        private void check() throws Unavailable {
            if (locked) {
                throw new Unavailable("it is locked", null);
            }
        }
    }

    private Tokens inRing() {
        return new Tokens(folder, ring);
    }

    private Tokens inFile() {
        return new Tokens(folder, KeyRing.NONE);
    }

    private Path store() {
        return folder.resolve("a.roamledger");
    }

    private Problem problem(Tokens tokens) {
        try {
            tokens.get(store(), "demo");
        } catch (ProblemException e) {
            return e.problem();
        }
        throw new AssertionError("no problem");
    }

    /// All that stands in the folder.
    private String everything() throws IOException {
        var all = new StringBuilder();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    @Test
    void tokensAreKeptByStoreAndSource() {
        inFile().put(store(), "demo", SECRET);
        assertThat(inFile().get(store(), "demo")).isEqualTo(SECRET);
        assertThatThrownBy(() -> inFile().get(folder.resolve("b.roamledger"), "demo"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isEqualTo(new Problem.TokenMissing("demo")));
    }

    @Test
    void aSourceThatIsRemovedLeavesNoSecret() {
        inFile().put(store(), "demo", SECRET);
        inFile().putCertificatePassword(store(), "demo", "opensesame");
        inFile().remove(store(), "demo");
        assertThat(problem(inFile())).isEqualTo(new Problem.TokenMissing("demo"));
        assertThat(inFile().certificatePassword(store(), "demo")).isEmpty();
    }

    @Test
    void passwordsAreKeptBesideTokens() {
        inFile().put(store(), "demo", SECRET);
        inFile().putCertificatePassword(store(), "demo", "opensesame");
        inFile().putProxyPassword("hunter2");
        assertThat(inFile().get(store(), "demo")).isEqualTo(SECRET);
        assertThat(inFile().certificatePassword(store(), "demo")).isEqualTo("opensesame");
        assertThat(inFile().proxyPassword()).isEqualTo("hunter2");
    }

    @Test
    void withAKeyRingTheKeyStandsThereAndNowhereElse() throws Exception {
        inRing().put(store(), "demo", SECRET);
        assertThat(inRing().get(store(), "demo")).isEqualTo(SECRET);
        assertThat(inRing().isKeyInRing()).contains(true);
        assertThat(folder.resolve("secrets.key")).doesNotExist();
        assertThat(everything()).doesNotContain(SECRET).doesNotContain(String.valueOf(ring.key));
    }

    @Test
    void withoutAKeyRingTheKeyStandsInASecondFile() throws Exception {
        inFile().put(store(), "demo", SECRET);
        assertThat(inFile().isKeyInRing()).contains(false);
        assertThat(folder.resolve("secrets.key")).exists();
        assertThat(everything()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secrets.json", "secrets.key"})
    void nobodyElseCanReadTheFiles(String name) throws Exception {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        inFile().put(store(), "demo", SECRET);
        assertThat(Files.getPosixFilePermissions(folder.resolve(name)))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void tokensOfEarlierVersionsAreEncryptedAtFirstUse() throws Exception {
        var key = store().toAbsolutePath().normalize() + "#demo";
        Files.writeString(
                folder.resolve("tokens.json"),
                "{\"%s\": \"%s\"}".formatted(key.replace("\\", "\\\\"), SECRET));
        assertThat(inFile().get(store(), "demo")).isEqualTo(SECRET);
        assertThat(folder.resolve("tokens.json")).doesNotExist();
        assertThat(everything()).doesNotContain(SECRET);
        assertThat(inFile().get(store(), "demo")).isEqualTo(SECRET);
    }

    @Test
    void anUnreadableTokenFileIsNamedWithoutWhatItHolds() throws Exception {
        Files.writeString(folder.resolve("tokens.json"), "{\"canary-4711\": ");
        assertThatThrownBy(() -> inFile().get(folder, "demo"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("tokens.json")
                .hasMessageNotContaining(SECRET)
                .hasNoCause();
    }

    @Test
    void aLockedKeyRingIsNamed() {
        inRing().put(store(), "demo", SECRET);
        ring.locked = true;
        assertThat(problem(inRing()).toString()).contains("SecretsLocked").contains("locked");
        assertThatThrownBy(() -> inRing().put(store(), "other", "x"))
                .isInstanceOf(ProblemException.class);
        ring.locked = false;
        assertThat(inRing().get(store(), "demo")).isEqualTo(SECRET);
    }

    @Test
    void whereTheKeyIsLostTheTokenIsEnteredAgain() {
        inRing().put(store(), "demo", SECRET);
        ring.key = null;
        assertThat(problem(inRing())).isInstanceOf(Problem.SecretsLocked.class);
        inRing().put(store(), "demo", "new");
        assertThat(inRing().get(store(), "demo")).isEqualTo("new");
    }

    @Test
    void aTokenInThePlaceOfAnotherIsNotBelieved() throws Exception {
        inFile().put(store(), "demo", SECRET);
        var file = folder.resolve("secrets.json");
        Files.writeString(file, Files.readString(file).replace("#demo", "#other"));
        assertThatThrownBy(() -> inFile().get(store(), "other"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isInstanceOf(Problem.SecretsLocked.class));
    }

    @Test
    void theSameTokenIsNeverEncryptedToTheSameText() throws Exception {
        inFile().put(store(), "demo", SECRET);
        var first = Files.readString(folder.resolve("secrets.json"));
        inFile().put(store(), "demo", SECRET);
        assertThat(Files.readString(folder.resolve("secrets.json"))).isNotEqualTo(first);
    }
}
