package org.roamledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Words that would be commands to a database are words to this one.
class HostileWordsTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x'; DROP TABLE session; --",
                "x') OR ('1'='1",
                "x\"; DELETE FROM session; --",
                "%",
                "x' UNION SELECT token FROM source --"
            })
    void wordsOfFilesAndOptionsAreNeverCommands(String words) throws Exception {
        var cli = new Cli(folder);
        var quoted = '"' + words.replace("\"", "\"\"") + '"';
        importOf(cli, words, quoted + ",2026-10-05T10:00:00Z," + quoted);
        importOf(cli, "Own", "plain,2026-10-06T10:00:00Z,");

        assertThat(exported(cli, "--organisation", words)).isOne();
        assertThat(exported(cli, "--organisation", "Own")).isOne();
        assertThat(exported(cli)).isEqualTo(2);
        assertThat(Files.readString(folder.resolve("out.csv")))
                .contains(words.replace("\"", "\"\""));
    }

    private void importOf(Cli cli, String organisation, String row) throws Exception {
        var file = folder.resolve("report.csv");
        Files.writeString(file, "CDR ID,Start time,Transaction ID\n" + row + "\n");
        var done = cli.run("import", file.toString(), "--organisation", organisation);
        assertThat(done.exit()).as(done.words()).isZero();
    }

    private int exported(Cli cli, String... more) {
        var out = folder.resolve("out.csv").toString();
        var arguments =
                Stream.concat(
                        Stream.of(
                                "export",
                                "--from",
                                "2026-10-01",
                                "--to",
                                "2026-11-01",
                                "--out",
                                out),
                        Stream.of(more));
        var done = cli.run(arguments.toArray(String[]::new));
        assertThat(done.exit()).as(done.words()).isZero();
        return done.json().path("rows").asInt();
    }
}
