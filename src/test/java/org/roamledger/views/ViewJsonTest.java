package org.roamledger.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.mutation.Seeds;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.report.Condition;
import org.roamledger.report.ReportFilter;
import org.roamledger.report.SortOrder;
import org.roamledger.session.ReportColumn;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

class ViewJsonTest {

    private static final NamedView PLAIN =
            NamedView.of(
                    "October open",
                    new ViewState(
                            Set.of(),
                            true,
                            new Days.Relative("last_month"),
                            ReportFilter.NONE,
                            new ViewColumns(
                                    List.of(ReportColumn.MONTH, ReportColumn.PRICE),
                                    Set.of(),
                                    Map.of(),
                                    0,
                                    "comfortable"),
                            SortOrder.STANDARD,
                            "sessions",
                            List.of()));

    private static final NamedView EVERYTHING =
            NamedView.of(
                    "Gireve, teuer & spät",
                    new ViewState(
                            Set.of("Nordvolt AB", "Østfold Ladestasjoner"),
                            false,
                            new Days.Fixed(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31)),
                            new ReportFilter(
                                    Map.of(
                                            ReportColumn.NETWORK,
                                            new Condition.OneOf(Set.of("", "Gireve")),
                                            ReportColumn.START_TIME,
                                            new Condition.Times(
                                                    Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                                                    Set.of(0, 23)),
                                            ReportColumn.ENERGY_WH,
                                            new Condition.Between(null, 50_000L),
                                            ReportColumn.PRICE,
                                            new Condition.Between(-120_000L, Long.MAX_VALUE),
                                            ReportColumn.TRANSACTION_ID,
                                            new Condition.Missing(),
                                            ReportColumn.VAT_AMOUNT,
                                            new Condition.Present()),
                                    true,
                                    "hamnen \"norra\""),
                            new ViewColumns(
                                    List.of(
                                            ReportColumn.PRICE,
                                            ReportColumn.MONTH,
                                            ReportColumn.SOURCE),
                                    Set.of(ReportColumn.SOURCE),
                                    Map.of(ReportColumn.PRICE, 120, ReportColumn.SOURCE, 60),
                                    1,
                                    "compact"),
                            new SortOrder(
                                    List.of(
                                            new SortOrder.Key(ReportColumn.PRICE, true),
                                            new SortOrder.Key(ReportColumn.CDR_ID, false))),
                            "settlement",
                            List.of("network", "month")));

    static String file(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        ViewJsonTest.class.getResourceAsStream(name + ViewFolder.ENDING), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static NamedView read(String text) {
        return ViewJson.read(text, "test");
    }

    /// The files are never to be changed: people have such ones.
    @Test
    void filesOfTheFirstVersionAreReadForEver() throws IOException {
        assertThat(read(file("v1-plain"))).isEqualTo(PLAIN);
        assertThat(read(file("v1-everything"))).isEqualTo(EVERYTHING);
    }

    @Test
    void aViewIsWrittenAsTheFirstVersionReadsIt() throws IOException {
        assertThat(ViewJson.write(PLAIN)).isEqualToIgnoringNewLines(file("v1-plain"));
        assertThat(ViewJson.write(EVERYTHING)).isEqualToIgnoringNewLines(file("v1-everything"));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Seeds.upTo(5_000)
                .forEach(
                        seed -> {
                            var view = new RandomView(Seeds.random(seed)).view();
                            assertThat(read(ViewJson.write(view)))
                                    .as("seed " + seed)
                                    .isEqualTo(view);
                        });
    }

    @Test
    void ofANewerVersionIsTakenWhatIsUnderstoodAndTheRestIsTold() throws IOException {
        var read = read(file("newer"));
        assertThat(read.state().filter())
                .isEqualTo(
                        ReportFilter.NONE
                                .withText("p1")
                                .with(ReportColumn.NETWORK, Set.of("Gireve")));
        assertThat(read.state().columns().order())
                .containsExactly(ReportColumn.MONTH, ReportColumn.PRICE);
        assertThat(read.state().order().keys())
                .containsExactly(new SortOrder.Key(ReportColumn.PRICE, true));
        assertThat(read.ignored())
                .containsExactly("conditions[0]", "conditions[2]", "columns[1]", "sort[0]");
    }

    @Test
    void anotherNameChangesNothingElseOfANewerVersion() throws IOException {
        var renamed = ViewJson.rename(file("newer"), "Other");
        assertThat(renamed).contains("sankey", "carbon", "\"roamledger_view\" : 7");
        assertThat(read(renamed))
                .isEqualTo(
                        new NamedView(
                                "Other",
                                read(file("newer")).state(),
                                read(file("newer")).ignored()));
    }

    @Test
    void keysOfANewerVersionStayWhenAViewIsChanged() throws IOException {
        var changed = ViewJson.change(file("newer"), PLAIN);
        assertThat(changed).contains("sankey", "\"roamledger_view\" : 7");
        assertThat(read(changed)).isEqualTo(PLAIN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"days\" : \"last_month\" | \"days\" : 5 | days",
                "\"days\" : \"last_month\" | \"days\" :"
                        + " {\"first\":\"2026-02-30\",\"last\":\"2026-03-01\"} | days.first",
                "\"days\" : \"last_month\" | \"days\" :"
                        + " {\"first\":\"2026-03-01\",\"last\":\"2026-02-01\"} | days.last",
                "\"organisations\" : [ ] | \"organisations\" : [ 7 ] | organisations",
                "\"conditions\" : [ ] | \"conditions\" :"
                        + " [{\"column\":\"price\",\"between\":{\"least\":1.5}}] |"
                        + " conditions[0].between.least",
                "\"conditions\" : [ ] | \"conditions\" : [{\"column\":\"network\",\"one_of\":[]}] |"
                        + " conditions[0].",
                "\"conditions\" : [ ] | \"conditions\" :"
                    + " [{\"column\":\"start_time\",\"days\":[\"noday\"]}] | conditions[0].days",
                "\"conditions\" : [ ] | \"conditions\" : [7] | conditions[0].column",
                "\"sort\" : [ ] | \"sort\" : {} | sort",
                "\"name\" : \"October open\" | \"name\" : \" \" | name",
                "\"roamledger_view\" : 1 | \"other\" : 1 | roamledger_view"
            })
    void aBrokenPlaceIsNamed(String whole, String broken, String place) throws IOException {
        var text = file("v1-plain").replace(whole.strip(), broken.strip());
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e ->
                                assertThat(e.problem())
                                        .isInstanceOfSatisfying(
                                                Problem.ViewUnusable.class,
                                                problem -> {
                                                    assertThat(problem.view()).isEqualTo("test");
                                                    assertThat(problem.place()).isEqualTo(place);
                                                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "\0", "7"})
    void whatIsNoViewIsAProblem(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isInstanceOf(Problem.ViewUnusable.class));
    }

    /// Whatever stands in a file, it is a view or a problem, never a fault of the application.
    @Test
    void aMutatedFileIsReadOrRefused() throws IOException {
        var bytes = file("v1-everything").getBytes(StandardCharsets.UTF_8);
        Seeds.upTo(5_000)
                .forEach(
                        seed -> {
                            var random = Seeds.random(seed);
                            var changed = bytes.clone();
                            for (var i = random.nextInt(4); i >= 0; i--) {
                                changed[random.nextInt(changed.length)] =
                                        (byte) random.nextInt(128);
                            }
                            assertThat(readOrRefuse(new String(changed, StandardCharsets.UTF_8)))
                                    .as("seed " + seed)
                                    .isTrue();
                        });
    }

    private static boolean readOrRefuse(String text) {
        try {
            return !read(text).name().isEmpty();
        } catch (ProblemException e) {
            return e.problem() instanceof Problem.ViewUnusable;
        }
    }
}
