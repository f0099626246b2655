package org.roamledger.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.roamledger.document.PrintOrder;
import org.roamledger.report.Chart;
import org.roamledger.report.ChartPart;
import org.roamledger.report.ChartTable;
import org.roamledger.report.Check;
import org.roamledger.report.Rounding;
import org.roamledger.report.SettlementColumn;
import org.roamledger.session.Reject;
import org.roamledger.sync.SourceTest;
import org.roamledger.ui.base.Command;
import org.roamledger.ui.base.Words;
import org.roamledger.ui.filter.Preset;
import org.roamledger.ui.shell.Look;
import org.roamledger.ui.shell.Page;
import org.roamledger.views.ExportProfile;
import org.roamledger.wire.mapping.DateForm;
import org.roamledger.wire.mapping.DecimalSign;
import org.roamledger.wire.mapping.TableMapping.Question;
import org.roamledger.wire.mapping.TaxBasis;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Every text that is asked for is there in every language, and none that is not.
class MessagesTest {

    private static final Path SOURCES = Path.of("src/main/java/org/roamledger/ui");
    private static final Pattern LITERAL = Pattern.compile("\"([a-zA-Z]+(?:\\.[a-zA-Z_]+)+)\"");
    private static final Set<String> NOT_KEYS =
            Set.of(
                    "GTK.theme_name",
                    "Windows.SPI.HighContrast",
                    "contrast.css",
                    "libraries.txt",
                    "org.roamledger.ui.help.messages",
                    "org.roamledger.ui.messages",
                    "roamledger.css",
                    "stations.csv",
                    "syncs.csv");

    private static List<String> languages() {
        return Words.LANGUAGES.stream()
                .map(locale -> locale.equals(Locale.ENGLISH) ? "" : "_" + locale.getLanguage())
                .toList();
    }

    private static Properties texts(String language) throws IOException {
        var name = "messages" + language + ".properties";
        var texts = new Properties();
        try (var stream = Objects.requireNonNull(App.class.getResourceAsStream(name), name);
                var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> asked() throws IOException {
        var asked = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                LITERAL.matcher(Files.readString(file))
                        .results()
                        .map(result -> result.group(1))
                        .filter(key -> !NOT_KEYS.contains(key))
                        .forEach(asked::add);
            }
        }
        // Keys that are put together of parts.
        for (var preset : Preset.values()) {
            asked.add(preset.wordsKey());
        }
        for (var theme : Look.Theme.values()) {
            asked.add("theme." + theme.name().toLowerCase(Locale.ROOT));
        }
        for (var menu : Command.Menu.values()) {
            asked.add(menu.wordsKey());
        }
        addAll(asked, "charts.title.", Chart.values());
        addAll(asked, "charts.subtitle.", Chart.values());
        addAll(asked, "charts.measure.", ChartPart.Measure.values());
        addAll(asked, "charts.left.", ChartTable.LeftOut.values());
        for (var page : Page.values()) {
            asked.add(page.wordsKey());
        }
        addAll(asked, "settlement.", SettlementColumn.values());
        addAll(asked, "detail.finding.severity.", Check.Severity.values());
        for (var check : Check.values()) {
            asked.add("detail.finding." + check.name().toLowerCase(Locale.ROOT) + ".do");
        }
        addAll(asked, "print.sides.", PrintOrder.Sides.values());
        for (var mode : Rounding.Mode.values()) {
            asked.add("terms.mode." + mode.key());
        }
        for (var each : Rounding.Each.values()) {
            asked.add("terms.each." + each.key());
        }
        for (var profile : ExportProfile.BUILT_IN) {
            if (profile.language().isEmpty()) {
                asked.add("export.profile." + profile.name());
            }
            if (!profile.isCsv()) {
                asked.add("export.about." + profile.name());
            }
        }
        // Their names are rules as they are stored, of which RuleWordsTest knows more.
        texts("").stringPropertyNames().stream()
                .filter(key -> key.startsWith("rule."))
                .forEach(asked::add);
        for (var step : List.of("empty.addSource", "empty.import", "empty.sample")) {
            asked.add(step + ".title");
            asked.add(step + ".hint");
        }
        for (var reason : Reject.Reason.values()) {
            asked.add("reject." + reason.name().toLowerCase(Locale.ROOT));
        }
        for (var step : SourceTest.Step.values()) {
            asked.add("test." + step.key());
        }
        for (var work : List.of("sync", "import")) {
            asked.add(work + ".done");
            asked.add(work + ".partly");
        }
        asked.addAll(mappingWords());
        return asked;
    }

    private static Set<String> mappingWords() {
        var words = new TreeSet<String>();
        addAll(words, "mapping.basis.", TaxBasis.values());
        addAll(words, "mapping.decimals.", DecimalSign.values());
        addAll(words, "mapping.dates.", DateForm.Order.values());
        words.add("mapping.dates.pattern");
        addAll(words, "mapping.question.", Question.values());
        return words;
    }

    private static void addAll(Set<String> words, String prefix, Enum<?>[] values) {
        for (var value : values) {
            words.add(prefix + value.name().toLowerCase(Locale.ROOT));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTextThatIsAskedForIsThereAndNoneIsObsolete(String language) throws IOException {
        assertThat(new TreeSet<>(texts(language).stringPropertyNames())).isEqualTo(asked());
    }

    /// A message format takes a straight apostrophe for a quote and drops it.
    @ParameterizedTest
    @MethodSource("languages")
    void noTextHasAStraightApostrophe(String language) throws IOException {
        assertThat(texts(language).values()).noneMatch(text -> ((String) text).contains("'"));
    }
}
