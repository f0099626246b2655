package org.roamledger.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.session.Access;
import org.roamledger.session.ChargeMethod;
import org.roamledger.session.Folded;
import org.roamledger.session.FreeUsage;
import org.roamledger.session.PlugType;
import org.roamledger.session.ReportColumn;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

class ColumnWordsTest {

    @Test
    void aColumnIsCalledAsTheReadersLanguageCallsIt() {
        assertThat(new ColumnWords(Locale.GERMANY).title(ReportColumn.VAT_RATE))
                .isEqualTo("MwSt.-Satz");
    }

    @Test
    void aWordOfAnotherFeedIsShownAsItWasSent() {
        assertThat(new ColumnWords(Locale.ENGLISH).choice(ReportColumn.CHARGE_METHOD, "nfc"))
                .isEqualTo("nfc");
    }

    /// English, and the five others.
    @ParameterizedTest
    @ValueSource(strings = {"", "_sv", "_de", "_fr", "_fi", "_nl"})
    void everyColumnAndEveryWordOfAListHasItsWordsAndThereAreNoOthers(String language)
            throws IOException {
        var wanted = choices();
        for (var column : ReportColumn.values()) {
            wanted.add("column." + column.key());
        }
        assertThat(keys(language)).isEqualTo(wanted);
    }

    private static Set<String> keys(String language) throws IOException {
        var name = "messages" + language + ".properties";
        var texts = new Properties();
        try (var stream =
                        Objects.requireNonNull(ColumnWords.class.getResourceAsStream(name), name);
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        var keys = new TreeSet<>(texts.stringPropertyNames());
        keys.removeIf(key -> !key.startsWith("column.") && !key.startsWith("choice."));
        return keys;
    }

    private static Set<String> choices() {
        var choices = new TreeSet<String>();
        Arrays.stream(Access.values())
                .forEach(word -> choices.add(choice(ReportColumn.ACCESS, word.label())));
        Arrays.stream(Check.values())
                .forEach(word -> choices.add(choice(ReportColumn.FINDINGS, word.name())));
        Arrays.stream(FreeUsage.values())
                .forEach(word -> choices.add(choice(ReportColumn.FREE_USAGE, word.label())));
        Arrays.stream(PlugType.values())
                .forEach(word -> choices.add(choice(ReportColumn.PLUG_TYPE, word.label())));
        Stream.of(
                        ChargeMethod.APP,
                        ChargeMethod.ONETIME,
                        ChargeMethod.RFID,
                        ChargeMethod.ADMIN,
                        ChargeMethod.PLUG_AND_CHARGE,
                        ChargeMethod.UNKNOWN)
                .forEach(word -> choices.add(choice(ReportColumn.CHARGE_METHOD, word.code())));
        return choices;
    }

    private static String choice(ReportColumn column, String word) {
        return "choice." + column.key() + "." + Folded.of(word);
    }
}
