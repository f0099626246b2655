package org.roamledger.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/// Spoils answers: some of them by chance, all of them in the same way otherwise.
///
/// Safe for threads. Chance depends on the seed and the number of the request alone.
final class AnswerFaults {

    private static final long PURPOSE = 20;
    private static final double SHARE = 0.15;
    private static final int SECONDS_TO_WAIT = 2;
    private static final int BOMB_BYTES = 256 << 20;
    private static final String LOGIN =
            "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Sign in to go"
                    + " on.</body></html>";

    private final Conduct conduct;
    private final long seed;
    private final Envelope envelope;
    private final List<Fault> byChance;
    private final AtomicLong requests = new AtomicLong();

    AnswerFaults(Conduct conduct, long seed, Envelope envelope) {
        this.conduct = conduct;
        this.seed = seed;
        this.envelope = envelope;
        byChance =
                Arrays.stream(Fault.values())
                        .filter(fault -> fault.kind == Fault.Kind.SOME_ANSWERS)
                        .filter(conduct::has)
                        .toList();
    }

    /// What is answered instead of the honest answer.
    Answer answer(Request request, Function<Request, Answer> honest) {
        var number = requests.getAndIncrement();
        var asked = request;
        if (conduct.has(Fault.REDIRECT)) {
            if (!request.path().endsWith("/")) {
                return new Answer(307, Map.of(), new byte[0], Answer.Pace.AT_ONCE)
                        .with("Location", request.at(request.path() + "/").target());
            }
            asked = request.at(request.path().substring(0, request.path().length() - 1));
        }
        var draw = new Draw(seed, PURPOSE, number);
        if (byChance.isEmpty() || !draw.chance(SHARE)) {
            return linked(honest.apply(asked));
        }
        return spoiled(byChance.get(draw.below(byChance.size())), asked, honest, draw);
    }

    private Answer spoiled(
            Fault fault, Request request, Function<Request, Answer> honest, Draw draw) {
        return switch (fault) {
            case UNAUTHORIZED ->
                    request.isLaterPage()
                            ? envelope.error(401, Envelope.BAD_PARAMETERS, "Token expired")
                            : linked(honest.apply(request));
            case STATUS_2001 ->
                    request.isPage()
                            ? envelope.error(200, Envelope.BAD_PARAMETERS, "Invalid parameters")
                            : linked(honest.apply(request));
            case TOO_MANY_REQUESTS ->
                    envelope.error(429, Envelope.GENERIC_ERROR, "Slow down")
                            .with("Retry-After", retryAfter(draw.chance(0.5)));
            case SERVER_ERROR -> envelope.error(500, Envelope.GENERIC_ERROR, "Internal error");
            case UNAVAILABLE -> envelope.error(503, Envelope.GENERIC_ERROR, "Maintenance");
            case WEB_PAGE ->
                    new Answer(
                            200,
                            Map.of("Content-Type", "text/html; charset=utf-8"),
                            LOGIN.getBytes(StandardCharsets.UTF_8),
                            Answer.Pace.AT_ONCE);
            case GZIP_BOMB ->
                    new Answer(
                            200,
                            Map.of("Content-Encoding", "gzip"),
                            Bomb.BYTES,
                            Answer.Pace.AT_ONCE);
            case SLOW -> linked(honest.apply(request)).at(Answer.Pace.BYTE_BY_BYTE);
            case STALLED -> linked(honest.apply(request)).at(Answer.Pace.HALF);
            case TRUNCATED -> {
                var whole = linked(honest.apply(request));
                yield whole.with(Arrays.copyOf(whole.body(), whole.body().length / 2));
            }
            default -> throw new IllegalStateException("no fault of some answers: " + fault);
        };
    }

    private static String retryAfter(boolean asDate) {
        return asDate
                ? DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        Instant.now().plusSeconds(SECONDS_TO_WAIT).atOffset(ZoneOffset.UTC))
                : String.valueOf(SECONDS_TO_WAIT);
    }

    private Answer linked(Answer answer) {
        var link = answer.headers().get("Link");
        if (conduct.has(Fault.EMPTY_LINK) && answer.headers().containsKey("X-Total-Count")) {
            return answer.with("Link", "");
        }
        if (link == null) {
            return answer;
        }
        if (conduct.has(Fault.NO_LINK)) {
            return answer.without("Link");
        }
        return conduct.has(Fault.WRONG_LINK_HOST)
                ? answer.with("Link", link.replaceFirst("http://[^/]+", "https://backend.internal"))
                : answer;
    }

    /// Made when it is first thrown.
    private static final class Bomb {

        private static final byte[] BYTES = bytes();

        private Bomb() {}

        private static byte[] bytes() {
            var packed = new ByteArrayOutputStream(BOMB_BYTES / 1_000);
            try (var zip = new GZIPOutputStream(packed)) {
                zip.write("{\"data\":[".getBytes(StandardCharsets.UTF_8));
                var blank = new byte[1 << 20];
                Arrays.fill(blank, (byte) ' ');
                for (var written = 0; written < BOMB_BYTES; written += blank.length) {
                    zip.write(blank);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return packed.toByteArray();
        }
    }
}
