package org.roamledger.sync;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A real HTTP proxy on loopback that knows one server, whatever its name.
final class FakeProxy implements AutoCloseable {

    private final ServerSocket listening;
    private final int serverPort;
    private final @Nullable String authorization;
    private final int refusal;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /// @param authorization what `Proxy-Authorization` has to say; absent lets everybody through
    /// @param refusal status with which all others are refused; with 0 nobody is
    FakeProxy(int serverPort, @Nullable String authorization, int refusal) {
        this.serverPort = serverPort;
        this.authorization = authorization;
        this.refusal = refusal;
        try {
            listening = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        threads.execute(this::listen);
    }

    int port() {
        return listening.getLocalPort();
    }

    /// First lines of the requests, in order.
    List<String> requests() {
        return requests;
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                var client = listening.accept();
                threads.execute(() -> serve(client));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            var head = head(client.getInputStream());
            var first = head.lines().findFirst().orElse("");
            requests.add(first);
            if (refusal != 0 && !isLetThrough(head)) {
                send(
                        client,
                        "HTTP/1.1 %d No\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n"
                                .formatted(refusal));
                return;
            }
            connect(client, first, head);
        } catch (IOException _) {
            // The client or the server went away.
        }
    }

    private void connect(Socket client, String first, String head) throws IOException {
        try (var server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            if (first.startsWith("CONNECT ")) {
                send(client, "HTTP/1.1 200 Connected\r\n\r\n");
            } else {
                // As a proxy does: what is for the proxy goes no further.
                send(
                        server,
                        head.replaceAll("(?mi)^Proxy-Authorization:.*\r\n", "")
                                .replaceFirst(" http://[^/]+", " "));
            }
            threads.execute(() -> copy(client, server));
            copy(server, client);
        }
    }

    private boolean isLetThrough(String head) {
        return authorization != null
                && head.lines().anyMatch(("Proxy-Authorization: " + authorization)::equals);
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            var next = in.read();
            if (next < 0) {
                throw new IOException("cut off");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void send(Socket to, String text) throws IOException {
        to.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException _) {
            // One of them went away.
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            listening.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
