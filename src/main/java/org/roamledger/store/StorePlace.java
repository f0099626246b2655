package org.roamledger.store;

import org.roamledger.problem.Problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Whether a store stands where several computers may reach for it: on a network share, or in a
/// folder that a program copies to other computers. There the journal is SQLite's older one, as the
/// newer needs memory that all who use the file share.
///
/// @param kind what is special about it
/// @param name of the file system or of the program
record StorePlace(Kind kind, String name) {

    enum Kind {
        LOCAL,
        NETWORK,
        SYNCED_FOLDER
    }

    private static final Set<String> NETWORK_TYPES =
            Set.of(
                    "nfs",
                    "nfs3",
                    "nfs4",
                    "cifs",
                    "smb2",
                    "smb3",
                    "smbfs",
                    "afpfs",
                    "webdav",
                    "davfs",
                    "afs",
                    "ncpfs",
                    "9p",
                    "ceph",
                    "glusterfs",
                    "fuse.sshfs",
                    "fuse.davfs",
                    "fuse.glusterfs",
                    "fuse.rclone",
                    "fuse.gvfsd-fuse");

    /// How the folders of such programs begin, in lower case.
    private static final List<String> SYNCED =
            List.of(
                    "onedrive",
                    "dropbox",
                    "google drive",
                    "googledrive",
                    "icloud drive",
                    "iclouddrive",
                    "com~apple~clouddocs",
                    "cloudstorage",
                    "nextcloud",
                    "owncloud",
                    "box sync",
                    "pclouddrive",
                    "synologydrive",
                    "mega sync",
                    "megasync",
                    "syncthing");

    /// The place of a file that need not be there yet; its folder has to be.
    static StorePlace of(Path file) {
        var path = file.toAbsolutePath().normalize();
        var type = "";
        try {
            var folder = path.resolveSibling("").toRealPath();
            path = folder.resolve(path.getFileName());
            type = Files.getFileStore(folder).type();
        } catch (IOException _) {
            // What cannot be found out is told when the file is opened.
        }
        return of(path, type);
    }

    /// @param type of the file system, in the system's own words
    static StorePlace of(Path path, String type) {
        if (NETWORK_TYPES.contains(type.toLowerCase(Locale.ROOT))) {
            return new StorePlace(Kind.NETWORK, type);
        }
        var root = path.getRoot();
        if (root != null && root.toString().startsWith("\\\\")) {
            return new StorePlace(Kind.NETWORK, root.toString());
        }
        for (var part : path.resolveSibling("")) {
            var lower = part.toString().toLowerCase(Locale.ROOT);
            if (SYNCED.stream().anyMatch(lower::startsWith)) {
                return new StorePlace(Kind.SYNCED_FOLDER, part.toString());
            }
        }
        return new StorePlace(Kind.LOCAL, type);
    }

    boolean isLocal() {
        return kind == Kind.LOCAL;
    }

    /// What a person should know about it.
    Optional<Problem> problem(Path file) {
        return switch (kind) {
            case LOCAL -> Optional.empty();
            case NETWORK -> Optional.of(new Problem.StoreOnNetwork(file, name));
            case SYNCED_FOLDER -> Optional.of(new Problem.StoreInSyncedFolder(file, name));
        };
    }
}
