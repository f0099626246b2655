package org.roamledger.ui;

import static org.roamledger.ui.OpenWindow.doOnScreen;
import static org.roamledger.ui.OpenWindow.until;
import static org.roamledger.ui.Screens.dialog;
import static org.roamledger.ui.Screens.page;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Region;

import org.roamledger.ui.Screens.Screen;
import org.roamledger.ui.base.Command;
import org.roamledger.views.Days;
import org.roamledger.views.ExportProfile;
import org.roamledger.views.KeptViews;
import org.roamledger.views.NamedView;
import org.roamledger.views.RecentExport;
import org.roamledger.views.Start;
import org.roamledger.views.ViewFolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Saved views, and the files that were exported last.
final class ViewScreens {

    private static final Days OCTOBER =
            new Days.Fixed(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));

    static final List<Screen> ALL =
            List.of(
                    page("view-open", ViewScreens::some, ViewScreens::changed),
                    dialog("view-menu", ViewScreens::some, ViewScreens::menu),
                    dialog("view-save", ViewScreens::some, ViewScreens::save),
                    dialog("views", ViewScreens::withBroken, ViewScreens::manage),
                    dialog("views-none", command(Command.MANAGE_VIEWS)),
                    dialog("export", command(Command.EXPORT)),
                    dialog("export-own", ViewScreens::ownProfile, ViewScreens::exportOwn),
                    page("export-notice", ViewScreens::export),
                    dialog("recent-exports", ViewScreens::exports, ViewScreens::recent),
                    dialog("recent-none", command(Command.RECENT_EXPORTS)));

    private ViewScreens() {}

    private static void some(CannedEngine engine) {
        var folder = new KeptViews(engine.settings).folder();
        folder.add(
                NamedView.of(
                        "Gireve last month", CannedViews.state(new Days.Relative("last_month"))));
        folder.add(NamedView.of("Close of October", CannedViews.state(OCTOBER)));
        folder.add(
                NamedView.of("VAT check", CannedViews.state(new Days.Relative("last_3_months"))));
        new KeptViews(engine.settings)
                .start(new Start.Saved("gireve-last-month" + ViewFolder.ENDING));
    }

    private static void withBroken(CannedEngine engine) {
        some(engine);
        write(engine.settings.resolve("views").resolve("broken" + ViewFolder.ENDING), "{\"roam");
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void exports(CannedEngine engine) {
        var exports = new KeptViews(engine.settings).exports();
        var there = engine.settings.resolve("gireve_2026-09.csv").toAbsolutePath();
        write(there, "");
        var before = CannedEngine.NOW;
        for (var file :
                List.of(
                        Path.of("/finance/2026/09/hubject_2026-09.xlsx"),
                        there,
                        Path.of("/finance/2026/10/roaming-sessions_2026-10-01_2026-10-31.xlsx"))) {
            before = before.plus(Duration.ofHours(7));
            exports.add(
                    new RecentExport(
                            file,
                            before.minus(Duration.ofDays(3)),
                            1_412_020,
                            NamedView.of("Close of October", CannedViews.state(OCTOBER)),
                            ExportProfile.of(file)));
        }
    }

    private static Consumer<OpenWindow> command(Command command) {
        return window -> {
            Screens.awaitRows(window);
            window.choose(command);
        };
    }

    private static void changed(OpenWindow window) {
        Screens.awaitRows(window);
        doOnScreen(() -> window.<TextField>find("#search").setText("DE*8EO"));
        until(() -> window.<MenuButton>find("#view").getText().endsWith("*"));
    }

    private static void menu(OpenWindow window) {
        changed(window);
        doOnScreen(() -> window.<MenuButton>find("#view").show());
    }

    private static void save(OpenWindow window) {
        command(Command.SAVE_VIEW_AS).accept(window);
        window.awaitPopup("#view-name");
        doOnScreen(
                () -> {
                    window.<TextField>findInPopup("#view-name").setText("close of october");
                    window.<ButtonBase>findInPopup("#view-keep").fire();
                });
        until(() -> !window.<Label>findInPopup("#view-problem").getText().isEmpty());
    }

    private static void manage(OpenWindow window) {
        command(Command.MANAGE_VIEWS).accept(window);
        window.awaitPopup("#views");
        until(() -> !window.<ListView<?>>findInPopup("#views").getItems().isEmpty());
    }

    private static void ownProfile(CannedEngine engine) {
        new KeptViews(engine.settings)
                .profiles()
                .keep(ExportProfile.own("Ledger import", '|', ',', false));
    }

    private static void exportOwn(OpenWindow window) {
        command(Command.EXPORT).accept(window);
        window.awaitPopup("#export-own");
        until(() -> window.<TextField>findInPopup("#export-own-name").getLength() > 0);
        doOnScreen(() -> window.<TitledPane>findInPopup("#export-own").setExpanded(true));
        until(
                () ->
                        window.findInPopup("#export-own-keep").getBoundsInLocal().getHeight() > 0
                                && window.popupScene().getHeight()
                                        == ((Region) window.popupScene().getRoot()).getHeight());
    }

    private static void export(OpenWindow window) {
        Screens.awaitRows(window);
        window.exportTarget = Optional.of(window.engine.settings.resolve("october.xlsx"));
        window.choose(Command.EXPORT);
        window.awaitPopup("#export-choose");
        doOnScreen(() -> window.<ButtonBase>findInPopup("#export-choose").fire());
        until(() -> window.stage.getScene().lookup(".notification") != null);
    }

    private static void recent(OpenWindow window) {
        command(Command.RECENT_EXPORTS).accept(window);
        window.awaitPopup("#recent-exports");
        until(() -> !window.<TableView<?>>findInPopup("#recent-exports").getItems().isEmpty());
    }
}
