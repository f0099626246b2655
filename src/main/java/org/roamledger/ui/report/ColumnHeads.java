package org.roamledger.ui.report;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.roamledger.report.SortOrder;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.Words;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The titles of the table: which one is the current, by which the rows are ordered and as which
/// number, and which stay when the others scroll.
final class ColumnHeads {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass PINNED = PseudoClass.getPseudoClass("pinned");
    private static final PseudoClass LAST_PINNED = PseudoClass.getPseudoClass("last-pinned");

    /// As the style sheet has it.
    private static final double TITLE_SIZE = 12.5;

    /// The padding of a title, its funnel, and the arrow and number of a sorted column.
    private static final int AROUND_TITLE = 67;

    private static final int MOST_FOR_TITLE = 210;

    private static final PseudoClass FILLED = PseudoClass.getPseudoClass("filled");

    private final Map<ReportColumn, StackPane> funnels = new EnumMap<>(ReportColumn.class);
    private final ReportTable table;
    private final Words words;

    ColumnHeads(ReportTable table, Words words) {
        this.table = table;
        this.words = words;
    }

    /// What a click on opens the filter of a column; the keys open it from within the table.
    Node funnel(ReportColumn column) {
        var funnel = new StackPane(new FontIcon());
        funnel.setId("funnel-" + column.key());
        funnel.getStyleClass().add("funnel");
        funnel.setAccessibleRole(AccessibleRole.BUTTON);
        show(funnel, column, false);
        // A title that is pressed moves or sorts its column.
        funnel.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
        funnel.addEventHandler(MouseEvent.MOUSE_RELEASED, MouseEvent::consume);
        funnel.addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                event -> {
                    table.filter(column);
                    event.consume();
                });
        funnels.put(column, funnel);
        return funnel;
    }

    /// Fills the funnels of the columns that are filtered.
    void filtered(Set<ReportColumn> columns) {
        funnels.forEach((column, funnel) -> show(funnel, column, columns.contains(column)));
    }

    private void show(StackPane funnel, ReportColumn column, boolean filled) {
        ((FontIcon) funnel.getChildren().getFirst())
                .setIconCode(filled ? Material2AL.FILTER_ALT : Material2OutlinedAL.FILTER_ALT);
        funnel.pseudoClassStateChanged(FILLED, filled);
        funnel.setAccessibleText(
                words.text(filled ? "table.filteredBy" : "table.filterBy", words.title(column)));
    }

    /// The width of a column that nobody has sized: its values and its title have room.
    int width(ReportColumn column) {
        var title = new Text(words.title(column));
        title.setFont(Font.font("Roboto Medium", TITLE_SIZE));
        var titled = (int) Math.ceil(title.getLayoutBounds().getWidth()) + AROUND_TITLE;
        return Math.max(usual(column), Math.min(titled, MOST_FOR_TITLE));
    }

    private static int usual(ReportColumn column) {
        return switch (column) {
            case MONTH -> 84;
            case NETWORK, CURRENCY, PLUG_TYPE, PROVIDER_ID, DURATION, VAT_RATE -> 92;
            case CDR_ID -> 212;
            case STATION_ID, OPERATOR_ID -> 96;
            case EVSE_ID, TRANSACTION_ID -> 148;
            case STATION_NAME -> 148;
            case START_TIME, STOP_TIME, SYNCED_AT, SETTING_AS_OF -> 148;
            case ORIGINAL_START -> 196;
            case ENERGY_WH, METER_START_WH, METER_STOP_WH -> 120;
            case PRICE -> 88;
            case ACCESS, CHARGE_METHOD, VAT_AMOUNT, NET_PER_KWH -> 116;
            case FREE_USAGE, NET_PRICE, SOURCE -> 100;
            case ORGANISATION -> 150;
            case PROVENANCE, FINDINGS -> 320;
        };
    }

    /// Tells in the title by which number of the order a column counts, if it does.
    void order(TableColumn<?, ?> column, SortOrder order, ReportColumn of) {
        var keys = order.keys();
        var at = keys.stream().map(SortOrder.Key::column).toList().indexOf(of);
        if (at < 0) {
            column.setSortNode(null);
            return;
        }
        var icon =
                new FontIcon(
                        keys.get(at).descending()
                                ? Material2AL.ARROW_DOWNWARD
                                : Material2AL.ARROW_UPWARD);
        var mark = new HBox(icon);
        if (keys.size() > 1) {
            var number = new Label(words.whole(at + 1));
            number.setMinWidth(Label.USE_PREF_SIZE);
            mark.getChildren().add(number);
        }
        mark.setAlignment(Pos.CENTER);
        mark.getStyleClass().add("sort-mark");
        column.setSortNode(mark);
    }

    /// Puts the titles of the pinned columns where they stay, and marks the current one.
    void place(double scrolled, int pinned, @Nullable ReportColumn current) {
        var columns = table.getVisibleLeafColumns();
        for (var head : all()) {
            var column = head.getTableColumn();
            var at = columns.indexOf(column);
            var stays = at >= 0 && at < pinned;
            head.setTranslateX(stays ? scrolled : 0);
            head.setViewOrder(stays ? -1 : 0);
            head.pseudoClassStateChanged(PINNED, stays);
            head.pseudoClassStateChanged(LAST_PINNED, at == pinned - 1);
            head.pseudoClassStateChanged(
                    CURRENT, current != null && current.equals(column.getUserData()));
            head.setOnContextMenuRequested(this::requested);
        }
    }

    private void requested(ContextMenuEvent event) {
        if (event.getSource() instanceof TableColumnHeader head
                && head.getTableColumn().getUserData() instanceof ReportColumn column) {
            table.showColumnMenu(column, head);
            event.consume();
        }
    }

    /// The title of a column, if it has been laid out.
    Optional<Node> of(ReportColumn column) {
        return all().stream()
                .filter(head -> column.equals(head.getTableColumn().getUserData()))
                .map(Node.class::cast)
                .findFirst();
    }

    private List<TableColumnHeader> all() {
        if (!(table.getSkin() instanceof ReportSkin skin)) {
            return List.of();
        }
        // Not in the whole table: its rows are a thousand nodes.
        return skin.heads().lookupAll(".column-header").stream()
                .filter(TableColumnHeader.class::isInstance)
                .map(TableColumnHeader.class::cast)
                .filter(head -> head.getTableColumn() != null)
                .toList();
    }
}
