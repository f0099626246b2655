package org.roamledger.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roamledger.export.CsvForm;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

class ExportProfilesTest {

    private static final ExportProfile LEDGER = ExportProfile.own("Ledger", '|', ',', false);

    @TempDir private Path folder;

    private ExportProfiles profiles() {
        return new ExportProfiles(folder);
    }

    @Test
    void aWorkbookIsOfferedFirst() {
        assertThat(profiles().read()).isEqualTo(ExportProfiles.Content.FIRST);
        assertThat(profiles().read().all().getFirst()).isEqualTo(ExportProfile.WORKBOOK);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatWasChosenIsRemembered() {
        for (var profile : ExportProfile.BUILT_IN) {
            profiles().choose(profile);
            assertThat(profiles().read().chosen()).isEqualTo(profile);
        }
    }

    @Test
    void anOwnProfileIsKeptAndChosen() {
        profiles().keep(LEDGER);
        assertThat(profiles().read().own()).containsExactly(LEDGER);
        assertThat(profiles().read().chosen()).isEqualTo(LEDGER);
        var changed = ExportProfile.own(" ledger ", ';', ',', true);
        profiles().keep(changed);
        assertThat(profiles().read().own()).containsExactly(changed);
        assertThat(profiles().read().named("LEDGER")).contains(changed);
    }

    @Test
    void aProfileThatIsTakenAwayIsNotChosenAnyMore() {
        profiles().keep(LEDGER);
        profiles().forget(LEDGER);
        assertThat(profiles().read()).isEqualTo(ExportProfiles.Content.FIRST);
    }

    @Test
    void anOwnProfileMayBeCalledAsOneThatComesWithTheApplication() {
        var own = ExportProfile.own("tsv", ';', ',', false);
        profiles().keep(own);
        assertThat(profiles().read().chosen()).isEqualTo(own);
        profiles().choose(ExportProfile.TSV);
        assertThat(profiles().read().chosen()).isEqualTo(ExportProfile.TSV);
    }

    @Test
    void aFileThatCannotBeReadIsNotOverwritten() throws IOException {
        var file = Files.writeString(folder.resolve("export-profiles.json"), "{\"profiles\": [");
        assertThatThrownBy(() -> profiles().keep(LEDGER))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isInstanceOf(Problem.FileUnreadable.class));
        assertThat(file).content().isEqualTo("{\"profiles\": [");
    }

    @Test
    void aProfileThatCannotBeIsLeftOut() throws IOException {
        Files.writeString(
                folder.resolve("export-profiles.json"),
                """
                {"chosen": "None", "chosen_is_own": true, "profiles": [
                  {"name": "None", "separator": ",", "decimal_point": ","},
                  {"name": "", "separator": ",", "decimal_point": "."},
                  {"name": "Odd", "separator": "x", "decimal_point": "."},
                  {"name": "Good", "separator": "\\t", "decimal_point": ",", "byte_order_mark": true}]}
                """);
        assertThat(profiles().read())
                .isEqualTo(
                        new ExportProfiles.Content(
                                List.of(ExportProfile.own("Good", '\t', ',', true)),
                                ExportProfile.WORKBOOK));
    }

    @ParameterizedTest
    @CsvSource({"en, ',', .", "sv, ;, ','", "de, ;, ','", "fr, ;, ','", "fi, ;, ','", "nl, ;, ','"})
    void everyLanguageOfTheWindowHasItsExcel(String language, char separator, char decimalPoint) {
        var profile =
                ExportProfile.BUILT_IN.stream()
                        .filter(
                                of ->
                                        of.language()
                                                .equals(
                                                        Optional.of(
                                                                Locale.forLanguageTag(language))))
                        .findFirst()
                        .orElseThrow();
        assertThat(profile.form()).isEqualTo(new CsvForm(separator, decimalPoint, true));
        assertThat(profile.ending()).isEqualTo(".csv");
    }

    @ParameterizedTest
    @CsvSource({
        "a.xlsx, xlsx",
        "a.CSV, rfc-4180",
        "a.tsv, tsv",
        "a.jsonl, jsonl",
        "a.ndjson, jsonl",
        "a, xlsx"
    })
    void theEndingOfAFileIsAProfile(String file, String profile) {
        assertThat(ExportProfile.of(Path.of(file)).name()).isEqualTo(profile);
    }

    @ParameterizedTest
    @CsvSource({"a.xlsx, xlsx", "a.csv, Ledger", "a.txt, Ledger", "a, Ledger", "a.jsonl, jsonl"})
    void anotherFormatInTheNameOfTheFileCounts(String file, String profile) {
        assertThat(LEDGER.orAsNamed(Path.of(file)).name()).isEqualTo(profile);
    }
}
