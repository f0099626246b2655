package org.roamledger.mutation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// An HTTP server on loopback that costs next to nothing: it sends whole answers that were made
/// before. Only for GET; connections are kept open.
public final class LeanServer implements AutoCloseable {

    private final ServerSocket listening;
    private final Function<String, byte[]> answers;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /// @param answers gives the bytes of a whole answer, see [#answer], for a path with its query
    public LeanServer(Function<String, byte[]> answers) {
        this.answers = answers;
        try {
            listening = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().name("lean-server").daemon().start(this::accept);
    }

    /// The bytes of an answer.
    public static byte[] answer(int status, Map<String, String> headers, byte[] body) {
        var head = new StringBuilder("HTTP/1.1 ").append(status).append(" Answer\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        var whole = new ByteArrayOutputStream(head.length() + body.length);
        whole.writeBytes(head.toString().getBytes(ISO_8859_1));
        whole.writeBytes(body);
        return whole.toByteArray();
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort() + path);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var socket = listening.accept();
                open.add(socket);
                Thread.ofPlatform().name("lean").daemon().start(() -> serve(socket));
            } catch (IOException _) {
                // Closed, or nobody is there any more.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            var out = socket.getOutputStream();
            for (var target = target(in); !target.isEmpty(); target = target(in)) {
                out.write(answers.apply(target));
                out.flush();
            }
        } catch (IOException _) {
            // The client went away, as clients do.
        } finally {
            open.remove(socket);
        }
    }

    /// The path of the next request; empty if there is none any more.
    private static String target(InputStream in) throws IOException {
        var head = new StringBuilder();
        for (var next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            if (next == '\n' && head.length() > 3 && head.lastIndexOf("\r\n\r\n") >= 0) {
                return head.substring(head.indexOf(" ") + 1, head.indexOf(" HTTP/"));
            }
        }
        return "";
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
