package org.roamledger.ui.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.problem.Problem;
import org.roamledger.session.Energy;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.CannedEngine;
import org.roamledger.ui.PartnerList;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Notice;
import org.roamledger.wire.mapping.EnergyUnit;
import org.roamledger.wire.mapping.MappedColumn;
import org.roamledger.wire.mapping.TableMapping.Question;
import org.roamledger.wire.mapping.TaxBasis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

class MappingModelTest {

    @TempDir Path folder;
    private final CannedEngine engine = new CannedEngine();
    private final List<Notice> notices = new ArrayList<>();
    private final List<Path> clear = new ArrayList<>();
    private final ImportModel imports =
            new ImportModel(
                    engine,
                    new Background(_ -> Runnable::run, Runnable::run, () -> {}),
                    notices::add,
                    clear::addAll,
                    (file, mapping) -> {
                        engine.imported.add(file);
                        engine.mappings.add(mapping);
                    });
    private Path list = Path.of("");

    @BeforeEach
    void writeList() {
        list = PartnerList.write(folder);
    }

    private MappingModel asked() {
        return Objects.requireNonNull(imports.asked().get());
    }

    private MappingModel askAboutList() {
        imports.importFiles(List.of(list));
        return asked();
    }

    private static @Nullable ReportColumn column(MappingModel model, int position) {
        return model.mapping().get().columns().get(position).column();
    }

    @Test
    void onlyFilesThatLeaveSomethingOpenAreAskedAbout() throws IOException {
        var report =
                Files.writeString(
                        folder.resolve("report.csv"),
                        "CDR ID,Start time,Price\nC1,2026-10-05T10:00:00Z,1.00\n");
        imports.importFiles(List.of(report, list));
        assertThat(clear).containsExactly(report);
        assertThat(asked().preview().file()).isEqualTo(list);
    }

    @Test
    void nothingIsSampledBeforeItsQuestionsAreAnswered() {
        var model = askAboutList();
        assertThat(model.mapping().get().openQuestions())
                .containsExactly(Question.ENERGY_UNIT, Question.TAX_BASIS);
        assertThat(model.rows().get()).isEmpty();
        model.unit(EnergyUnit.KWH);
        model.taxBasis(TaxBasis.GROSS);
        assertThat(model.problem().get()).isNull();
        assertThat(model.rows().get()).hasSize(20);
        var first = Objects.requireNonNull(model.rows().get().getFirst().session());
        assertThat(first.energy()).isEqualTo(new Energy(11_500_000));
        assertThat(model.rows().get().get(2).reject()).isNotNull();
    }

    @Test
    void aColumnOfTheReportIsReadFromOneColumnOfTheFile() {
        var model = askAboutList();
        assertThat(column(model, 0)).isEqualTo(ReportColumn.CDR_ID);
        model.choose(4, ReportColumn.CDR_ID);
        assertThat(column(model, 0)).isNull();
        assertThat(column(model, 4)).isEqualTo(ReportColumn.CDR_ID);
    }

    @Test
    void aColumnOfDriversCannotBeChosen() {
        var model = askAboutList();
        assertThat(model.isPrivate(10)).isTrue();
        assertThat(model.isPrivate(0)).isFalse();
    }

    @Test
    void aUnitThatWasChosenGoesBeforeThatOfTheTitle() throws IOException {
        var file =
                Files.writeString(
                        folder.resolve("list.csv"),
                        "CDR ID,Start time,Energy (kWh)\nC1,2026-10-05T10:00:00Z,12500\n");
        imports.askAbout(List.of(file));
        var model = asked();
        var before = model.mapping().get();
        model.unit(EnergyUnit.KWH);
        assertThat(model.mapping().get()).isEqualTo(before);
        model.unit(EnergyUnit.WH);
        var first = Objects.requireNonNull(model.rows().get().getFirst().session());
        assertThat(first.energy()).isEqualTo(new Energy(12_500_000));
    }

    @Test
    void aConstantIsTakenBackByABlankText() {
        var model = askAboutList();
        model.constant(ReportColumn.CURRENCY, "EUR ");
        assertThat(model.mapping().get().constants()).containsEntry(ReportColumn.CURRENCY, "EUR");
        model.constant(ReportColumn.CURRENCY, " ");
        assertThat(model.mapping().get().constants()).isEmpty();
    }

    @Test
    void aPatternThatIsNoneIsRefused() {
        assertThat(askAboutList().pattern("bb")).isFalse();
        assertThat(asked().pattern("dd.MM.yyyy HH:mm")).isTrue();
    }

    @Test
    void aSavedMappingIsLoadedAgain() {
        var file = folder.resolve("mapping.json");
        var model = askAboutList();
        model.unit(EnergyUnit.KWH);
        model.taxBasis(TaxBasis.NET);
        model.choose(4, null);
        var saved = model.mapping().get();
        model.save(file);
        model.unit(EnergyUnit.WH);
        model.choose(5, null);
        model.load(file);
        assertThat(model.problem().get()).isNull();
        assertThat(model.mapping().get()).isEqualTo(saved);
    }

    @Test
    void aMappingOfAnotherLayoutIsTakenOverAsFarAsItFits() throws IOException {
        var other = Files.writeString(folder.resolve("b.csv"), "Ladebeginn;Ladevorgang\n1;2\n");
        imports.askAbout(List.of(other));
        var file = folder.resolve("mapping.json");
        asked().save(file);
        imports.skip();
        var model = askAboutList();
        model.load(file);
        assertThat(model.mapping().get().read().map(MappedColumn::header))
                .containsExactly("Ladevorgang", "Ladebeginn");
    }

    @Test
    void aFileThatIsNoMappingIsToldAndChangesNothing() throws IOException {
        var model = askAboutList();
        var before = model.mapping().get();
        model.load(Files.writeString(folder.resolve("x.json"), "{}"));
        assertThat(model.problem().get()).isInstanceOf(Problem.MappingUnusable.class);
        assertThat(model.mapping().get()).isEqualTo(before);
    }

    @Test
    void oneFileIsAskedAboutAfterTheOther() throws IOException {
        var second = Files.copy(list, folder.resolve("second.csv"));
        imports.importFiles(List.of(list, second));
        imports.confirm(asked());
        assertThat(engine.imported).containsExactly(list);
        assertThat(asked().preview().file()).isEqualTo(second);
        imports.skip();
        assertThat(imports.asked().get()).isNull();
        assertThat(engine.imported).containsExactly(list);
    }

    @Test
    void aFileThatCannotBeLookedAtIsToldAndTheNextAskedAbout() {
        imports.askAbout(List.of(folder.resolve("none.csv"), list));
        assertThat(notices).extracting(Notice::key).containsExactly("import.failed");
        assertThat(asked().preview().file()).isEqualTo(list);
    }
}
