package org.roamledger.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where libraries unpack their native code before they load it. The usual place is the folder of
/// temporary files, from which some systems let nothing be run; then it is one of ours.
public final class NativeLibraries {

    private static final List<String> PROPERTIES = List.of("org.sqlite.tmpdir", "jna.tmpdir");

    private NativeLibraries() {}

    /// To be called before the first of them is loaded.
    ///
    /// @param data the user's folder of data
    public static void prepare(Path data) {
        var usual = Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
        if (!letsRun(usual)) {
            var own = data.resolve("native");
            try {
                OwnerOnly.createFolder(own);
            } catch (IOException _) {
                // Whoever needs the library says what is wrong.
                return;
            }
            for (var property : PROPERTIES) {
                if (System.getProperty(property) == null) {
                    System.setProperty(property, own.toString());
                }
            }
        }
    }

    /// Whether what stands in a folder may be run, as the system says of a file there.
    static boolean letsRun(Path folder) {
        try {
            var probe = Files.createTempFile(folder, "roamledger", ".probe");
            try {
                return probe.toFile().setExecutable(true) && Files.isExecutable(probe);
            } finally {
                Files.delete(probe);
            }
        } catch (IOException _) {
            return false;
        }
    }
}
