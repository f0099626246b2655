package org.roamledger.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// Asks a sample back office as one of its tokens.
final class OcpiClient {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final SampleBackOffice office;
    private final String token;

    OcpiClient(SampleBackOffice office, String grant) {
        this.office = office;
        token = Objects.requireNonNull(office.tokens().get(grant));
    }

    HttpResponse<byte[]> get(String pathOrUrl) {
        return get(pathOrUrl, UnaryOperator.identity());
    }

    HttpResponse<byte[]> get(String pathOrUrl, UnaryOperator<HttpRequest.Builder> more) {
        var encoded = Base64.getEncoder().encodeToString(token.getBytes(UTF_8));
        var request =
                HttpRequest.newBuilder(office.versionsUrl().resolve(pathOrUrl))
                        .header("Authorization", "Token " + encoded);
        return send(more.apply(request).build());
    }

    static HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    JsonNode json(String path) {
        return json(get(path));
    }

    static JsonNode json(HttpResponse<byte[]> response) {
        return JSON.readTree(response.body());
    }

    /// The objects of all pages, by following the links.
    List<JsonNode> crawl(String path) {
        var all = new ArrayList<JsonNode>();
        var next = path;
        while (next != null) {
            var response = get(next);
            json(response).get("data").forEach(all::add);
            next = next(response);
        }
        return all;
    }

    static @Nullable String next(HttpResponse<byte[]> response) {
        return response.headers()
                .firstValue("Link")
                .map(link -> URI.create(link.substring(1, link.indexOf('>'))).toString())
                .orElse(null);
    }

    static String text(JsonNode object, String... path) {
        var node = object;
        for (var name : path) {
            node = node.path(name);
        }
        return node.asString("");
    }
}
