package org.roamledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.problem.Progress;
import org.roamledger.sample.SampleBackOffice;
import org.roamledger.sample.SampleSize;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;

class ConnectionCommandTest {

    private static final SampleSize SMALL = new SampleSize(1, 300, LocalDate.parse("2026-11-01"));
    private static final String CANARY = "canary-4711";

    @TempDir Path folder;
    private Cli cli;

    @BeforeEach
    void start() {
        cli = new Cli(folder);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void theFirstConnectionIsThatOfTheSystem() {
        var shown = cli.run("connection");
        assertThat(shown.exit()).isZero();
        assertThat(shown.json().at("/proxy").asString()).isEqualTo("system");
        assertThat(shown.json().at("/ca").isNull()).isTrue();
    }

    @Test
    void aConnectionIsKept() throws Exception {
        cli.run(
                "connection",
                "--proxy",
                "proxy.example:3128",
                "--proxy-user",
                "me",
                "--proxy-password-file",
                file("password", CANARY));
        var shown = cli.run("connection");
        assertThat(shown.json().at("/proxy").asString()).isEqualTo("proxy.example:3128");
        assertThat(shown.json().at("/proxy_user").asString()).isEqualTo("me");
        assertThat(shown.words()).doesNotContain(CANARY);
        assertThat(cli.run("connection", "--proxy", "none").json().at("/proxy_user").isNull())
                .isTrue();
    }

    @Test
    void whatIsNoProxyIsNotRepeated() {
        var outcome = cli.run("connection", "--proxy", "me:" + CANARY + "@proxy.example:3128");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.json().at("/problem").asString()).isEqualTo("badProxy");
        assertThat(outcome.words() + outcome.summary()).doesNotContain(CANARY);
    }

    @Test
    void aFileOfNoCertificatesIsNotKept() throws Exception {
        var outcome = cli.run("connection", "--ca", file("letter.pem", "Dear all"));
        assertThat(outcome.json().at("/problem").asString()).isEqualTo("certificateUnreadable");
        assertThat(cli.run("connection").json().at("/ca").isNull()).isTrue();
    }

    @Test
    void aSourceIsTestedStepByStep() throws Exception {
        try (var backOffice = SampleBackOffice.start(0, SMALL, Progress.NONE)) {
            var url = backOffice.versionsUrl().toString();
            cli.addSource("good", url, Objects.requireNonNull(backOffice.tokens().get("finance")));
            cli.addSource("bad", url, CANARY);
            var good = cli.run("source", "test", "good");
            assertThat(good.exit()).as(good.words()).isZero();
            assertThat(good.json().at("/ok").asBoolean()).isTrue();
            var bad = cli.run("source", "test", "bad");
            assertThat(bad.exit()).isEqualTo(1);
            assertThat(bad.words()).contains("address: ok").contains("token: failed.");
            assertThat(bad.json().at("/steps/1/problem").asString()).isEqualTo("tokenRefused");
        }
    }

    @Test
    void anOicpEndpointIsAddedWithItsCertificate() throws Exception {
        var certificate =
                Path.of(
                        Objects.requireNonNull(
                                        getClass().getResource("/org/roamledger/sync/client.p12"))
                                .toURI());
        var wrong = add(certificate, file("wrong", CANARY));
        assertThat(wrong.json().at("/problem").asString()).isEqualTo("certificateUnreadable");
        var added = add(certificate, file("right", "changeit"));
        assertThat(added.exit()).as(added.words()).isZero();
        assertThat(cli.run("source", "list").json().at("/sources/0/name").asString())
                .isEqualTo("hubject");
    }

    private Cli.Outcome add(Path certificate, String passwordFile) {
        return cli.run(
                "source",
                "add",
                "hubject",
                "--oicp",
                "https://hub.example/records",
                "--operator",
                "DE*ABC",
                "--client-certificate",
                certificate.toString(),
                "--certificate-password-file",
                passwordFile);
    }

    @Test
    void secretsStandNowhereInTheClear() throws Exception {
        var words = new StringBuilder();
        try (var backOffice = SampleBackOffice.start(0, SMALL, Progress.NONE)) {
            for (var outcome :
                    new Cli.Outcome[] {
                        cli.addSource("demo", backOffice.versionsUrl().toString(), CANARY),
                        cli.addSource("gone", "http://127.0.0.1:9/ocpi", CANARY),
                        cli.run("sync"),
                        cli.run("source", "test", "demo"),
                        cli.run("source", "list")
                    }) {
                words.append(outcome.words()).append(outcome.summary());
            }
        }
        try (var files = Files.walk(folder)) {
            for (var file :
                    files.filter(Files::isRegularFile)
                            .filter(one -> !one.toString().endsWith(".token"))
                            .toList()) {
                words.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(words).doesNotContain(CANARY).contains("a file only you can read");
    }
}
