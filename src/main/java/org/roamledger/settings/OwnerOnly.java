package org.roamledger.settings;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Closes files and folders to all but their owner: 0600 and 0700, on Windows an access list with
/// nobody but the owner.
public final class OwnerOnly {

    private OwnerOnly() {}

    /// Makes a folder, if there is none, together with those above it. One that was there already
    /// stays as its owner wants it.
    public static void createFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        var above = folder.toAbsolutePath().getParent();
        if (above != null) {
            createFolder(above);
        }
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
        protect(folder);
    }

    /// Makes an empty file.
    ///
    /// @throws FileAlreadyExistsException if there is one
    public static void createFile(Path file) throws IOException {
        Files.createFile(file);
        protect(file);
    }

    /// Closes what is there already. Drives that know no owners, and files of somebody else, stay
    /// as they are.
    public static void protect(Path path) {
        try {
            var folder = Files.isDirectory(path);
            var posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
            var list = Files.getFileAttributeView(path, AclFileAttributeView.class);
            if (posix != null) {
                posix.setPermissions(
                        PosixFilePermissions.fromString(folder ? "rwx------" : "rw-------"));
            } else if (list != null) {
                list.setAcl(
                        List.of(
                                AclEntry.newBuilder()
                                        .setType(AclEntryType.ALLOW)
                                        .setPrincipal(list.getOwner())
                                        .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                                        .setFlags(
                                                folder
                                                        ? Set.of(
                                                                AclEntryFlag.FILE_INHERIT,
                                                                AclEntryFlag.DIRECTORY_INHERIT)
                                                        : Set.of())
                                        .build()));
            }
        } catch (IOException | UnsupportedOperationException e) {
            // Not while a class is initialised: the folder of logs is closed before the first log.
            LoggerHolder.LOG.warn("Cannot be closed to others: {}", path, e);
        }
    }

    /// Closes a file while it is written.
    ///
    /// @return opens it again to whom it was open
    public static Runnable protectForNow(Path file) {
        var posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        var list = Files.getFileAttributeView(file, AclFileAttributeView.class);
        try {
            if (posix != null) {
                var before = posix.readAttributes().permissions();
                protect(file);
                return () -> quietly(() -> posix.setPermissions(before));
            }
            if (list != null) {
                var before = list.getAcl();
                protect(file);
                return () -> quietly(() -> list.setAcl(before));
            }
        } catch (IOException | UnsupportedOperationException e) {
            LoggerHolder.LOG.warn("Cannot be closed to others: {}", file, e);
        }
        return () -> {};
    }

    private interface Change {
        void make() throws IOException;
    }

    private static void quietly(Change change) {
        try {
            change.make();
        } catch (IOException | UnsupportedOperationException e) {
            LoggerHolder.LOG.warn("Stays closed to others", e);
        }
    }

    private static final class LoggerHolder {
        private static final Logger LOG = LoggerFactory.getLogger(OwnerOnly.class);
    }
}
