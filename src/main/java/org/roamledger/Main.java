package org.roamledger;

import org.roamledger.cli.RoamledgerCommand;
import org.roamledger.settings.Folders;
import org.roamledger.settings.SystemKeyRing;
import org.roamledger.settings.Tokens;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// Starts the application.
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        // Before the first logger is made: logback.xml reads it.
        var folders = Folders.ofUser();
        System.setProperty("roamledger.logs", folders.logs().toString());
        var tokens = new Tokens(folders.config(), new SystemKeyRing(folders.config()));
        var summary = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var words = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(
                RoamledgerCommand.run(
                        args, summary, words, new DesktopWindow(folders, tokens), folders, tokens));
    }
}
