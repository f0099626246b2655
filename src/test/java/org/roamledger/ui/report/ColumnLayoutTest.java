package org.roamledger.ui.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamledger.session.ReportColumn.CDR_ID;
import static org.roamledger.session.ReportColumn.MONTH;
import static org.roamledger.session.ReportColumn.NETWORK;
import static org.roamledger.session.ReportColumn.PRICE;
import static org.roamledger.session.ReportColumn.SOURCE;
import static org.roamledger.session.ReportColumn.STATION_ID;

import org.junit.jupiter.api.Test;
import org.roamledger.report.SortOrder;
import org.roamledger.session.ReportColumn;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

class ColumnLayoutTest {

    private static final ColumnLayout STANDARD = ColumnLayout.STANDARD;

    @Test
    void aLayoutIsReadAsItWasWritten() {
        var layout =
                STANDARD.moved(PRICE, -3)
                        .with(SOURCE, true)
                        .with(NETWORK, false)
                        .sized(CDR_ID, 240)
                        .pinnedTo(CDR_ID)
                        .with(Density.COMPACT)
                        .sortedBy(PRICE)
                        .sortedBy(PRICE)
                        .sortedAlsoBy(MONTH);
        assertThat(ColumnLayout.of(layout.text())).isEqualTo(layout);
    }

    @Test
    void whatALaterVersionWroteIsReadAsFarAsItIsKnown() {
        var layout =
                ColumnLayout.of(
                        "order=price,tariff,month;hidden=tariff,network;widths=tariff:80,price:90,"
                                + "month:wide;pinned=1;colours=on;density=tiny;sort=tariff,price-");
        assertThat(layout.visible()).containsExactly(PRICE, MONTH);
        assertThat(layout.widths()).containsOnly(Map.entry(PRICE, 90));
        assertThat(layout.pinned()).isEqualTo(1);
        assertThat(layout.density()).isEqualTo(Density.COMFORTABLE);
        assertThat(layout.sort().keys()).containsExactly(new SortOrder.Key(PRICE, true));
    }

    @Test
    void aColumnThatAnEarlierVersionDidNotKnowIsHiddenBehindItsNeighbour() {
        var known =
                Arrays.stream(ReportColumn.values())
                        .filter(column -> column != STATION_ID)
                        .map(ReportColumn::key)
                        .toList();
        var layout = ColumnLayout.of("order=" + String.join(",", known) + ";hidden=");
        assertThat(layout.order()).containsExactly(ReportColumn.values());
        assertThat(layout.hidden()).containsExactly(STATION_ID);
    }

    @Test
    void noTextIsTheStandardLayout() {
        assertThat(ColumnLayout.of("")).isEqualTo(STANDARD);
    }

    @Test
    void aTextThatHidesEverythingShowsOneColumnAllTheSame() {
        var all = Arrays.stream(ReportColumn.values()).map(ReportColumn::key).toList();
        assertThat(ColumnLayout.of("hidden=" + String.join(",", all)).visible()).hasSize(1);
    }

    @Test
    void aColumnMovesPastItsVisibleNeighbourAndStopsAtTheEnd() {
        var layout = STANDARD.with(NETWORK, false).moved(MONTH, 1);
        assertThat(layout.visible()).startsWith(CDR_ID, MONTH, STATION_ID);
        assertThat(layout.moved(CDR_ID, -1)).isEqualTo(layout);
    }

    @Test
    void hidingAPinnedColumnPinsOneLess() {
        var layout = STANDARD.pinnedTo(CDR_ID).with(NETWORK, false);
        assertThat(layout.pinned()).isEqualTo(2);
        assertThat(layout.isPinned(CDR_ID)).isTrue();
        assertThat(layout.isPinned(STATION_ID)).isFalse();
    }

    @Test
    void pinningTheSameColumnAgainUnpins() {
        assertThat(STANDARD.pinnedTo(CDR_ID).pinnedTo(CDR_ID).pinned()).isZero();
    }

    @Test
    void oneColumnAtLeastScrolls() {
        var layout = STANDARD.pinnedTo(STANDARD.visible().getLast());
        assertThat(layout.pinned()).isEqualTo(STANDARD.visible().size() - 1);
    }

    @Test
    void anotherColumnOfTheOrderGoesUpThenDownThenAway() {
        var byMonth = STANDARD.sortedBy(MONTH);
        var also = byMonth.sortedAlsoBy(PRICE);
        assertThat(keys(also)).containsExactly(key(MONTH, false), key(PRICE, false));
        var down = also.sortedAlsoBy(PRICE);
        assertThat(keys(down)).containsExactly(key(MONTH, false), key(PRICE, true));
        assertThat(down.sortedAlsoBy(PRICE)).isEqualTo(byMonth);
    }

    @Test
    void resetColumnsLeaveTheOrderOfTheRows() {
        var layout = STANDARD.with(NETWORK, false).sized(PRICE, 300).sortedBy(PRICE);
        assertThat(layout.reset()).isEqualTo(STANDARD.sortedBy(PRICE));
    }

    private static List<SortOrder.Key> keys(ColumnLayout layout) {
        return layout.sort().keys();
    }

    private static SortOrder.Key key(ReportColumn column, boolean descending) {
        return new SortOrder.Key(column, descending);
    }
}
