package org.roamledger.sync;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.session.PartyId;
import org.roamledger.store.Routing;
import org.roamledger.wire.ocpi.OcpiAnswer;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// Asks one OCPI back office, as the receiver of its lists. Belongs to one thread at a time.
final class OcpiClient {

    private static final String OLDEST = "2.1.1";

    /// Versions that are understood, the preferred one first.
    private static final List<String> VERSIONS = List.of("2.3.0", "2.2.1", "2.2", OLDEST);

    private static final Set<String> READ =
            Set.of("cdrs", "locations", "tariffs", "sessions", "tokens", "credentials");
    private static final int LIMIT = 1_000;
    private static final int SMALL_LIMIT = 100;
    private static final Set<Integer> BAD_REQUEST = Set.of(400, 422);
    private static final int BAD_PARAMETERS = 2_001;
    private static final int SHOWN_CHARACTERS = 200;

    /// Statuses of a server that has too much to do, and would not fare better with the token in
    /// another form.

    private final Transport transport;

    private final URI start;
    private final OcpiToken token;
    private final InstantSource clock;
    private final @Nullable Routing routing;
    private OcpiToken.Form form;
    private String version = "";
    private int limit = LIMIT;

    /// @param start the versions URL or the version details URL
    /// @param clock the time where the server does not tell its own
    /// @param form how the token is sent first
    /// @param routing whom requests for a hub come from and go to
    OcpiClient(
            Transport transport,
            URI start,
            OcpiToken token,
            InstantSource clock,
            OcpiToken.Form form,
            @Nullable Routing routing) {
        this.transport = transport;
        this.start = start;
        this.token = token;
        this.clock = clock;
        this.form = form;
        this.routing = routing;
    }

    /// Finds out how the token is to be sent, which version to speak, and what the token sees.
    ///
    /// @throws ProblemException with [Problem.NoMutualVersion] or [Problem.TokenRefused] among
    ///   others
    Modules connect() {
        var first = inEitherForm(start);
        var modules = modules(first.data().isArray() ? inEitherForm(details(first)) : first);
        version = modules.version();
        return modules;
    }

    /// How the server took the token.
    OcpiToken.Form form() {
        return form;
    }

    /// The party that the credentials of the back office name, as in `SE*ABC`; absent if it gives
    /// no credentials or they name none.
    ///
    /// @param endpoint the module credentials
    @Nullable String operator(URI endpoint) {
        try {
            var credentials = small(endpoint, false).data();
            var named = party(credentials);
            for (var role : credentials.path("roles")) {
                if (named == null && role.path("role").asString("").equalsIgnoreCase("CPO")) {
                    named = party(role);
                }
            }
            return named;
        } catch (ProblemException e) {
            return switch (e.problem()) {
                case Problem.TokenRefused _,
                        Problem.ServerRefused _,
                        Problem.OcpiError _,
                        Problem.UnreadableAnswer _ ->
                        null;
                default -> throw e;
            };
        }
    }

    private static @Nullable String party(JsonNode object) {
        var country = object.path("country_code").asString("").strip();
        var party = object.path("party_id").asString("").strip();
        return country.isEmpty() || party.isEmpty() ? null : country + "*" + party;
    }

    /// Gets one page of a list and hands out its objects.
    ///
    /// @param reader makes the receiver of the objects; called again for every try
    Page page(ListQuery query, long offset, Supplier<OcpiAnswer.Items> reader) {
        try {
            return pageWithLimit(query, offset, limit, reader);
        } catch (ProblemException e) {
            if (limit == SMALL_LIMIT || !isBadParameter(e.problem())) {
                throw e;
            }
            // Some servers refuse a page size that they cannot serve instead of serving less.
            limit = SMALL_LIMIT;
            return pageWithLimit(query, offset, limit, reader);
        }
    }

    /// Asks for the first object of a list, to see whether the list can be had.
    void tryList(ListQuery query) {
        pageWithLimit(query, 0, 1, () -> (_, _) -> {});
    }

    private Page pageWithLimit(
            ListQuery query, long offset, int items, Supplier<OcpiAnswer.Items> reader) {
        var url = query.page(offset, items);
        return transport.getAgain(
                url,
                headers(true),
                http -> {
                    var receiver = reader.get();
                    var count = new int[1];
                    var answer =
                            OcpiAnswer.read(
                                    http.body(),
                                    (item, raw) -> {
                                        count[0]++;
                                        receiver.item(item, raw);
                                    });
                    check(answer, http.url());
                    if (!answer.isList()) {
                        throw notOcpi(http.url());
                    }
                    return Page.of(count[0], http.headers());
                });
    }

    private static boolean isBadParameter(Problem problem) {
        return switch (problem) {
            case Problem.OcpiError error -> error.ocpiStatus() == BAD_PARAMETERS;
            case Problem.ServerRefused refused -> BAD_REQUEST.contains(refused.httpStatus());
            default -> false;
        };
    }

    /// An answer small enough to keep: an object, or the items of a list.
    private record Small(URI url, JsonNode data, List<JsonNode> items, Instant serverTime) {}

    /// Servers that want the token in the other form answer with anything from 401 to 500, or even
    /// with 200 and an OCPI status: so each refusal is tried in both forms. Some show their
    /// versions to anybody and refuse only the details.
    private Small inEitherForm(URI url) {
        try {
            return small(url, true);
        } catch (ProblemException refusal) {
            var first = form;
            var other = first.other();
            if (!isRefusal(refusal.problem()) || !token.fits(other)) {
                throw refusal;
            }
            form = other;
            try {
                return small(url, true);
            } catch (ProblemException second) {
                form = first;
                throw second.problem() instanceof Problem.TokenRefused ? second : refusal;
            }
        }
    }

