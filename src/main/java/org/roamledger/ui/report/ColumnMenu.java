package org.roamledger.ui.report;

import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import org.roamledger.ui.base.Command;
import org.roamledger.ui.base.Words;

import java.util.List;
import java.util.Objects;

/// What can be done with the current column, with the value that stands in it, and with the
/// selected rows.
final class ColumnMenu extends ContextMenu {

    private static final List<List<Command>> GROUPS =
            List.of(
                    List.of(Command.SORT_BY, Command.SORT_ALSO_BY),
                    List.of(
                            Command.COLUMN_LEFT,
                            Command.COLUMN_RIGHT,
                            Command.PIN_COLUMNS,
                            Command.HIDE_COLUMN),
                    List.of(Command.COPY_VALUE, Command.COPY, Command.COPY_WITHOUT_TITLES),
                    List.of(Command.SETTLE_SELECTED));

    ColumnMenu(ReportTable table, Words words) {
        setId("column-menu");
        var filter = new MenuItem(words.text("column.filter"));
        filter.setOnAction(_ -> table.openHeaderMenu());
        getItems().add(filter);
        var commands = table.commands();
        commands.put(Command.SETTLE_SELECTED, table::settleSelected);
        for (var group : GROUPS) {
            getItems().add(new SeparatorMenuItem());
            for (var command : group) {
                var item = new MenuItem(words.text(command.wordsKey()));
                item.setId("menu-" + command.name());
                item.setDisable(
                        command == Command.SETTLE_SELECTED && table.getSelectionModel().isEmpty());
                item.setOnAction(_ -> Objects.requireNonNull(commands.get(command)).run());
                getItems().add(item);
            }
        }
    }

    void show(Node anchor) {
        show(anchor, Side.BOTTOM, 0, 0);
    }
}
