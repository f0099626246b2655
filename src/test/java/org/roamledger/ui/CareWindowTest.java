package org.roamledger.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamledger.ui.OpenWindow.doOnScreen;
import static org.roamledger.ui.OpenWindow.until;

import javafx.application.Platform;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Pane;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roamledger.problem.Faults;
import org.roamledger.problem.Problem;
import org.roamledger.ui.base.Command;

import java.nio.file.Path;
import java.util.Optional;

@Tag("screen")
class CareWindowTest {

    @Test
    void theBackupOfTheDayIsMadeAfterTheCheck() {
        var engine = new CannedEngine();
        engine.upkeep.due = true;
        try (var window = OpenWindow.inEnglish(engine)) {
            until(() -> !engine.upkeep.made.isEmpty());
            assertThat(window.find("#store-state").getAccessibleText()).contains("is sound");
        }
    }

    @Test
    void damageIsToldAndABackupIsPutBackByKeys() {
        var engine = new CannedEngine();
        engine.upkeep.due = true;
        engine.upkeep.damage = new Problem.StoreDamaged(Path.of("s.roamledger"), "checksum");
        try (var window = OpenWindow.inEnglish(engine)) {
            window.awaitPopup("#trouble");
            assertThat(engine.upkeep.made).as("no backup of what is damaged").isEmpty();
            doOnScreen(() -> window.pressInPopup("#care-damaged-backups"));
            window.awaitPopup("#backups");
            until(() -> !window.<TableView<?>>findInPopup("#backups").getItems().isEmpty());
            Platform.runLater(() -> window.pressInPopup("#care-restore"));
            window.awaitPopup("#care-restore-yes");
            doOnScreen(() -> window.pressInPopup("#care-restore-yes"));
            until(() -> !engine.upkeep.restored.isEmpty());
            assertThat(engine.upkeep.restored).containsExactly(Path.of("backup0"));
            until(() -> window.find("#store-state").getAccessibleText().contains("is sound"));
        }
    }

    @Test
    void aFaultOnAnyThreadIsToldWithItsReferenceAndTheWindowGoesOn() throws Exception {
        var fault = new IllegalStateException("nobody foresaw this");
        var reference = Faults.unexpected(fault).reference();
        try (var window = OpenWindow.inEnglish(new CannedEngine())) {
            Platform.runLater(
                    () -> {
                        throw fault;
                    });
            window.awaitPopup("#trouble");
            assertThat(window.<Label>findInPopup("#trouble").getText()).contains(reference);
            // Another one is logged, and does not bury the first.
            var other =
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        throw new IllegalArgumentException("nor this");
                                    });
            other.join();
            window.closePopup();
            until(() -> !window.hasPopup());
            window.exportTarget = Optional.of(Path.of("support.zip"));
            window.choose(Command.SUPPORT_ARCHIVE);
            until(() -> !window.engine.upkeep.archives.isEmpty());
            until(() -> !window.<Pane>find("#notices").getChildren().isEmpty());
            doOnScreen(() -> window.<ButtonBase>find("#sync").fire());
            window.choose(Command.OPEN_LOGS);
            until(() -> window.opened.contains(Path.of("logs")));
        }
    }
}
