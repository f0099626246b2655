package org.roamledger.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The folders of one user on one operating system.
///
/// @param data where the store stands unless another is named
/// @param config settings and tokens
/// @param logs log files
public record Folders(Path data, Path config, Path logs) {

    private static final String NAME = "Roamledger";
    private static final String STORE_ENDING = ".roamledger";

    /// The folders of the user who runs this process.
    public static Folders ofUser() {
        return of(
                OperatingSystem.current(),
                Path.of(System.getProperty("user.home", ".")),
                System.getenv());
    }

    /// By the customs of Windows, macOS and, for all others, the XDG base directories.
    static Folders of(OperatingSystem system, Path home, Map<String, String> environment) {
        if (system == OperatingSystem.WINDOWS) {
            var local =
                    folder(environment, "LOCALAPPDATA")
                            .orElse(home.resolve("AppData").resolve("Local"));
            var base = local.resolve(NAME);
            return new Folders(base, base, base.resolve("logs"));
        }
        if (system == OperatingSystem.MAC) {
            var library = home.resolve("Library");
            var support = library.resolve("Application Support").resolve(NAME);
            return new Folders(support, support, library.resolve("Logs").resolve(NAME));
        }
        var lower = NAME.toLowerCase(Locale.ROOT);
        var data =
                folder(environment, "XDG_DATA_HOME")
                        .orElse(home.resolve(".local").resolve("share"))
                        .resolve(lower);
        var config =
                folder(environment, "XDG_CONFIG_HOME")
                        .orElse(home.resolve(".config"))
                        .resolve(lower);
        var state =
                folder(environment, "XDG_STATE_HOME")
                        .orElse(home.resolve(".local").resolve("state"))
                        .resolve(lower);
        return new Folders(data, config, state.resolve("logs"));
    }

    private static Optional<Path> folder(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }

    /// The store that is opened unless another is named.
    public Path defaultStore() {
        return data.resolve("sessions" + STORE_ENDING);
    }

    /// Whether a file is a store by its name.
    public static boolean isStore(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(STORE_ENDING);
    }

    /// Where the stores of the sample stand, and nothing else.
    public Path sample() {
        return data.resolve("sample");
    }
}
