package org.roamledger.ui.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.roamledger.report.Condition;
import org.roamledger.report.ReportFilter;
import org.roamledger.report.ReportFixture;
import org.roamledger.report.ReportFixture.Row;
import org.roamledger.report.ReportView;
import org.roamledger.report.SettlementColumn;
import org.roamledger.report.SettlementOrder;
import org.roamledger.report.SortOrder;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Notice;
import org.roamledger.ui.base.Words;

import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

class SettlementModelTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final Words WORDS = new Words(Locale.ENGLISH);

    private final List<Notice> notices = new ArrayList<>();
    private final List<ReportFilter> drilled = new ArrayList<>();
    private final SettlementModel model =
            new SettlementModel(
                    new Background(_ -> Runnable::run, Runnable::run, () -> {}),
                    notices::add,
                    drilled::add);

    private static Row row(String id, String network, String provider, String currency) {
        return new Row(id)
                .with(ReportColumn.NETWORK, network)
                .with(ReportColumn.PROVIDER_ID, provider)
                .with(ReportColumn.CURRENCY, currency);
    }

    private static ReportView view() {
        return ReportFixture.view(
                ReportFixture.report(
                        ZONE,
                        row("1", "Hubject", "DE*8EO", "EUR").price("3").vat("0.6", "25"),
                        row("2", "Hubject", "SE*EON", "EUR").price("7"),
                        row("3", "Hubject", "SE*EON", "SEK").price("70"),
                        row("4", "OCPI", "DE-8EO", "EUR").price("1")));
    }

    private void show() {
        model.groupBy(List.of(ReportColumn.NETWORK, ReportColumn.PROVIDER_ID));
        model.look(true);
        model.show(view());
    }

    private List<String> shown() {
        return model.lines().get().stream()
                .map(
                        line ->
                                " ".repeat(line.depth())
                                        + (line.isTotal() ? "all" : said(line.group().condition()))
                                        + " "
                                        + line.figures().currency())
                .toList();
    }

    private static String said(Condition condition) {
        return condition instanceof Condition.OneOf(var texts) ? texts.iterator().next() : "none";
    }

    private Line line(int at) {
        return model.lines().get().get(at);
    }

    @Test
    void aGroupHasALineForEachCurrencyAndThenItsGroups() {
        show();
        assertThat(shown())
                .containsExactly(
                        "Hubject EUR",
                        "Hubject SEK",
                        " DE*8EO EUR",
                        " SE*EON EUR",
                        " SE*EON SEK",
                        "OCPI EUR",
                        " DE*8EO EUR",
                        "all EUR",
                        "all SEK");
    }

    @Test
    void nothingIsGroupedWhileNobodyLooks() {
        model.show(view());
        assertThat(model.shown().get()).isNull();
        model.look(true);
        assertThat(model.shown().get()).isNotNull();
    }

    @Test
    void aClosedGroupStaysClosedWhenTheFilterChanges() {
        show();
        model.toggle(line(0));
        assertThat(shown()).doesNotContain(" SE*EON SEK").contains(" DE*8EO EUR");
        model.show(view());
        assertThat(shown()).doesNotContain(" SE*EON SEK").contains(" DE*8EO EUR");
        model.expandAll();
        assertThat(shown()).contains(" SE*EON SEK");
        model.collapseAll();
        assertThat(shown())
                .containsExactly("Hubject EUR", "Hubject SEK", "OCPI EUR", "all EUR", "all SEK");
    }

    @Test
    void aMovedLevelRegroups() {
        show();
        model.place(ReportColumn.PROVIDER_ID, -1);
        assertThat(shown()).startsWith("DE*8EO EUR", " Hubject EUR", " OCPI EUR");
        model.remove(ReportColumn.NETWORK);
        assertThat(shown())
                .containsExactly("DE*8EO EUR", "SE*EON EUR", "SE*EON SEK", "all EUR", "all SEK");
        assertThat(model.unused()).contains(ReportColumn.NETWORK);
    }

    @Test
    void groupsAreSortedWithinTheirGroupCurrencyByCurrency() {
        show();
        model.sort(new SettlementOrder(SettlementColumn.GROSS, true));
        assertThat(shown())
                .startsWith(
                        "Hubject EUR", "Hubject SEK", " SE*EON EUR", " SE*EON SEK", " DE*8EO EUR");
    }

    @Test
    void theFilterOfALineLetsThroughExactlyItsRows() {
        show();
        var report = Objects.requireNonNull(model.shown().get()).view().report();
        for (var line : model.lines().get()) {
            model.drill(line);
            var rows = ReportView.of(report, drilled.getLast(), SortOrder.STANDARD);
            assertThat(rows.totals().byCurrency()).containsExactly(line.figures().sums());
        }
    }

    @Test
    void aLineWithoutAValueIsNarrowedToMissingOnes() {
        model.groupBy(List.of(ReportColumn.VAT_RATE));
        model.look(true);
        model.show(view());
        model.drill(line(1));
        assertThat(drilled.getFirst())
                .isEqualTo(
                        ReportFilter.NONE
                                .with(ReportColumn.CURRENCY, Set.of("EUR"))
                                .with(ReportColumn.VAT_RATE, new Condition.Missing()));
    }

    @Test
    void anOlderAnswerNeverReplacesANewerOne() {
        var waiting = new ArrayDeque<Runnable>();
        var slow =
                new SettlementModel(
                        new Background(_ -> waiting::add, Runnable::run, () -> {}),
                        notices::add,
                        drilled::add);
        slow.look(true);
        slow.show(view());
        slow.groupBy(List.of(ReportColumn.PROVIDER_ID));
        waiting.removeLast().run();
        waiting.removeLast().run();
        assertThat(Objects.requireNonNull(slow.shown().get()).levels())
                .containsExactly(ReportColumn.PROVIDER_ID);
    }

    @Test
    void copiedLinesHaveAColumnForEachLevelAndFiguresThatASpreadsheetReads() {
        show();
        var settlement = Objects.requireNonNull(model.shown().get());
        var copied = CopiedLines.of(settlement, model.lines().get(), WORDS).lines().toList();
        assertThat(copied.getFirst()).startsWith("Network\tProvider ID\tCurrency\tSessions");
        assertThat(copied.get(3))
                .isEqualTo("Hubject\tDE*8EO\tEUR\t1\t0\t\t2.40\t0.60\t3.00\t\t\t0\t0\t1");
        assertThat(copied.getLast()).startsWith("Total\t\tSEK\t1\t0\t\t\t\t70.00");
    }
}
