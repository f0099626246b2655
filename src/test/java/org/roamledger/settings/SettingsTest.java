package org.roamledger.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

class SettingsTest {

    @TempDir Path folder;

    @Test
    void settingsAreKept() {
        assertThat(Settings.in(folder)).isEqualTo(Settings.FIRST);
        var swedish = new Settings("dark", Locale.of("sv"), "left-off");
        Settings.change(folder, _ -> swedish);
        assertThat(Settings.in(folder)).isEqualTo(swedish);
    }

    @Test
    void settingsOfALaterVersionAreNotLost() throws Exception {
        var file = folder.resolve("settings.json");
        Files.writeString(file, "{\"theme\": \"light\", \"later\": \"kept\"}");
        Settings.change(folder, kept -> kept.with("dark", kept.language()));
        assertThat(file).content().contains("kept").contains("dark");
    }

    @Test
    void settingsThatCannotBeReadDoNotKeepTheWindowShut() throws Exception {
        Files.writeString(folder.resolve("settings.json"), "half a fi");
        assertThat(Settings.in(folder)).isEqualTo(Settings.FIRST);
    }

    @Test
    void foldersFollowTheCustomsOfTheSystem() {
        var home = folder.resolve("home");
        var linux = Folders.of(OperatingSystem.LINUX, home, Map.of());
        assertThat(linux.defaultStore())
                .isEqualTo(home.resolve(".local/share/roamledger/sessions.roamledger"));
        var xdg =
                Folders.of(
                        OperatingSystem.LINUX, home, Map.of("XDG_CONFIG_HOME", folder.toString()));
        assertThat(xdg.config()).isEqualTo(folder.resolve("roamledger"));
        assertThat(Folders.of(OperatingSystem.MAC, home, Map.of()).logs())
                .isEqualTo(home.resolve("Library/Logs/Roamledger"));
        var windows =
                Folders.of(
                        OperatingSystem.WINDOWS, home, Map.of("LOCALAPPDATA", folder.toString()));
        assertThat(windows.data()).isEqualTo(folder.resolve("Roamledger"));
    }

    @Test
    void systemsAreKnownByTheirNames() {
        assertThat(OperatingSystem.ofName("Windows 11")).isEqualTo(OperatingSystem.WINDOWS);
        assertThat(OperatingSystem.ofName("Mac OS X")).isEqualTo(OperatingSystem.MAC);
        assertThat(OperatingSystem.ofName("Linux")).isEqualTo(OperatingSystem.LINUX);
    }
}
