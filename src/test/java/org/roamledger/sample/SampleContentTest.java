package org.roamledger.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.roamledger.problem.Progress;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SampleContentTest {

    private static final int RECORDS = 4_000;
    private static final LocalDate UNTIL = LocalDate.of(2026, 11, 1);

    private final SampleBackOffice office =
            SampleBackOffice.start(0, new SampleSize(11, RECORDS, UNTIL), Progress.NONE);
    private List<JsonNode> cdrs = List.of();
    private List<JsonNode> locations = List.of();
    private Map<String, JsonNode> byId = Map.of();
    private Map<String, ZoneId> zones = Map.of();

    @BeforeAll
    void crawl() {
        var finance = new OcpiClient(office, "finance");
        cdrs = finance.crawl("/ocpi/2.2.1/cdrs?limit=1000");
        locations = finance.crawl("/ocpi/2.2.1/locations");
        byId = cdrs.stream().collect(Collectors.toMap(cdr -> text(cdr, "id"), cdr -> cdr));
        zones =
                locations.stream()
                        .collect(
                                Collectors.toMap(
                                        one -> text(one, "id"),
                                        one -> ZoneId.of(text(one, "time_zone"))));
    }

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void figuresAreTheSumsOfWhatIsServed() {
        var sums = new TreeMap<String, BackOfficeFigures.Sums>();
        var withoutPrice = 0L;
        for (var cdr : cdrs) {
            var cost = cdr.get("total_cost");
            var gross = cost.has("incl_vat") ? cost.get("incl_vat").decimalValue() : null;
            var vat =
                    gross == null
                            ? BigDecimal.ZERO
                            : gross.subtract(cost.get("excl_vat").decimalValue());
            var energy =
                    number(cdr, "total_energy")
                            .movePointRight(3)
                            .setScale(0, RoundingMode.HALF_UP)
                            .longValueExact();
            var unpriced = gross == null ? 1 : 0;
            withoutPrice += unpriced;
            sums.merge(
                    text(cdr, "currency"),
                    new BackOfficeFigures.Sums(
                            1,
                            cdr.has("credit") ? -energy : energy,
                            (gross == null ? BigDecimal.ZERO : gross).setScale(4),
                            vat.setScale(4),
                            unpriced),
                    SampleContentTest::plus);
        }
        assertThat(office.figures()).isEqualTo(new BackOfficeFigures(RECORDS, withoutPrice, sums));
        assertThat(sums).containsOnlyKeys("EUR", "GBP", "SEK");
        assertThat(office.sessions()).isEqualTo(RECORDS);
    }

    @Test
    void creditsTakeBackTheMoneyOfARecordAndRepeatItsEnergy() {
        var credits = cdrs.stream().filter(cdr -> cdr.has("credit")).toList();
        assertThat(credits).hasSize(2 * RECORDS / Oddity.BLOCK);
        for (var credit : credits) {
            var reference = text(credit, "credit_reference_id");
            var credited = Objects.requireNonNull(byId.get(reference));
            assertThat(text(credit, "id")).isEqualTo(reference + "-C");
            assertThat(gross(credit)).isNegative().isEqualTo(gross(credited).negate());
            assertThat(number(credit, "total_energy"))
                    .isPositive()
                    .isEqualTo(number(credited, "total_energy"));
            assertThat(updated(credit)).isAfter(updated(credited));
        }
    }

    @Test
    void someCreditsAreFollowedByAReplacement() {
        var transactions =
                cdrs.stream()
                        .filter(cdr -> cdr.has("session_id"))
                        .collect(
                                Collectors.groupingBy(
                                        cdr -> text(cdr, "session_id"), Collectors.counting()));
        assertThat(transactions.values().stream().filter(count -> count == 3).count())
                .isEqualTo(RECORDS / Oddity.BLOCK);
    }

    @Test
    void someTransactionsAreEmptyAndSomeSessionsHaveNoEnergy() {
        assertThat(share(cdr -> !cdr.has("session_id"))).isBetween(0.002, 0.02);
        assertThat(share(cdr -> number(cdr, "total_energy").signum() == 0)).isBetween(0.002, 0.02);
    }

    @Test
    void somePricesAreMissing() {
        var missing = cdrs.stream().filter(cdr -> !cdr.get("total_cost").has("incl_vat")).toList();
        assertThat(missing).hasSize(2 * RECORDS / Oddity.BLOCK);
        assertThat(missing).allMatch(cdr -> rates(cdr).isEmpty());
        assertThat(missing).anyMatch(cdr -> net(cdr).signum() == 0);
        assertThat(missing).anyMatch(cdr -> net(cdr).signum() > 0);
    }

    @Test
    void someChargesAreReversedAndSomeHaveNoRate() {
        assertThat(cdrs)
                .anyMatch(
                        cdr ->
                                rates(cdr).stream().anyMatch(rate -> rate.signum() == 0)
                                        && gross(cdr).compareTo(net(cdr)) == 0)
                .anyMatch(
                        cdr ->
                                rates(cdr).isEmpty()
                                        && cdr.get("total_cost").has("incl_vat")
                                        && gross(cdr).compareTo(net(cdr)) > 0);
    }

    @Test
    void someIdsAreSpoiledBySpreadsheets() {
        assertThat(byId.keySet())
                .anyMatch(id -> id.matches("000\\d+"))
                .anyMatch(id -> id.matches("1\\d*E5"))
                .anyMatch(id -> id.matches("9\\d{15}"))
                .anyMatch(id -> id.matches("\\d+-12-03"));
        assertThat(byId.keySet()).allMatch(id -> id.length() <= 38);
        assertThat(share(cdr -> text(cdr, "id").matches("[0-9a-f-]{36}|CDR.*"))).isGreaterThan(0.9);
    }

    @Test
    void someSessionsRunThroughTheHourThatExistsTwice() {
        var changes = Instant.parse("2026-10-25T01:00:00Z");
        assertThat(cdrs)
                .anyMatch(
                        cdr ->
                                over(cdr, changes)
                                        && local(cdr, start(cdr)).getHour() == 2
                                        && Duration.between(start(cdr), end(cdr)).toMinutes()
                                                >= 75);
    }

    @Test
    void someSessionsRunThroughTheHourThatDoesNotExist() {
        var changes = Instant.parse("2026-03-29T01:00:00Z");
        assertThat(cdrs).anyMatch(cdr -> over(cdr, changes));
    }

    @Test
    void someSessionsRunOverTheEndOfAMonth() {
        assertThat(cdrs)
                .anyMatch(
                        cdr -> {
                            var zone = zone(cdr);
                            var from = start(cdr).atZone(zone);
                            return from.getMonth() != end(cdr).atZone(zone).getMonth();
                        });
    }

    @Test
    void someRecordsAreDeliveredDaysLate() {
        var late = share(cdr -> Duration.between(end(cdr), updated(cdr)).toDays() >= 2);
        assertThat(late).isBetween(0.005, 0.03);
    }

    @Test
    void allRecordsLieInTheRange() {
        for (var cdr : cdrs) {
            var first = UNTIL.minusMonths(14).atStartOfDay(zone(cdr)).toInstant();
            assertThat(start(cdr)).isBetween(first, end(cdr));
            assertThat(end(cdr)).isBefore(UNTIL.atStartOfDay(zone(cdr)).toInstant());
            assertThat(updated(cdr))
                    .isAfter(end(cdr))
                    .isBefore(UNTIL.atStartOfDay(ZoneOffset.UTC).toInstant());
        }
    }

    @Test
    void someStationNamesAreAwkward() {
        var names = locations.stream().map(one -> text(one, "name")).toList();
        assertThat(names).contains("=Parkhaus Süd", "Café \"Drei Eichen\", Hof; links");
        assertThat(locations.stream().filter(one -> !one.has("name"))).hasSize(1);
        assertThat(cdrs).anyMatch(cdr -> !cdr.get("cdr_location").has("name"));
        assertThat(cdrs).anyMatch(cdr -> name(cdr).startsWith("="));
    }

    @Test
    void networksMarketsAndMethodsAllOccur() {
        assertThat(values("roaming_network")).containsOnly("Hubject", "Gireve", "OCPI");
        assertThat(values("party_id")).containsOnly("GVL", "GVS", "LTL", "LTS", "KLO", "FBC");
        assertThat(values("auth_method")).containsOnly("WHITELIST", "AUTH_REQUEST", "COMMAND");
        assertThat(cdrs.stream().map(cdr -> text(cdr, "cdr_token", "type")))
                .contains("RFID", "APP_USER", "AD_HOC_USER", "EMAID");
        assertThat(cdrs)
                .anyMatch(cdr -> text(cdr, "cdr_token", "party_id").equals(text(cdr, "party_id")));
        var providers =
                cdrs.stream().map(cdr -> text(cdr, "cdr_token", "party_id")).distinct().count();
        assertThat(providers).isGreaterThan(40);
        assertThat(zones.values())
                .contains(ZoneId.of("Europe/Helsinki"), ZoneId.of("Europe/London"));
        assertThat(cdrs.stream().map(cdr -> text(cdr, "cdr_location", "country")))
                .contains("SWE", "DEU", "FIN", "GBR");
    }

    @Test
    void subOrganisationsAreNamedBesideTheirParent() {
        var parents = new HashMap<String, String>();
        for (var location : locations) {
            if (location.has("suboperator")) {
                parents.put(text(location, "suboperator", "name"), text(location, "owner", "name"));
            }
        }
        assertThat(parents)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "Granvik Stockholm", "Granvik Laddning AB",
                                "Lindental Süd", "Lindental Ladenetz GmbH"));
        assertThat(locations.stream().map(one -> text(one, "owner", "name")).distinct()).hasSize(4);
        assertThat(locations).anyMatch(one -> !one.get("publish").booleanValue());
    }

    @Test
    void pricesAreThoseOfTheTariff() {
        for (var cdr : cdrs) {
            if (cdr.has("tariffs") && !cdr.has("credit")) {
                assertThat(net(cdr)).isEqualByComparingTo(computed(cdr));
            }
        }
    }

    @Test
    void energyPricesAreThoseOfTheirMarket() {
        var lowest = Map.of("EUR", "0.30", "SEK", "3.5", "GBP", "0.35");
        var highest = Map.of("EUR", "0.79", "SEK", "7.0", "GBP", "0.75");
        for (var cdr : cdrs) {
            for (var component : components(cdr)) {
                var price = number(component, "price");
                if (text(component, "type").equals("ENERGY") && price.signum() > 0) {
                    var currency = text(cdr, "currency");
                    assertThat(price)
                            .isBetween(
                                    new BigDecimal(Objects.requireNonNull(lowest.get(currency))),
                                    new BigDecimal(Objects.requireNonNull(highest.get(currency))));
                }
            }
        }
    }

    @Test
    void powerAndEnergyArePlausible() {
        for (var cdr : cdrs) {
            var energy = number(cdr, "total_energy").doubleValue();
            if (energy > 0) {
                var hours = hours(cdr, "TIME");
                var power = energy / hours;
                var direct = text(cdr, "cdr_location", "connector_power_type").equals("DC");
                // Hours have four decimals, which is a third of a second.
                assertThat(power).isBetween(direct ? 15.0 : 2.8, direct ? 206.0 : 22.1);
                assertThat(energy).isBetween(0.3, 85.0);
                if (direct) {
                    assertThat(number(cdr, "total_time").doubleValue()).isLessThan(1.2);
                }
            }
        }
    }

    @Test
    void businessGrowsAndComesAtTheRightHours() {
        var half = Instant.parse("2026-04-01T00:00:00Z");
        var early = cdrs.stream().filter(cdr -> start(cdr).isBefore(half)).count();
        assertThat(RECORDS - early).isGreaterThan(early);
        var homes = cdrs.stream().filter(cdr -> name(cdr).startsWith("Brf ")).toList();
        var evening =
                homes.stream()
                        .filter(cdr -> local(cdr, start(cdr)).isAfter(LocalTime.of(14, 0)))
                        .count();
        assertThat(evening).isGreaterThan(homes.size() / 2);
    }

    @Test
    void aChargingPointHasOneCustomerAtATime() {
        var points =
                cdrs.stream()
                        .filter(cdr -> !cdr.has("credit"))
                        .collect(
                                Collectors.groupingBy(
                                        cdr -> text(cdr, "cdr_location", "evse_uid")));
        var overlaps = 0;
        for (var sessions : points.values()) {
            var inOrder =
                    sessions.stream()
                            .sorted(Comparator.comparing(SampleContentTest::start))
                            .toList();
            for (var i = 1; i < inOrder.size(); i++) {
                var earlier = inOrder.get(i - 1);
                var again = text(earlier, "session_id").equals(text(inOrder.get(i), "session_id"));
                if (!again && end(earlier).isAfter(start(inOrder.get(i)))) {
                    overlaps++;
                }
            }
        }
        assertThat(overlaps).isLessThan(3);
    }

    private static BackOfficeFigures.Sums plus(
            BackOfficeFigures.Sums one, BackOfficeFigures.Sums other) {
        return new BackOfficeFigures.Sums(
                one.records() + other.records(),
                one.wattHours() + other.wattHours(),
                one.gross().add(other.gross()),
                one.vat().add(other.vat()),
                one.withoutPrice() + other.withoutPrice());
    }

    /// Energy, session and hours at the prices of the tariff that is sent along.
    private static BigDecimal computed(JsonNode cdr) {
        var seconds = BigDecimal.valueOf(Math.round(hours(cdr, "TIME") * 3_600));
        var total = BigDecimal.ZERO;
        for (var component : components(cdr)) {
            var price = number(component, "price");
            var part =
                    switch (text(component, "type")) {
                        case "ENERGY" -> price.multiply(number(cdr, "total_energy"));
                        case "TIME" ->
                                price.multiply(seconds)
                                        .divide(BigDecimal.valueOf(3_600), 4, RoundingMode.HALF_UP);
                        default -> price;
                    };
            total = total.add(part.setScale(4, RoundingMode.HALF_UP));
        }
        return total;
    }

    private static double hours(JsonNode cdr, String type) {
        for (var dimension : cdr.get("charging_periods").get(0).get("dimensions")) {
            if (text(dimension, "type").equals(type)) {
                return number(dimension, "volume").doubleValue();
            }
        }
        throw new AssertionError("no " + type);
    }

    private static List<JsonNode> components(JsonNode cdr) {
        return cdr.path("tariffs").values().stream()
                .flatMap(tariff -> tariff.get("elements").values().stream())
                .flatMap(element -> element.get("price_components").values().stream())
                .toList();
    }

    private static List<BigDecimal> rates(JsonNode cdr) {
        return components(cdr).stream()
                .filter(component -> component.has("vat"))
                .map(component -> number(component, "vat"))
                .toList();
    }

    private double share(Predicate<JsonNode> test) {
        return (double) cdrs.stream().filter(test).count() / cdrs.size();
    }

    private List<String> values(String field) {
        return cdrs.stream().map(cdr -> text(cdr, field)).distinct().toList();
    }

    private ZoneId zone(JsonNode cdr) {
        return Objects.requireNonNull(zones.get(text(cdr, "cdr_location", "id")));
    }

    private LocalTime local(JsonNode cdr, Instant moment) {
        return moment.atZone(zone(cdr)).toLocalTime();
    }

    private static boolean over(JsonNode cdr, Instant moment) {
        return start(cdr).isBefore(moment) && end(cdr).isAfter(moment);
    }

    private static String name(JsonNode cdr) {
        return text(cdr, "cdr_location", "name");
    }

    private static Instant start(JsonNode cdr) {
        return Instant.parse(text(cdr, "start_date_time"));
    }

    private static Instant end(JsonNode cdr) {
        return Instant.parse(text(cdr, "end_date_time"));
    }

    private static Instant updated(JsonNode cdr) {
        return Instant.parse(text(cdr, "last_updated"));
    }

    private static BigDecimal net(JsonNode cdr) {
        return number(cdr.get("total_cost"), "excl_vat");
    }

    private static BigDecimal gross(JsonNode cdr) {
        return number(cdr.get("total_cost"), "incl_vat");
    }

    private static BigDecimal number(JsonNode object, String field) {
        return object.get(field).decimalValue();
    }

    private static String text(JsonNode object, String... path) {
        return OcpiClient.text(object, path);
    }
}
