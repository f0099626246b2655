package org.roamledger.sync;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A back office in memory that lives: records are added, come late, change, are taken back and
/// vanish, in between and, while it is unruly, also from one page to the next. All by one seed.
final class RandomBackOffice {

    private static final Duration MOST_LATE = Duration.ofDays(6);

    private record Cdr(String id, Instant updated, Instant start, int cents, String credits) {

        String json(String party, boolean lowerCase) {
            var shown = lowerCase ? id.toLowerCase(Locale.ROOT) : id;
            return """
            {"country_code": "SE", "party_id": "%s", "id": "%s",
             "start_date_time": "%s", "end_date_time": "%s", "session_id": "s",
             "cdr_token": {"country_code": "DE", "party_id": "8EO", "type": "RFID"}, "auth_method": "WHITELIST",
             "cdr_location": {"evse_uid": "u1", "evse_id": "SE*ABC*E1"}, "currency": "SEK",
             "total_cost": {"excl_vat": %s, "incl_vat": %s}, "total_energy": 1.5, %s "last_updated": "%s"}
            """
                    .formatted(
                            party,
                            shown,
                            start,
                            start.plusSeconds(60),
                            decimal(cents),
                            decimal(cents),
                            credits.isEmpty()
                                    ? ""
                                    : "\"credit\": true, \"credit_reference_id\": \"%s\","
                                            .formatted(credits),
                            updated);
        }

        private static String decimal(int cents) {
            return String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
        }
    }

    private final String party;
    private final Random random;
    private final int mostOnAPage;
    private final boolean counts;
    private final boolean links;
    private final Comparator<Cdr> order;
    private final List<Cdr> cdrs = new ArrayList<>();
    private final Set<String> deleted = new HashSet<>();
    private Instant now = Instant.parse("2026-10-01T00:00:00Z");
    private int made;
    private boolean unruly;

    RandomBackOffice(String party, long seed) {
        this.party = party;
        random = new Random(seed);
        mostOnAPage = 1 + random.nextInt(6);
        counts = random.nextInt(4) > 0;
        links = !counts || random.nextInt(3) > 0;
        // By creation, as is best practice, by change, or the newest first.
        order =
                List.<Comparator<Cdr>>of(
                                (_, _) -> 0,
                                Comparator.comparing(Cdr::updated),
                                Comparator.comparing(Cdr::updated).reversed())
                        .get(random.nextInt(3));
        for (var i = random.nextInt(12); i > 0; i--) {
            change();
        }
        if (counts && random.nextInt(4) == 0 && !cdrs.isEmpty()) {
            // One record twice, for good.
            cdrs.add(cdrs.get(random.nextInt(cdrs.size())));
        }
    }

    /// Faults on and off, and changes from page to page with them.
    void unruly(boolean on) {
        unruly = on;
    }

    /// Lets some time pass, in which some things happen.
    void live() {
        now = now.plusSeconds(random.nextInt(3 * 86_400) + 1L);
        for (var i = random.nextInt(5); i > 0; i--) {
            change();
            now = now.plusSeconds(random.nextInt(60));
        }
    }

    /// What a store should hold, in hundredths by id.
    Map<String, Integer> prices() {
        return cdrs.stream()
                .collect(
                        Collectors.toMap(
                                cdr -> cdr.id().toLowerCase(Locale.ROOT),
                                cdr -> cdr.credits().isEmpty() ? cdr.cents() : -cdr.cents(),
                                (one, _) -> one,
                                TreeMap::new));
    }

    /// Ids that were there once and may be in a store.
    Set<String> deleted() {
        return deleted;
    }