    private static boolean isRefusal(Problem problem) {
        return problem instanceof Problem.TokenRefused
                || (problem instanceof Problem.ServerRefused refused
                        && !Transport.BUSY.contains(refused.httpStatus()));
    }

    private Small small(URI url, boolean discovering) {
        return transport.get(
                url,
                headers(false),
                http -> {
                    var items = new ArrayList<JsonNode>();
                    var answer = OcpiAnswer.read(http.body(), (item, _) -> items.add(item));
                    if (discovering && answer.status() >= 2000 && answer.status() < 3000) {
                        // There are no parameters that could be wrong: it can only be the token.
                        throw new ProblemException(
                                new Problem.TokenRefused(Origins.shown(http.url()), http.status()));
                    }
                    check(answer, http.url());
                    var time = http.serverTime();
                    return new Small(
                            http.url(),
                            answer.data(),
                            items,
                            time == null ? clock.instant() : time);
                });
    }

    private URI details(Small versions) {
        var offered = new ArrayList<String>();
        var urls = new HashMap<String, String>();
        for (var version : versions.items()) {
            var name = version.path("version").asString("");
            offered.add(name);
            urls.put(name, version.path("url").asString(""));
        }
        for (var version : VERSIONS) {
            var url = urls.get(version);
            if (url != null) {
                return allowed(versions.url(), url);
            }
        }
        throw new ProblemException(
                new Problem.NoMutualVersion(Origins.shown(versions.url()), offered));
    }

    private Modules modules(Small details) {
        var endpoints = details.data().path("endpoints");
        if (!endpoints.isArray()) {
            throw notOcpi(details.url());
        }
        var version = details.data().path("version").asString("");
        if (!version.isEmpty() && !VERSIONS.contains(version)) {
            throw new ProblemException(
                    new Problem.NoMutualVersion(Origins.shown(details.url()), List.of(version)));
        }
        // A URL that was given without a list of versions may lead to one that says no version.
        return new Modules(
                version.isEmpty() ? versionIn(details.url()) : version,
                endpoints(details.url(), endpoints),
                details.serverTime());
    }

    private static String versionIn(URI details) {
        return String.valueOf(details.getPath()).contains(OLDEST) ? OLDEST : "";
    }

    /// Those that send, by module; OCPI 2.1.1 knows no roles. Which role the credentials have tells
    /// nothing.
    private Map<String, URI> endpoints(URI base, JsonNode listed) {
        var endpoints = new HashMap<String, URI>();
        for (var endpoint : listed) {
            var module = endpoint.path("identifier").asString("").strip().toLowerCase(Locale.ROOT);
            var role = endpoint.path("role").asString("");
            if (READ.contains(module)
                    && (role.isEmpty()
                            || role.equalsIgnoreCase("SENDER")
                            || module.equals("credentials"))) {
                endpoints.putIfAbsent(module, allowed(base, endpoint.path("url").asString("")));
            }
        }
        return endpoints;
    }

    /// The URL that a server names, if the token may go there.
    private URI allowed(URI base, String url) {
        URI target;
        // The HTTP client fails for half a surrogate pair, which a URI may have.
        if (url.isBlank() || !StandardCharsets.UTF_8.newEncoder().canEncode(url)) {
            throw notOcpi(base);
        }
        try {
            target = base.resolve(URI.create(url.strip()));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    new Problem.UnreadableAnswer(Origins.shown(base), "it names no URL"), e);
        }
        if (Origins.same(start, target)) {
            return target;
        }
        if (Origins.isPlainNameOf(start, target)) {
            return Origins.moved(target, start);
        }
        throw new ProblemException(
                new Problem.RedirectElsewhere(Origins.shown(base), Origins.shown(target)));
    }

    private void check(OcpiAnswer answer, URI url) {
        if (answer.status() == OcpiAnswer.NO_STATUS) {
            throw notOcpi(url);
        }
        if (!answer.isSuccess()) {
            var words = token.removedFrom(answer.message()).replaceAll("\\p{Cntrl}+", " ");
            var shown =
                    words.length() <= SHOWN_CHARACTERS
                            ? words
                            : words.substring(0, SHOWN_CHARACTERS);
            throw new ProblemException(
                    new Problem.OcpiError(Origins.shown(url), answer.status(), shown));
        }
    }

    private static ProblemException notOcpi(URI url) {
        return new ProblemException(
                new Problem.UnreadableAnswer(Origins.shown(url), "it is no OCPI answer"));
    }

    /// @param functional whether the request is for a module that a hub passes on to a party
    private Map<String, String> headers(boolean functional) {
        var headers = new HashMap<String, String>();
        headers.put("Authorization", token.header(form));
        headers.put("Accept", "application/json");
        headers.put("X-Request-ID", UUID.randomUUID().toString());
        headers.put("X-Correlation-ID", UUID.randomUUID().toString());
        if (functional && routing != null && !version.equals(OLDEST)) {
            route(headers, "from", routing.from());
            if (routing.to() != null) {
                route(headers, "to", routing.to());
            }
        }
        return headers;
    }

    private static void route(Map<String, String> headers, String direction, PartyId party) {
        var key = party.key();
        var country = Math.min(2, key.length());
        headers.put("OCPI-%s-country-code".formatted(direction), key.substring(0, country));
        headers.put("OCPI-%s-party-id".formatted(direction), key.substring(country));
    }
}
