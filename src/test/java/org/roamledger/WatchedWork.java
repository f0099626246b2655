package org.roamledger;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

import org.roamledger.cli.RoamledgerCommand;
import org.roamledger.settings.Folders;
import org.roamledger.settings.KeyRing;
import org.roamledger.settings.Tokens;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// The main job as a process of its own that tells whom it spoke to: a line `name …` for each name
/// that was asked for, and a line `spoke …` for each address that bytes were sent to or came from.
///
/// The virtual machine itself records the latter, for every kind of socket.
final class WatchedWork {

    /// As a colleague passed it on.
    private static final Path VIEW =
            Path.of("src/test/resources/org/roamledger/views/v1-plain.roamledger-view");

    private WatchedWork() {}

    /// @param args a folder; address and token file of a back office; instead of the work, address
    ///   and port of a server that nobody has set up, to be called all the same
    public static void main(String[] args) throws IOException {
        var folder = Path.of(args[0]);
        try (var recording = new Recording()) {
            for (var event : List.of("jdk.SocketRead", "jdk.SocketWrite")) {
                recording.enable(event).withThreshold(Duration.ZERO).with("throttle", "off");
            }
            recording.start();
            if (args.length > 3) {
                callHome(args[3], Integer.parseInt(args[4]));
            } else {
                work(folder, args[1], args[2]);
            }
            recording.stop();
            var file = folder.resolve("work.jfr");
            recording.dump(file);
            tell(RecordingFile.readAllEvents(file));
        }
        System.exit(0);
    }

    private static void work(Path folder, String versions, String token) {
        var folders =
                new Folders(
                        folder.resolve("data"), folder.resolve("config"), folder.resolve("logs"));
        var out = folder.resolve("sessions.xlsx").toString();
        run(folders, "source", "add", "hub", "--ocpi", versions, "--token-file", token);
        run(folders, "sync");
        run(folders, "export", "--from", "2026-01-01", "--to", "2026-12-01", "--out", out);
        run(folders, "--trial", VIEW.toString());
    }

    private static void run(Folders folders, String... arguments) {
        var words = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        var tokens = new Tokens(folders.config(), KeyRing.NONE);
        var window = new DesktopWindow(folders, tokens);
        var exit = RoamledgerCommand.run(arguments, words, words, window, folders, tokens);
        if (exit != 0) {
            throw new IllegalStateException(exit + " from " + String.join(" ", arguments));
        }
    }

    /// What must not happen, as a library might do it.
    private static void callHome(String address, int port) throws IOException {
        try (var channel = SocketChannel.open(new InetSocketAddress(address, port))) {
            var _ = channel.write(StandardCharsets.US_ASCII.encode("usage statistics"));
        }
        try (var answer =
                URI.create("http://updates.example.com/")
                        .toURL()
                        .openConnection()
                        .getInputStream()) {
            var _ = answer.read();
        } catch (IOException e) {
            System.err.println("refused: " + e.getMessage());
        }
    }

    private static void tell(List<RecordedEvent> events) {
        var lines = new TreeSet<String>();
        RefusingResolver.ASKED.forEach(name -> lines.add("name " + name));
        for (var event : events) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "spoke %s %d",
                            event.getString("address"),
                            event.getInt("port")));
        }
        System.out.println(String.join("\n", lines));
    }
}
