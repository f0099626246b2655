package org.roamledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Station lists and the tree of organisations from the command line.
class StationCommandsTest {

    private static final String SESSIONS =
            """
            CDR ID;Start time;Station ID;EVSE-ID;Operator
            1;2026-10-05 01:30:00;100;SE*ABC*E100;SE*ABC
            2;2026-10-06 01:30:00;200;SE*ABC*E200;SE*ABC
            """;

    @TempDir Path folder;
    private Cli cli;

    @BeforeEach
    void start() throws IOException {
        cli = new Cli(folder);
        cli.run("import", write("sessions.csv", SESSIONS));
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String imported(String file) {
        var line = cli.run("import", file).json().at("/files/0");
        return "%s %d new, %d changed, %d unchanged, %d rejected"
                .formatted(
                        line.get("format").asString(),
                        line.get("new").asInt(),
                        line.get("changed").asInt(),
                        line.get("unchanged").asInt(),
                        line.get("rejected").asInt());
    }

    private String exported(String... options) throws IOException {
        var out = folder.resolve("out.csv");
        var arguments =
                new ArrayList<>(List.of("export", "--from", "2026-10-01", "--to", "2026-11-01"));
        arguments.addAll(List.of("--columns", "cdr_id,access,free_usage,organisation"));
        arguments.addAll(List.of("--out", out.toString()));
        arguments.addAll(List.of(options));
        var outcome = cli.run(arguments.toArray(String[]::new));
        assertThat(outcome.exit()).as(outcome.words()).isZero();
        return Files.readString(out).replace("\r\n", " ");
    }

    @Test
    void aStationListIsRecognisedByItsHeaderAndDecidesTheReport() throws IOException {
        var list = write("list.csv", "Station ID;Owner;Access;Free usage\n100;City;Private;yes\n");
        assertThat(imported(list))
                .isEqualTo("station-list-csv 1 new, 0 changed, 0 unchanged, 0 rejected");
        assertThat(imported(list))
                .isEqualTo("station-list-csv 0 new, 0 changed, 1 unchanged, 0 rejected");
        assertThat(exported())
                .isEqualTo(
                        "CDR ID,Public/Private,Free usage,Organisation"
                                + " 1,Private,yes,City 2,unknown,unknown, ");
    }

    @Test
    void aWorkbookIsAStationListToo() throws IOException {
        var file = folder.resolve("list.xlsx");
        try (var workbook = new XSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            var sheet = workbook.createSheet();
            sheet.createRow(0).createCell(0).setCellValue("Stations of 2026");
            var header = sheet.createRow(2);
            header.createCell(0).setCellValue("Free usage");
            header.createCell(1).setCellValue("Station ID");
            var row = sheet.createRow(3);
            row.createCell(0).setCellValue(true);
            row.createCell(1).setCellValue(100);
            workbook.write(out);
        }
        assertThat(imported(file.toString()))
                .isEqualTo("station-list-xlsx 1 new, 0 changed, 0 unchanged, 0 rejected");
        assertThat(exported()).contains(" 1,unknown,yes,");
    }

    @Test
    void rowsThatCannotBeReadAreCountedAndTheRestIsTaken() throws IOException {
        var list = write("list.csv", "Station ID;Owner;Access\n100;City;half\n200;City;Public\n");
        var outcome = cli.run("import", list);
        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.json().at("/files/0/new").asInt()).isEqualTo(1);
        assertThat(outcome.json().at("/files/0/rejected").asInt()).isEqualTo(1);
    }

    @Test
    void aListWhoseParentsFormACircleIsRefusedAsAWhole() throws IOException {
        var list = write("list.csv", "Station ID;Owner\n100;A / B\n200;B / A\n");
        var outcome = cli.run("import", list);
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.json().at("/problem").asString()).isEqualTo("organisationCycle");
        assertThat(cli.run("organisations", "list").json().at("/organisations")).isEmpty();
    }

    @Test
    void theExportedListChangesNothingUnlessItIsFilledIn() throws IOException {
        var list = folder.resolve("stations.csv");
        var outcome = cli.run("stations", "export", "--out", list.toString());
        assertThat(outcome.json().at("/rows").asInt()).isEqualTo(2);
        assertThat(imported(list.toString()))
                .isEqualTo("station-list-csv 0 new, 0 changed, 2 unchanged, 0 rejected");
        var filled = Files.readString(list).replace("100,SE*ABC*E100,,,", "100,SE*ABC*E100,,City,");
        assertThat(imported(write("filled.csv", filled)))
                .isEqualTo("station-list-csv 1 new, 0 changed, 1 unchanged, 0 rejected");
        assertThat(exported("--organisation", "City")).contains(" 1,").doesNotContain(" 2,");
    }

    @Test
    void aListWithSemicolonsIsReadBackToo() {
        var list = folder.resolve("stations.csv").toString();
        cli.run("stations", "export", "--out", list, "--locale", "sv-SE");
        assertThat(imported(list))
                .isEqualTo("station-list-csv 0 new, 0 changed, 2 unchanged, 0 rejected");
    }

    @Test
    void stationsAreListedWithWhoSaidWhat() throws IOException {
        cli.run("import", write("list.csv", "EVSE-ID;Owner\nSE-ABC-E200;City\n"));
        var stations = cli.run("stations", "list").json().at("/stations");
        assertThat(stations).hasSize(2);
        assertThat(stations.at("/0/organisation").isNull()).isTrue();
        assertThat(stations.at("/1/organisation").asString()).isEqualTo("City");
        assertThat(stations.at("/1/organisation_by").asString()).isEqualTo("person");
        assertThat(stations.at("/1/sessions").asInt()).isEqualTo(1);
    }

    @Test
    void organisationsAreAddedMovedAndRenamed() throws IOException {
        cli.run("organisation", "set", "Group", "--zone", "Europe/Helsinki");
        cli.run("organisation", "set", "City", "--parent", "Group");
        cli.run("import", write("list.csv", "Station ID;Owner\n100;City\n"));
        cli.run("organisation", "set", "City", "--rename", "Town");
        var tree = cli.run("organisations", "list").json().at("/organisations");
        assertThat(tree.toString())
                .isEqualTo(
                        "[{\"name\":\"Group\",\"parent\":null,\"zone\":\"Europe/Helsinki\"},"
                                + "{\"name\":\"Town\",\"parent\":\"Group\",\"zone\":null}]");
        assertThat(exported("--organisation", "Group", "--with-sub-organisations"))
                .contains(" 1,unknown,unknown,Town");
    }

    @Test
    void aCircleIsRefusedWithWords() {
        cli.run("organisation", "set", "Group");
        cli.run("organisation", "set", "City", "--parent", "Group");
        var outcome = cli.run("organisation", "set", "Group", "--parent", "City");
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.words()).contains("\"Group\" cannot belong to \"City\"");
    }
}
