package org.roamledger.sync;

import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// An HTTP server on loopback that names any date, and cuts an answer off where a test wants it.
final class BareServer implements AutoCloseable {

    /// An answer.
    ///
    /// @param headers whole lines, besides the date and the length
    /// @param sent how many bytes of the body are sent before the connection is cut; all for a
    ///   negative number
    record Answer(int status, Instant date, List<String> headers, byte[] body, int sent) {

        static Answer of(int status, Instant date, String body) {
            return new Answer(status, date, List.of(), body.getBytes(StandardCharsets.UTF_8), -1);
        }

        Answer cutAt(int bytes) {
            return new Answer(status, date, headers, body, bytes);
        }
    }

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Function<URI, Answer> answering;

    /// @param answering answers a path with its query
    BareServer(Function<URI, Answer> answering) {
        this.answering = answering;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        threads.execute(this::accept);
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    }

    static @Nullable String query(URI request, String name) {
        var query = request.getRawQuery();
        for (var part : query == null ? new String[0] : query.split("&", -1)) {
            if (part.startsWith(name + "=")) {
                return part.substring(name.length() + 1);
            }
        }
        return null;
    }

    private void accept() {
        try {
            while (!socket.isClosed()) {
                var connection = socket.accept();
                open.add(connection);
                threads.execute(() -> serve(connection));
            }
        } catch (IOException _) {
            // Closed.
        }
    }

    private void serve(Socket connection) {
        try (connection;
                var in =
                        new BufferedReader(
                                new InputStreamReader(
                                        connection.getInputStream(), StandardCharsets.ISO_8859_1));
                var out = connection.getOutputStream()) {
            connection.setTcpNoDelay(true);
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                for (var header = in.readLine(); header != null && !header.isEmpty(); ) {
                    header = in.readLine();
                }
                if (!send(out, answering.apply(URI.create(line.split(" ", -1)[1])))) {
                    return;
                }
            }
        } catch (IOException _) {
            // The client is gone.
        } finally {
            open.remove(connection);
        }
    }

    private static boolean send(OutputStream out, Answer answer) throws IOException {
        var head =
                new StringBuilder("HTTP/1.1 %d .\r\n".formatted(answer.status()))
                        .append("Date: ")
                        .append(
                                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                        answer.date().atOffset(ZoneOffset.UTC)))
                        .append("\r\nContent-Length: ")
                        .append(answer.body().length)
                        .append("\r\n");
        answer.headers().forEach(header -> head.append(header).append("\r\n"));
        var bytes = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        var sent = answer.sent() < 0 ? answer.body().length : answer.sent();
        var whole = new byte[bytes.length + sent];
        System.arraycopy(bytes, 0, whole, 0, bytes.length);
        System.arraycopy(answer.body(), 0, whole, bytes.length, sent);
        out.write(whole);
        out.flush();
        return answer.sent() < 0;
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (var connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        threads.shutdownNow();
    }
}
