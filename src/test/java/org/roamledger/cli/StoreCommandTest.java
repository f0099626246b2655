package org.roamledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.store.StoreClaim;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

class StoreCommandTest {

    @TempDir Path folder;
    private Cli cli;

    @BeforeEach
    void addSource() throws Exception {
        cli = new Cli(folder);
        assertThat(cli.addSource("demo", "http://localhost:9/versions", "canary-4711").exit())
                .isZero();
    }

    @Test
    void whatWasBackedUpComesBackAndWhatWasThereIsKept() {
        assertThat(cli.run("store", "check").json().at("/compared").asBoolean()).isTrue();
        var backup = cli.run("store", "backup");
        assertThat(backup.exit()).as(backup.words()).isZero();
        var file = backup.json().at("/file").asString();
        assertThat(cli.run("store", "backups").json().at("/backups/0/file").asString())
                .isEqualTo(file);
        cli.run("source", "remove", "demo");
        var restored = cli.run("store", "restore", file);
        assertThat(restored.exit()).as(restored.words()).isZero();
        assertThat(Path.of(restored.json().at("/kept").asString())).exists();
        assertThat(cli.run("source", "list").json().at("/sources/0/name").asString())
                .isEqualTo("demo");
    }

    @Test
    void aDamagedStoreIsFoundAndRebuilt() throws IOException {
        cli.run("store", "backup");
        var bytes = Files.readAllBytes(cli.store);
        bytes[bytes.length / 2] ^= 1;
        Files.write(cli.store, bytes);
        var check = cli.run("store", "check");
        assertThat(check.exit()).isEqualTo(1);
        assertThat(check.json().at("/problem").asString()).isEqualTo("storeDamaged");
        bytes[0] ^= 1;
        Files.write(cli.store, bytes);
        assertThat(cli.run("source", "list").json().at("/problem").asString())
                .isEqualTo("storeDamaged");
        var restored = cli.run("store", "restore");
        assertThat(restored.json().at("/problem").asString()).isEqualTo("storeRebuilt");
        assertThat(cli.run("source", "list").exit()).isZero();
    }

    @Test
    void nothingIsRestoredUnderAWindow() {
        cli.run("store", "backup");
        try (var window = StoreClaim.take(cli.store).orElseThrow()) {
            assertThat(window).isNotNull();
            assertThat(cli.run("store", "restore").json().at("/problem").asString())
                    .isEqualTo("storeInUse");
        }
    }

    @Test
    void withoutABackupThatIsSaid() {
        assertThat(cli.run("store", "restore").json().at("/problem").asString())
                .isEqualTo("noBackup");
    }

    @Test
    void theArchiveForSupportHasNothingSecret() throws IOException {
        var logs = Files.createDirectories(cli.folders().logs());
        Files.writeString(
                logs.resolve("roamledger.log"),
                """
                INFO sent Authorization: Token canary-4711
                INFO token=canary-4711 to https://anna:canary-4711@hub.example/x
                WARN https://hub.example/cdrs?token=canary-4711 contract SE-EON-C00012345-6 at SE*NVT*E1234*1
                ERROR of anna.berg@example.com, session 2f9a1c34-9c1e-4d8a-9a53-0123456789ab
                ERROR key dGhpcyBpcyBhIHRva2Vu0123456789
                \tat org.roamledger.store.StoreCareTest.aBackupMadeWhileSessionsArriveIsOfOneMoment(X.java:1)
                """);
        var target = folder.resolve("support.zip");
        var outcome = cli.run("support", target.toString());
        assertThat(outcome.exit()).as(outcome.words()).isZero();
        var all = new StringBuilder();
        try (var zip = new ZipFile(target.toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName()))
                    .contains("versions.json", "settings.json", "store.json")
                    .contains("logs/roamledger.log")
                    .noneMatch(name -> name.contains("secret"));
            for (var entry : zip.stream().toList()) {
                all.append(
                        new String(
                                zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(all)
                .doesNotContain("canary-4711")
                .doesNotContain("C00012345")
                .doesNotContain("E1234")
                .doesNotContain("anna")
                .doesNotContain("2f9a1c34")
                .doesNotContain("dGhpcyBp")
                .doesNotContain("demo")
                .contains("aBackupMadeWhileSessionsArriveIsOfOneMoment(X.java:1)")
                .contains("\"protocol\" : \"OCPI\"");
    }
}
