package org.roamledger.sync;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.store.Source;
import org.roamledger.wire.ocpi.OcpiAnswer;
import org.roamledger.wire.oicp.OicpPage;

import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/// Asks one endpoint that answers as Hubject's charge detail record API does (OICP 2.3,
/// eRoamingGetChargeDetailRecords). Belongs to one thread.
final class OicpClient {

    /// Hubject allows up to 2,000.
    private static final int PAGE_SIZE = 1_000;

    /// Hubject's acceptable use policy allows 200 requests a minute.
    private static final Duration GAP = Duration.ofMillis(300);

    /// "Unauthorized Access", sent with HTTP 200.
    private static final String UNAUTHORIZED = "017";

    private static final int SHOWN_CHARACTERS = 200;
    private static final JsonMapper JSON = new JsonMapper();

    private final Transport transport;
    private final TransportSettings settings;
    private final Source source;
    private final Pace pace;

    OicpClient(Transport transport, TransportSettings settings, Source source) {
        this.transport = transport;
        this.settings = settings;
        this.source = source;
        pace = new Pace(GAP, settings, System::nanoTime);
    }

    /// A page and how many records it carries.
    record Answer(OicpPage page, int items, Instant serverTime) {}

    /// Asks for one record of the last day, to see whether there is an answer.
    ///
    /// @return the server's time
    Instant connect() {
        var now = settings.clock().instant();
        return ask(now.minus(Duration.ofDays(1)), now, 0, 1, () -> (_, _) -> {}).serverTime();
    }

    /// Gets one page of the records of a stretch of time and hands them out.
    ///
    /// @param number of the page, from 0
    /// @param reader makes the receiver of the records; called again for every try
    Answer page(Instant from, Instant to, int number, Supplier<OcpiAnswer.Items> reader) {
        return ask(from, to, number, PAGE_SIZE, reader);
    }

    private Answer ask(
            Instant from, Instant to, int number, int size, Supplier<OcpiAnswer.Items> reader) {
        pace.await();
        try {
            return post(from, to, number, size, reader);
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.TokenRefused refused) {
                throw new ProblemException(
                        new Problem.ClientCertificateRefused(
                                refused.url(), "HTTP " + refused.httpStatus()),
                        e);
            }
            throw e;
        }
    }

    private Answer post(
            Instant from, Instant to, int number, int size, Supplier<OcpiAnswer.Items> reader) {
        return transport.post(
                url(number, size),
                Map.of("Accept", "application/json"),
                question(from, to),
                http -> {
                    var receiver = reader.get();
                    var count = new int[1];
                    var page =
                            OicpPage.read(
                                    http.body(),
                                    (item, raw) -> {
                                        count[0]++;
                                        receiver.item(item, raw);
                                    });
                    check(page, http);
                    return new Answer(
                            page,
                            count[0],
                            Objects.requireNonNullElseGet(
                                    http.serverTime(), settings.clock()::instant));
                });
    }

    private URI url(int number, int size) {
        var endpoint = Objects.requireNonNull(source.url());
        return URI.create(
                endpoint
                        + (endpoint.getRawQuery() == null ? "?" : "&")
                        + "page="
                        + number
                        + "&size="
                        + size);
    }

    private byte[] question(Instant from, Instant to) {
        var question = new LinkedHashMap<String, String>();
        if (source.settings().operator() != null) {
            question.put("OperatorID", source.settings().operator());
        }
        question.put("From", DateTimeFormatter.ISO_INSTANT.format(from));
        question.put("To", DateTimeFormatter.ISO_INSTANT.format(to));
        return JSON.writeValueAsBytes(question);
    }

    private static void check(OicpPage page, HttpAnswer http) {
        var url = Origins.shown(http.url());
        if (page.statusCode().equals(UNAUTHORIZED)) {
            throw new ProblemException(
                    new Problem.ClientCertificateRefused(url, "OICP status " + UNAUTHORIZED));
        }
        if (!page.isSuccess()) {
            var words = page.statusText().replaceAll("\\p{Cntrl}+", " ");
            throw new ProblemException(
                    new Problem.OicpError(
                            url,
                            page.statusCode(),
                            words.substring(0, Math.min(words.length(), SHOWN_CHARACTERS))));
        }
        if (!page.isList()) {
            throw new ProblemException(new Problem.UnreadableAnswer(url, "it is no OICP answer"));
        }
    }
}
