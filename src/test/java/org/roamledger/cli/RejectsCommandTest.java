package org.roamledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// `roamledger rejects`.
class RejectsCommandTest {

    @TempDir Path folder;
    private Cli cli;
    private Path file;

    @BeforeEach
    void importing() throws IOException {
        cli = new Cli(folder);
        file = Files.writeString(folder.resolve("october.csv"), "CDR ID,Start time\n=C2,soon\n");
        var outcome = cli.run("import", file.toString());
        assertThat(outcome.words()).contains("roamledger rejects list");
    }

    @Test
    void theListTellsWhatIsWrongAndWhere() {
        var outcome = cli.run("rejects", "list");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.words())
                .contains("october.csv, line 2: =C2: not a time, Start time is \"soon\"");
        assertThat(outcome.json().at("/total").asInt()).isEqualTo(1);
        assertThat(outcome.json().at("/rejects/0/reason").asString()).isEqualTo("NOT_A_TIME");
        assertThat(outcome.json().at("/rejects/0/raw").asString()).contains("soon");
    }

    @Test
    void theListCanBeOfOneSource() {
        assertThat(cli.run("rejects", "list", "files").json().at("/total").asInt()).isEqualTo(1);
        var unknown = cli.run("rejects", "list", "nobody");
        assertThat(unknown.json().at("/problem").asString()).isEqualTo("sourceUnknown");
    }

    @Test
    void aMendedFileIsReadAtARetry() throws IOException {
        assertThat(cli.run("rejects", "retry").exit()).isEqualTo(Command.SOME_REJECTED);
        Files.writeString(file, "CDR ID,Start time\nC2,2026-10-05T10:00:00Z\n");
        var outcome = cli.run("rejects", "retry");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.json().at("/read").asInt()).isEqualTo(1);
        assertThat(cli.run("rejects", "list").json().at("/total").asInt()).isZero();
    }

    @Test
    void theExportHasTheTextsAndNoFormula() throws IOException {
        var out = folder.resolve("rejects.csv");
        var outcome = cli.run("rejects", "export", "--out", out.toString());
        assertThat(outcome.json().at("/rejects").asInt()).isEqualTo(1);
        var lines = Files.readAllLines(out);
        assertThat(lines.getFirst())
                .isEqualTo(
                        "source,file,place,record_id,reason,field,value,first_seen,last_seen,form,raw");
        assertThat(lines.getLast())
                .startsWith("files," + file.toAbsolutePath() + ",line 2,'=C2,NOT_A_TIME,")
                .contains("\"\"soon\"\"");
    }

    @Test
    void theProvenanceIsAColumnOfTheExport() throws IOException {
        Files.writeString(file, "CDR ID,Start time\nC2,2026-10-05T10:00:00Z\n");
        cli.run("import", file.toString());
        var out = folder.resolve("october-out.csv");
        cli.run(
                "export",
                "--from",
                "2026-10-01",
                "--to",
                "2026-11-01",
                "--columns",
                "cdr_id,provenance",
                "--out",
                out.toString());
        assertThat(Files.readAllLines(out).getLast())
                .startsWith("C2,month: computed report zone Europe/Brussels; ")
                .contains("; price: missing no column; ");
    }
}
