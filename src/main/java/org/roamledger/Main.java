package org.roamledger;

import org.roamledger.cli.RoamledgerCommand;
import org.roamledger.settings.Folders;
import org.roamledger.settings.NativeLibraries;
import org.roamledger.settings.OwnerOnly;
import org.roamledger.settings.SystemKeyRing;
import org.roamledger.settings.Tokens;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Starts the application.
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        // Before the first logger is made: logback.xml reads it.
        var folders = Folders.ofUser();
        System.setProperty("roamledger.logs", folders.logs().toString());
        closeToOthers(folders.logs());
        NativeLibraries.prepare(folders.data());
        var tokens = new Tokens(folders.config(), new SystemKeyRing(folders.config()));
        var summary = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var words = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(
                RoamledgerCommand.run(
                        args, summary, words, new DesktopWindow(folders, tokens), folders, tokens));
    }

    /// Without a folder for logs the application runs all the same.
    private static void closeToOthers(Path logs) {
        try {
            OwnerOnly.createFolder(logs);
        } catch (IOException _) {
            // The logger will say so.
        }
        if (Files.isDirectory(logs)) {
            OwnerOnly.protect(logs);
        }
    }
}
