package org.roamledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class SourceOptionsTest {

    private Cli cli;
    private Path token;

    @SuppressWarnings("NullAway.Init") // made before each test
    SourceOptionsTest() {}

    @BeforeEach
    void make(@TempDir Path folder) throws Exception {
        cli = new Cli(folder);
        token = Files.writeString(folder.resolve("token"), "s3cret\n");
    }

    @Test
    void rulesAndPartiesOfASourceAreListed() {
        var added =
                add(
                        "--network-rule",
                        "provider:DE-8EO=Hubject",
                        "--network-rule",
                        "field:x_network",
                        "--from-party",
                        "SE*ABC",
                        "--to-party",
                        "DE*HUB");
        assertThat(added.exit()).as(added.words()).isZero();
        var source = cli.run("source", "list").json().at("/sources/0");
        assertThat(source.at("/network_rules").toString())
                .isEqualTo("[\"field:x_network\",\"provider:DE8EO=HUBJECT\"]");
        assertThat(source.at("/from_party").asString()).isEqualTo("SE*ABC");
        assertThat(source.at("/to_party").asString()).isEqualTo("DE*HUB");
    }

    @ParameterizedTest
    @CsvSource({
        "--network-rule, Hubject, badNetworkRule",
        "--from-party, Sweden, badParty",
        "--to-party, DE*HUB, badParty"
    })
    void whatIsNoRuleAndNoPartyIsRefused(String option, String value, String problem) {
        var outcome = add(option, value);
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.json().at("/problem").asString()).isEqualTo(problem);
        assertThat(cli.run("source", "list").json().at("/sources").isEmpty()).isTrue();
    }

    @Test
    void whatIsNotNamedStaysWhenASourceIsChanged() throws Exception {
        add("--network", "Hubject", "--from-party", "SE*ABC", "--network-rule", "field:x");
        var edited = cli.run("source", "edit", "hub", "--organisation", "Nordvolt");
        assertThat(edited.exit()).as(edited.words()).isZero();
        assertThat(edited.json().at("/reads_anew").asBoolean()).isFalse();
        var other = Files.writeString(token.resolveSibling("other"), "canary-4711\n");
        var anew =
                cli.run(
                        "source",
                        "edit",
                        "hub",
                        "--network=",
                        "--url",
                        "http://127.0.0.1:9/moved",
                        "--token-file",
                        other.toString());
        assertThat(anew.json().at("/reads_anew").asBoolean()).isTrue();
        assertThat(anew.words()).doesNotContain("canary");
        var source = cli.run("source", "list").json().at("/sources/0");
        assertThat(source.at("/url").asString()).isEqualTo("http://127.0.0.1:9/moved");
        assertThat(source.at("/organisation").asString()).isEqualTo("Nordvolt");
        assertThat(source.at("/network").isNull()).isTrue();
        assertThat(source.at("/from_party").asString()).isEqualTo("SE*ABC");
        assertThat(source.at("/network_rules").toString()).isEqualTo("[\"field:x\"]");
    }

    @Test
    void whatOnlySourcesOfTheOtherKindHaveIsRefused() {
        add();
        var outcome = cli.run("source", "edit", "hub", "--operator", "SE*ABC", "--zone", "UTC");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.words()).contains("--operator: OCPI sources have none");
        assertThat(cli.run("source", "list").json().at("/sources/0/zone").isNull()).isTrue();
    }

    @Test
    void aSourceThatIsNotThereIsNotChanged() {
        var outcome = cli.run("source", "edit", "hub", "--network", "Gireve");
        assertThat(outcome.json().at("/problem").asString()).isEqualTo("sourceUnknown");
    }

    @Test
    void whatIsNoMonthIsRefused() {
        var outcome = cli.run("sync", "--month", "October");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.json().at("/problem").asString()).isEqualTo("badMonth");
    }

    private Cli.Outcome add(String... options) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "source",
                                "add",
                                "hub",
                                "--ocpi",
                                "http://127.0.0.1:9/ocpi",
                                "--token-file",
                                token.toString()));
        arguments.addAll(List.of(options));
        return cli.run(arguments.toArray(String[]::new));
    }
}