    private void change() {
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> add(now, "");
            case 4, 5 -> add(now.minusSeconds(random.nextInt((int) MOST_LATE.toSeconds())), "");
            case 6, 7, 8 -> edit();
            // Of one that is there, or of one that is still to come.
            case 9 -> add(now, "C" + (1 + random.nextInt(made + 3)));
            case 10 -> add(now.plusSeconds(random.nextInt(40 * 86_400)), "");
            default -> delete();
        }
    }

    private void add(Instant updated, String credits) {
        made++;
        cdrs.add(new Cdr("C" + made, updated, updated.minusSeconds(900), made, credits));
    }

    private void edit() {
        if (cdrs.isEmpty()) {
            return;
        }
        var old = cdrs.get(random.nextInt(cdrs.size()));
        var changed =
                new Cdr(
                        old.id(),
                        now,
                        old.start(),
                        old.cents() + 1_000 + random.nextInt(100),
                        old.credits());
        cdrs.replaceAll(cdr -> cdr.id().equals(old.id()) ? changed : cdr);
    }

    private void delete() {
        if (cdrs.size() > 3 && random.nextInt(3) == 0) {
            var gone = cdrs.get(random.nextInt(cdrs.size())).id();
            cdrs.removeIf(cdr -> cdr.id().equals(gone));
            deleted.add(gone.toLowerCase(Locale.ROOT));
        }
    }

    BareServer.Answer answer(URI request) {
        if (unruly && random.nextInt(10) == 0) {
            return fault();
        }
        return switch (request.getPath()) {
            case "/2.2.1" -> envelope(List.of(), details());
            case "/2.2.1/cdrs" -> page(request);
            default -> envelope(List.of(), "[]");
        };
    }

    private BareServer.Answer fault() {
        return switch (random.nextInt(7)) {
            case 0 -> BareServer.Answer.of(401, now, "{}");
            case 1 ->
                    new BareServer.Answer(
                            429, now, List.of("Retry-After: 0"), new byte[] {'{', '}'}, -1);
            case 2 -> BareServer.Answer.of(500, now, "");
            case 3 -> BareServer.Answer.of(503, now, "busy");
            case 4 -> BareServer.Answer.of(200, now, "{\"status_code\": 1000, \"data\": [{\"id\"");
            case 5 -> BareServer.Answer.of(200, now, "<html>Sign in</html>");
            default -> BareServer.Answer.of(200, now, "{\"status_code\": 1000}").cutAt(5);
        };
    }

    private String details() {
        var endpoints =
                List.of("cdrs", "locations").stream()
                        .map(
                                module ->
                                        "{\"identifier\": \"%s\", \"role\": \"SENDER\", \"url\": \"/2.2.1/%s\"}"
                                                .formatted(module, module))
                        .collect(Collectors.joining(","));
        return "{\"version\": \"2.2.1\", \"endpoints\": [%s]}".formatted(endpoints);
    }

    private BareServer.Answer page(URI request) {
        if (unruly && random.nextInt(4) == 0) {
            change();
            now = now.plusSeconds(random.nextInt(5));
        }
        var from = BareServer.query(request, "date_from");
        var to = Instant.parse(Objects.requireNonNull(BareServer.query(request, "date_to")));
        var offset = number(request, "offset");
        var limit = Math.min(mostOnAPage, number(request, "limit"));
        var list =
                cdrs.stream()
                        .filter(cdr -> from == null || !cdr.updated().isBefore(Instant.parse(from)))
                        .filter(cdr -> cdr.updated().isBefore(to))
                        .sorted(order)
                        .toList();
        var end = Math.min(list.size(), offset + limit);
        var lowerCase = unruly && random.nextInt(4) == 0;
        var items =
                list.subList(Math.min(offset, end), end).stream()
                        .map(cdr -> cdr.json(party, lowerCase))
                        .collect(Collectors.toCollection(ArrayList::new));
        if (unruly && !items.isEmpty() && random.nextInt(10) == 0) {
            items.add(items.getLast());
        }
        var headers = new ArrayList<String>();
        if (counts) {
            headers.add("X-Total-Count: " + list.size());
        }
        if (links && end < list.size() && !(unruly && random.nextInt(6) == 0)) {
            headers.add("Link:");
            headers.add("Link: <http://elsewhere/?offset=%d>; rel=\"next\"".formatted(end));
        }
        return envelope(headers, "[" + String.join(",", items) + "]");
    }

    private static int number(URI request, String name) {
        return Integer.parseInt(Objects.requireNonNull(BareServer.query(request, name)));
    }

    private BareServer.Answer envelope(List<String> headers, String data) {
        return new BareServer.Answer(
                200,
                now,
                headers,
                "{\"status_code\": 1000, \"data\": %s}"
                        .formatted(data)
                        .getBytes(StandardCharsets.UTF_8),
                -1);
    }
}
