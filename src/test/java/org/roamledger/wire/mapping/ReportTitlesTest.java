package org.roamledger.wire.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.Words;
import org.roamledger.wire.mapping.TableMapping.Question;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

class ReportTitlesTest {

    private static List<Locale> languages() {
        return Words.LANGUAGES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aReportWithTheTitlesOfTheWindowIsReadWithoutAQuestion(Locale language) {
        var words = new Words(language);
        var columns = Arrays.asList(ReportColumn.values());
        var mapping = MappingGuess.byAliases(columns.stream().map(words::title).toList());
        assertThat(mapping.columns()).extracting(MappedColumn::column).isEqualTo(columns);
        assertThat(mapping.openQuestions()).isEmpty();
        assertThat(mapping.unit()).isEqualTo(EnergyUnit.WH);
        assertThat(mapping.taxBasis()).isEqualTo(TaxBasis.GROSS);
    }

    @Test
    void inTheListOfAPartnerAPriceOfThatNameMayBeWithoutVat() {
        var mapping = MappingGuess.byAliases(List.of("CDR ID", "Start time", "Preis"));
        assertThat(mapping.openQuestions()).containsExactly(Question.TAX_BASIS);
    }
}
