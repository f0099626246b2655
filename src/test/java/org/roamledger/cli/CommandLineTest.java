package org.roamledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.cli.Cli.Outcome;
import org.roamledger.problem.Progress;
import org.roamledger.sample.SampleBackOffice;
import org.roamledger.sample.SampleSize;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

class CommandLineTest {

    private static final SampleSize SMALL = new SampleSize(1, 600, LocalDate.parse("2026-11-01"));

    private static final String REPORT =
            """
            CDR ID;Start time;Stop time;Energy (kWh);Price;Currency;Provider ID;VAT %;VAT
            000123;2026-10-25 01:30:00;2026-10-25 02:45:00;12,345;10,00;EUR;DE-8EO;25;2,00
            000124;2026-10-26 10:00:00;2026-10-26 11:00:00;7,5;;EUR;DE*8EO;;
            """;

    @TempDir Path folder;
    private Cli cli;

    @BeforeEach
    void start() {
        cli = new Cli(folder);
    }

    private static final String PARTNERS_LIST =
            """
            Ladevorgang;Ladebeginn;Verbrauch;Betrag
            1;05.10.2026 10:00;12,5;5,95
            """;

    private Outcome export(String name, String... more) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "export",
                                "--from",
                                "2026-10-01",
                                "--to",
                                "2026-11-01",
                                "--out",
                                path(name)));
        arguments.addAll(List.of(more));
        return cli.run(arguments.toArray(String[]::new));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void assertProblem(Outcome outcome, int exit, String problem) {
        assertThat(outcome.exit()).as(outcome.words()).isEqualTo(exit);
        assertThat(outcome.json().at("/problem").asString()).isEqualTo(problem);
        assertThat(outcome.words()).isNotBlank().doesNotContain("Exception", "at org.roamledger");
    }

    @Test
    void aReportIsImportedAndExportedAgain() throws Exception {
        var imported =
                cli.run("import", write("report.csv", REPORT).toString(), "--network", "Hubject");
        assertThat(imported.exit()).as(imported.words()).isZero();
        assertThat(imported.json().at("/files/0/format").asString()).isEqualTo("report-csv");
        assertThat(imported.json().at("/files/0/new").asInt()).isEqualTo(2);
        var exported = export("out.csv", "--zone", "Europe/Stockholm");
        assertThat(exported.exit()).as(exported.words()).isZero();
        assertThat(exported.json().at("/totals/0/gross").asString()).isEqualTo("10.0000");
        assertThat(exported.json().at("/totals/0/without_price").asInt()).isEqualTo(1);
        assertThat(exported.json().at("/zone").asString()).isEqualTo("Europe/Stockholm");
        assertThat(Files.readAllLines(folder.resolve("out.csv")).get(1))
                .isEqualTo(
                        "2026-10,Hubject,000123,,,,2026-10-25T01:30:00+02:00,2026-10-25T02:45:00+02:00,"
                            + "12345,,,10.00,EUR,unknown,unknown,unknown,unknown,,DE-8EO,,1:15:00,25,2.00");
    }

    @Test
    void theSameFileAgainChangesNothing() throws Exception {
        var file = write("report.csv", REPORT).toString();
        cli.run("import", file);
        var again = cli.run("import", file);
        assertThat(again.json().at("/files/0/unchanged").asInt()).isEqualTo(2);
        assertThat(again.json().at("/files/0/new").asInt()).isZero();
    }

    @Test
    void importedFilesHaveNothingToSyncFrom() throws Exception {
        cli.run("import", write("report.csv", REPORT).toString());
        assertProblem(cli.run("sync", "files"), 1, "sourceOfFiles");
        assertProblem(cli.run("sync"), 1, "noSources");
    }

    @Test
    void aBadRowIsRejectedAndTheOthersAreImported() throws Exception {
        var file = write("report.csv", REPORT + "000125;soon;;1;1;EUR;X;;\n");
        var outcome = cli.run("import", file.toString());
        assertThat(outcome.exit()).isEqualTo(3);
        assertThat(outcome.json().at("/files/0/new").asInt()).isEqualTo(2);
        assertThat(outcome.json().at("/files/0/rejected").asInt()).isEqualTo(1);
    }

    @Test
    void filtersAndOrderAreThoseOfTheReport() throws Exception {
        cli.run("import", write("report.csv", REPORT).toString());
        var outcome =
                export(
                        "out.csv",
                        "--provider",
                        "DE8EO",
                        "--sort",
                        "start_time:desc",
                        "--columns",
                        "cdr_id,price");
        assertThat(outcome.exit()).as(outcome.words()).isZero();
        assertThat(Files.readAllLines(folder.resolve("out.csv")))
                .containsExactly("CDR ID,Price", "000124,", "000123,10.00");
    }

    @Test
    void csvForExcelHasTheLocalesMarks() throws Exception {
        cli.run("import", write("report.csv", REPORT).toString());
        export("out.csv", "--csv", "excel", "--locale", "sv-SE", "--columns", "cdr_id,price");
        assertThat(Files.readString(folder.resolve("out.csv")))
                .startsWith("\uFEFFCDR ID;Price")
                .contains("10,00");
    }

    @Test
    void modulesThatATokenLacksAreNamed() throws Exception {
        try (var backOffice = SampleBackOffice.start(0, SMALL, Progress.NONE)) {
            var url = backOffice.versionsUrl().toString();
            cli.addSource("demo", url, token(backOffice, "no-stations"));
            var outcome = cli.run("sync");
            assertProblem(outcome, 1, "moduleMissing");
            assertThat(outcome.words()).contains("Stations").contains("demo");
        }
    }

    @Test
    void aTokenWithoutAnyModuleLacksBoth() throws Exception {
        try (var backOffice = SampleBackOffice.start(0, SMALL, Progress.NONE)) {
            var url = backOffice.versionsUrl().toString();
            cli.addSource("demo", url, token(backOffice, "no-modules"));
            assertProblem(cli.run("sync"), 1, "moduleMissing");
            assertThat(cli.run("source", "list").summary())
                    .contains("Reports")
                    .contains("Stations");
        }
    }

    @Test
    void theModesOfFaultsAreListed() {
        var help = cli.run("sample-backend", "--fault", "help");
        assertThat(help.exit()).isZero();
        assertThat(help.words()).contains("too-many-requests").contains("429 with Retry-After");
    }

    @Test
    void anUnknownModeOfFaultsListsThoseThatExist() {
        var wrong = cli.run("sample-backend", "--fault", "slow,sabotage");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.words()).contains("\"sabotage\"").contains("too-many-requests");
        assertThat(cli.run("sample-backend", "--ocpi-version", "9").exit()).isEqualTo(2);
    }

    private static String token(SampleBackOffice backOffice, String name) {
        return Objects.requireNonNull(backOffice.tokens().get(name));
    }

    @Test
    void aWrongTokenIsRefusedAndNeverPrinted() throws Exception {
        try (var backOffice = SampleBackOffice.start(0, SMALL, Progress.NONE)) {
            cli.addSource("demo", backOffice.versionsUrl().toString(), "canary-4711");
            var outcome = cli.run("sync");
            assertProblem(outcome, 1, "tokenRefused");
            assertThat(outcome.words() + outcome.summary()).doesNotContain("canary-4711");
            assertThat(Files.readAllBytes(cli.store))
                    .asString(StandardCharsets.ISO_8859_1)
                    .doesNotContain("canary-4711");
        }
    }

    @Test
    void nobodyListensAtAWrongAddress() throws Exception {
        cli.addSource("demo", "http://127.0.0.1:9/ocpi/versions", "t");
        assertProblem(cli.run("sync"), 1, "serverUnreachable");
        assertProblem(cli.addSource("other", "127.0.0.1:9/ocpi", "t"), 2, "badUrl");
    }

    @Test
    void aSourceIsNotAddedWithoutItsToken() throws Exception {
        write("config", "a file where the folder should be");
        assertProblem(cli.addSource("demo", "http://127.0.0.1:9/ocpi", "t"), 1, "fileNotWritable");
        assertThat(cli.run("source", "list").json().at("/sources").isEmpty()).isTrue();
    }

    @Test
    void aWebPageIsNoBackOffice() throws Exception {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    var page =
                            "<!DOCTYPE html><html><body>Sign in</body></html>"
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "text/html");
                    exchange.sendResponseHeaders(200, page.length);
                    exchange.getResponseBody().write(page);
                    exchange.close();
                });
        server.start();
        try {
            cli.addSource(
                    "demo", "http://127.0.0.1:" + server.getAddress().getPort() + "/versions", "t");
            assertProblem(cli.run("sync"), 1, "webPageInsteadOfData");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whatWasTypedWrongIsUsage() {
        assertProblem(
                cli.run(
                        "export",
                        "--from",
                        "october",
                        "--to",
                        "2026-11-01",
                        "--out",
                        path("x.csv")),
                2,
                "badDate");
        assertProblem(export("x.csv", "--zone", "Europe/Atlantis"), 2, "badZone");
        assertProblem(export("x.csv", "--sort", "colour"), 2, "columnUnknown");
        assertProblem(export("x.pdf"), 2, "exportFormatUnknown");
        assertProblem(export("x.csv", "--csv", "Ledger"), 2, "exportProfileUnknown");
        assertProblem(
                cli.run(
                        "export",
                        "--from",
                        "2026-11-01",
                        "--to",
                        "2026-11-01",
                        "--out",
                        path("x.csv")),
                2,
                "emptyPeriod");
        assertThat(cli.runExactly("exprot").exit()).isEqualTo(2);
        assertProblem(cli.run("export"), 2, "usage");
    }

    @Test
    void filesThatCannotBeReadSayWhy() throws Exception {
        assertProblem(cli.run("import", path("nothing.csv")), 1, "fileMissing");
        assertProblem(
                cli.run("import", write("letter.pdf", "Dear all").toString()), 1, "formatUnknown");
        assertProblem(
                cli.run("import", write("letter.xlsx", "Dear all").toString()), 1, "notAWorkbook");
        assertProblem(
                cli.run("import", write("half.csv", "Station name;Price\nA;1\n").toString()),
                1,
                "columnsMissing");
    }

    @Test
    void anUnknownOrganisationIsNoEmptyReport() {
        assertProblem(export("x.csv", "--organisation", "Nobody"), 1, "organisationUnknown");
        assertThat(folder.resolve("x.csv")).doesNotExist();
    }

    @Test
    void aFileThatIsNoStoreIsLeftAlone() throws Exception {
        write("test.roamledger", "Dear all, this is a letter and no database.".repeat(50));
        assertProblem(cli.run("source", "list"), 1, "storeNotAStore");
    }

    @Test
    void withoutADisplayTheWindowSaysSo() {
        var outcome = cli.runExactly();
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.words()).contains("no display");
    }

    @Test
    void theDemoWritesFilesWhereThereIsNoDisplay() {
        var outcome = cli.runExactly("demo", "--sessions", "600", "--out", path("demo"), "--json");
        assertThat(outcome.exit()).as(outcome.words()).isZero();
        assertThat(folder.resolve("demo/sessions.xlsx")).isNotEmptyFile();
        assertThat(folder.resolve("demo/sessions.csv")).isNotEmptyFile();
        assertThat(outcome.json().at("/files/0/rows").asInt()).isPositive();
    }

    @Test
    void aListIsRefusedUntilAGuessedMappingIsCompletedAndThenRemembered() throws Exception {
        Files.writeString(folder.resolve("list.csv"), PARTNERS_LIST);
        assertThat(cli.run("import", path("list.csv")).json().get("problem").stringValue())
                .isEqualTo("columnsMissing");
        var guess = cli.run("mapping", "guess", path("list.csv"), "--out", path("m.json"));
        assertThat(guess.words()).contains("whether energy is in Wh or kWh");
        assertThat(guess.json().get("recognised").intValue()).isEqualTo(4);
        assertThat(cli.run("import", path("list.csv"), "--mapping", path("m.json")).words())
                .contains("whether energy is in Wh or kWh", "whether amounts contain VAT");
        var completed =
                Files.readString(folder.resolve("m.json"))
                        .replace("\"unit\" : null", "\"unit\" : \"kWh\"")
                        .replace("\"tax_basis\" : null", "\"tax_basis\" : \"gross\"");
        Files.writeString(folder.resolve("m.json"), completed);
        var imported = cli.run("import", path("list.csv"), "--mapping", path("m.json"));
        assertThat(imported.exit()).isZero();
        assertThat(imported.json().get("files").get(0).get("new").intValue()).isEqualTo(1);
        assertThat(imported.json().get("files").get(0).get("warnings")).isEmpty();
        var again = cli.run("import", path("list.csv"));
        assertThat(again.json().get("files").get(0).get("unchanged").intValue()).isEqualTo(1);
        assertThat(cli.run("mapping", "list").json().get("mappings").get(0).stringValue())
                .isEqualTo("list");
        assertThat(cli.run("mapping", "remove", "list").exit()).isZero();
        assertThat(cli.run("mapping", "remove", "list").exit()).isEqualTo(1);
        assertThat(cli.run("import", path("list.csv")).exit()).isEqualTo(1);
    }

    @Test
    void aGuessReplacesNoMappingThatSomebodyMayHaveEdited() throws Exception {
        Files.writeString(folder.resolve("list.csv"), PARTNERS_LIST);
        Files.writeString(folder.resolve("m.json"), "mine");
        assertThat(cli.run("mapping", "guess", path("list.csv"), "--out", path("m.json")).exit())
                .isEqualTo(1);
        assertThat(Files.readString(folder.resolve("m.json"))).isEqualTo("mine");
    }
}
