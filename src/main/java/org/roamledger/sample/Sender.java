package org.roamledger.sample;

import com.sun.net.httpserver.HttpExchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Sends answers, at their pace.
///
/// @param end when it is open, nothing is waited for any more
record Sender(CountDownLatch end) {

    private static final int SECONDS_OF_SILENCE = 300;

    void send(HttpExchange exchange, Answer answer) throws IOException {
        var asked = exchange.getRequestHeaders();
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        answer.headers().forEach(headers::set);
        for (var name : List.of("X-Request-ID", "X-Correlation-ID")) {
            var id = asked.getFirst(name);
            if (id != null) {
                headers.set(name, id);
            }
        }
        var body = answer.body();
        var encodings = asked.getFirst("Accept-Encoding");
        if (encodings != null
                && encodings.toLowerCase(Locale.ROOT).contains("gzip")
                && !headers.containsKey("Content-Encoding")) {
            headers.set("Content-Encoding", "gzip");
            body = zipped(body);
        }
        exchange.sendResponseHeaders(answer.httpStatus(), body.length == 0 ? -1 : body.length);
        write(body, exchange.getResponseBody(), answer.pace());
    }

    private void write(byte[] body, OutputStream out, Answer.Pace pace) throws IOException {
        switch (pace) {
            case AT_ONCE -> out.write(body);
            case HALF -> {
                out.write(body, 0, body.length / 2);
                out.flush();
                isOver(SECONDS_OF_SILENCE);
            }
            case BYTE_BY_BYTE -> {
                for (var i = 0; i < body.length && !isOver(1); i++) {
                    out.write(body[i]);
                    out.flush();
                }
            }
        }
    }

    private boolean isOver(int seconds) {
        try {
            return end.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static byte[] zipped(byte[] body) throws IOException {
        var bytes = new ByteArrayOutputStream(body.length / 8 + 64);
        try (var zip = new FastGzip(bytes)) {
            zip.write(body);
        }
        return bytes.toByteArray();
    }

    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
