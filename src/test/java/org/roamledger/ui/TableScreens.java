package org.roamledger.ui;

import static org.roamledger.ui.OpenWindow.doOnScreen;
import static org.roamledger.ui.Screens.dialog;
import static org.roamledger.ui.Screens.page;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.roamledger.session.ReportColumn;
import org.roamledger.ui.Screens.Screen;
import org.roamledger.ui.base.Command;
import org.roamledger.ui.detail.DetailModel;
import org.roamledger.ui.report.ColumnLayout;
import org.roamledger.ui.report.Density;
import org.roamledger.ui.report.ReportTable;
import org.roamledger.ui.shell.Kept;

import java.util.List;

/// The table as a person may have arranged it.
final class TableScreens {

    static final List<Screen> ALL =
            List.of(
                    page("table", TableScreens::arranged, TableScreens::scrolled),
                    dialog("table-menu", TableScreens::arranged, TableScreens::menu));

    private TableScreens() {}

    /// With pinned columns, compact, in the order of three columns.
    private static void arranged(CannedEngine engine) {
        engine.left =
                new Kept(
                        ColumnLayout.STANDARD
                                .pinnedTo(ReportColumn.CDR_ID)
                                .with(Density.COMPACT)
                                .sortedBy(ReportColumn.NETWORK)
                                .sortedAlsoBy(ReportColumn.PRICE)
                                .sortedAlsoBy(ReportColumn.CDR_ID),
                        false,
                        DetailModel.USUAL_WIDTH,
                        true,
                        276,
                        null);
    }

    private static void scrolled(OpenWindow window) {
        Screens.awaitRows(window);
        doOnScreen(
                () -> {
                    var table = window.<ReportTable>find("#report");
                    table.requestFocus();
                    table.getSelectionModel().selectRange(2, 5);
                    var right =
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED,
                                    "",
                                    "",
                                    KeyCode.RIGHT,
                                    false,
                                    false,
                                    false,
                                    false);
                    for (var i = 0; i < 14; i++) {
                        table.fireEvent(right);
                    }
                });
    }

    private static void menu(OpenWindow window) {
        scrolled(window);
        window.choose(Command.COLUMN_MENU);
    }
}
