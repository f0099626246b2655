package org.roamledger.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

class OwnerOnlyTest {

    @TempDir Path folder;

    private static void isOpenToItsOwnerAlone(Path path, String permissions) throws IOException {
        if (Files.getFileAttributeView(path, PosixFileAttributeView.class) != null) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo(permissions);
        } else {
            var view = Files.getFileAttributeView(path, AclFileAttributeView.class);
            assertThat(view.getAcl())
                    .isNotEmpty()
                    .allMatch(entry -> isOwner(view, entry.principal().getName()));
        }
    }

    private static boolean isOwner(AclFileAttributeView view, String name) {
        try {
            return view.getOwner().getName().equals(name);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String permissions(Path path) throws IOException {
        var posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        return posix == null
                ? ""
                : PosixFilePermissions.toString(posix.readAttributes().permissions());
    }

    @Test
    void foldersThatAreMadeAreClosedAndThoseThatWereThereStay() throws IOException {
        var before = Files.createDirectory(folder.resolve("before"));
        var inside = before.resolve("a").resolve("b");
        var usual = permissions(before);
        OwnerOnly.createFolder(inside);
        isOpenToItsOwnerAlone(inside, "rwx------");
        isOpenToItsOwnerAlone(before.resolve("a"), "rwx------");
        assertThat(permissions(before)).isEqualTo(usual);
    }

    @Test
    void aFileIsClosedWhileItIsWritten() throws IOException {
        var file = Files.createFile(folder.resolve("export.xlsx"));
        var posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        var usual = posix == null ? null : posix.readAttributes().permissions();
        var reopen = OwnerOnly.protectForNow(file);
        isOpenToItsOwnerAlone(file, "rw-------");
        reopen.run();
        if (posix != null) {
            assertThat(posix.readAttributes().permissions()).isEqualTo(usual);
        }
    }

    @Test
    void settingsAreClosedAndWhatALaterVersionWroteStays() throws IOException {
        var settings = folder.resolve("config");
        Files.createDirectory(settings);
        Files.writeString(
                settings.resolve("settings.json"),
                "{\"version\": \"7\", \"theme\": \"dark\", \"later\": {\"deep\": [1]}, \"x\":"
                        + " \"y\"}");
        Settings.change(settings, kept -> kept.withStart("last"));
        var text = Files.readString(settings.resolve("settings.json"));
        assertThat(text)
                .contains("\"later\":{\"deep\":[1]}", "\"x\":\"y\"", "\"version\":\"7\"")
                .contains("\"start\":\"last\"", "\"theme\":\"dark\"");
        isOpenToItsOwnerAlone(settings.resolve("settings.json"), "rw-------");
        var fresh = folder.resolve("fresh");
        Settings.change(fresh, kept -> kept.withStart("last"));
        assertThat(fresh.resolve("settings.json")).content().contains("\"version\":\"1\"");
    }
}
