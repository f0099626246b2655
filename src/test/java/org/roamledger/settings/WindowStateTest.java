package org.roamledger.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

class WindowStateTest {

    private static final WindowState LEFT =
            new WindowState("order=price", true, 512, false, 300, "10,20,1300,800,");

    @TempDir Path folder;

    @Test
    void theWindowIsFoundAsItWasLeft() {
        assertThat(WindowState.in(folder)).isEqualTo(WindowState.FIRST);
        LEFT.keep(folder);
        assertThat(WindowState.in(folder)).isEqualTo(LEFT);
    }

    @Test
    void itIsKeptBesideTheOtherSettings() {
        var swedish = new Settings("dark", Locale.of("sv"), "left-off");
        Settings.change(folder, _ -> swedish);
        LEFT.keep(folder);
        assertThat(Settings.in(folder)).isEqualTo(swedish);
    }

    @Test
    void aWidthThatIsNoNumberIsTheFirstOne() throws Exception {
        Files.writeString(folder.resolve("settings.json"), "{\"detail_width\": \"wide\"}");
        assertThat(WindowState.in(folder)).isEqualTo(WindowState.FIRST);
    }
}
