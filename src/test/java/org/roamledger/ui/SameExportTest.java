package org.roamledger.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.cli.RoamledgerCommand;
import org.roamledger.cli.SampleData;
import org.roamledger.cli.Window;
import org.roamledger.export.CsvForm;
import org.roamledger.export.ExportFormat;
import org.roamledger.export.ExportRequest;
import org.roamledger.export.ReportExport;
import org.roamledger.problem.Progress;
import org.roamledger.report.ReportFilter;
import org.roamledger.report.ReportFixture;
import org.roamledger.report.ReportParameters;
import org.roamledger.report.ReportView;
import org.roamledger.report.Settlement;
import org.roamledger.report.SortOrder;
import org.roamledger.session.ReportColumn;
import org.roamledger.settings.Folders;
import org.roamledger.settings.KeyRing;
import org.roamledger.settings.Tokens;
import org.roamledger.store.SessionStore;
import org.roamledger.support.SupportArchive;
import org.roamledger.sync.Connections;
import org.roamledger.ui.base.Engine;
import org.roamledger.views.ExportProfile;
import org.roamledger.views.ExportProfiles;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The window and the command line write the same files, byte for byte, and so does either of them
/// when it is asked again.
class SameExportTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final ExportProfile LEDGER = ExportProfile.own("Ledger", '|', ',', false);

    @TempDir private Path folder;

    private void cli(String... arguments) {
        var all = new ArrayList<>(List.of("--store", store().toString()));
        all.addAll(List.of(arguments));
        var words = new StringWriter();
        var exit =
                RoamledgerCommand.run(
                        all.toArray(String[]::new),
                        new PrintWriter(words, true),
                        new PrintWriter(words, true),
                        new NoWindow(),
                        new Folders(folder, folder, folder),
                        new Tokens(folder, KeyRing.NONE));
        assertThat(exit).as(words.toString()).isZero();
    }

    private Path store() {
        return folder.resolve("sessions.db");
    }

    private void fill() {
        var file = folder.resolve("sessions.csv");
        var view = ReportFixture.view(ReportFixture.random(300, ZONE, 3));
        ReportExport.write(
                new ExportRequest(view, ReportColumn.STANDARD, List.of(), CsvForm.STANDARD),
                file,
                ExportFormat.CSV,
                Progress.NONE);
        cli("import", file.toString());
        new ExportProfiles(folder).keep(LEDGER);
    }

    private Path byCommandLine(String name, String... options) {
        return written("export", name, options);
    }

    private Path written(String command, String name, String... options) {
        var file = folder.resolve(name);
        var arguments =
                new ArrayList<>(
                        List.of(
                                command,
                                "--from",
                                "2026-10-01",
                                "--to",
                                "2026-11-01",
                                "--zone",
                                ZONE.getId(),
                                "--out",
                                file.toString()));
        arguments.addAll(List.of(options));
        cli(arguments.toArray(String[]::new));
        return file;
    }

    private Path byWindow(String name, ExportProfile profile) {
        return byWindow(
                name,
                (engine, view, file) ->
                        engine.export(view, ReportColumn.STANDARD, profile, file, Progress.NONE));
    }

    private interface Save {
        void save(Engine engine, ReportView view, Path file);
    }

    private Path byWindow(String name, Save save) {
        var file = folder.resolve(name);
        var opened = SessionStore.open(store());
        var upkeep =
                new StoreUpkeep(
                        opened,
                        List.of(),
                        true,
                        new SupportArchive(new Folders(folder, folder, folder)),
                        InstantSource.system());
        var connections = new Connections(folder, new Tokens(folder, KeyRing.NONE), store());
        var sources = new StoreSources(opened, upkeep, new NoTokens(), connections, null);
        try (var engine =
                new StoreEngine(opened, upkeep, sources, InstantSource.system(), () -> {})) {
            var parameters =
                    new ReportParameters(
                            Set.of(),
                            false,
                            LocalDate.of(2026, 10, 1),
                            LocalDate.of(2026, 11, 1),
                            ZONE);
            var view =
                    ReportView.of(
                            engine.load(parameters, Progress.NONE),
                            ReportFilter.NONE,
                            SortOrder.STANDARD);
            assertThat(view.size()).isEqualTo(300);
            save.save(engine, view, file);
        }
        return file;
    }

    @ParameterizedTest
    @CsvSource({
        "xlsx, xlsx, ''",
        "rfc-4180, csv, ''",
        "tsv, tsv, ''",
        "jsonl, jsonl, ''",
        "excel-en, csv, --csv=excel --locale=en-GB",
        "excel-sv, csv, --csv=excel --locale=sv-SE",
        "excel-de, csv, --csv=excel --locale=de-DE",
        "excel-fr, csv, --csv=excel --locale=fr-FR",
        "excel-fi, csv, --csv=excel --locale=fi-FI",
        "excel-nl, csv, --csv=excel --locale=nl-NL"
    })
    void windowAndCommandLineWriteTheSameBytes(String name, String ending, String options)
            throws IOException {
        fill();
        var profile =
                ExportProfile.BUILT_IN.stream()
                        .filter(of -> of.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        var asked = options.isEmpty() ? new String[0] : options.split(" ", -1);
        var file = byCommandLine("command-line." + ending, asked);
        assertThat(file).hasSameBinaryContentAs(byWindow("window." + ending, profile));
        assertThat(file).hasSameBinaryContentAs(byCommandLine("again." + ending, asked));
        assertThat(Files.size(file)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi.xlsx", "sv.csv"})
    void settlementsInAnotherLanguageAreTheSameToo(String name) {
        fill();
        var language = Locale.of(name.substring(0, 2));
        var file = written("settlement", "command-line." + name, "--language=" + language);
        assertThat(file)
                .hasSameBinaryContentAs(
                        byWindow(
                                "window." + name,
                                (engine, view, target) ->
                                        engine.documents()
                                                .saveTable(
                                                        Settlement.of(view, Settlement.STANDARD),
                                                        language,
                                                        target)));
    }

    @Test
    void anOwnKindOfCsvIsTheSameToo() {
        fill();
        var file = byCommandLine("command-line.csv", "--csv", "ledger");
        assertThat(file).hasSameBinaryContentAs(byWindow("window.csv", LEDGER));
        assertThat(file).content().startsWith("Month|Network|CDR ID|");
    }

    private static final class NoWindow implements Window {
        @Override
        public boolean isPossible() {
            return false;
        }

        @Override
        public void open(Path store, @Nullable Path view, @Nullable Runnable painted) {
            throw new AssertionError("there is no display");
        }

        @Override
        public void openSample(SampleData sample) {
            throw new AssertionError("there is no display");
        }
    }

    private static final class NoTokens implements StoreSources.SourceTokens {
        @Override
        public String get(String source) {
            return "";
        }

        @Override
        public void put(String source, String token) {
            throw new AssertionError("nobody asked for it");
        }

        @Override
        public void putCertificatePassword(String source, String password) {
            throw new AssertionError("nobody asked for it");
        }

        @Override
        public void remove(String source) {
            throw new AssertionError("nobody asked for it");
        }
    }
}
