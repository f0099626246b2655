package org.roamledger.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roamledger.problem.Progress;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The same records in every version.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VersionsTest {

    private static final SampleSize SIZE = new SampleSize(3, 400, LocalDate.of(2026, 11, 1));
    private static final String SINCE = "?limit=1000&date_from=2000-01-01T00:00:00Z";

    private final SampleBackOffice office =
            SampleBackOffice.start(
                    0,
                    SIZE,
                    new Conduct(Set.of(), EnumSet.allOf(OcpiVersion.class)),
                    Progress.NONE);
    private final OcpiClient client = new OcpiClient(office, "finance");

    @AfterAll
    void close() {
        office.close();
    }

    private List<JsonNode> all(OcpiVersion version, String module) {
        return client.crawl("/ocpi/" + version.number() + "/" + module + SINCE);
    }

    @Test
    void versionsAreOfferedFromTheOldestToTheNewest() {
        var offered = new ArrayList<String>();
        for (var version : client.json("/ocpi/versions").get("data")) {
            offered.add(OcpiClient.text(version, "version"));
            assertThat(OcpiClient.text(version, "url"))
                    .endsWith("/ocpi/" + OcpiClient.text(version, "version"));
        }
        assertThat(offered).containsExactly("2.1.1", "2.2", "2.2.1", "2.3.0");
    }

    @Test
    void onlyTheVersionsAskedForAreOffered() {
        var conduct = new Conduct(Set.of(), Set.of(OcpiVersion.V2_1_1));
        try (var old = SampleBackOffice.start(0, SIZE, conduct, Progress.NONE)) {
            var asking = new OcpiClient(old, "finance");
            assertThat(asking.json("/ocpi/versions").get("data")).hasSize(1);
            assertThat(asking.get("/ocpi/2.2.1").statusCode()).isEqualTo(404);
            assertThat(asking.get("/ocpi/2.1.1").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void everyVersionHasTheSameRecordsInTheSameOrder(OcpiVersion version) {
        var ids = new ArrayList<String>();
        office.eachId(ids::add);
        var cdrs = all(version, "cdrs");
        assertThat(cdrs.stream().map(cdr -> OcpiClient.text(cdr, "id"))).isEqualTo(ids);
    }

    @ParameterizedTest
    @EnumSource(OcpiVersion.class)
    void everyVersionLeadsToItsOwnModules(OcpiVersion version) {
        var details = client.json("/ocpi/" + version.number()).get("data");
        assertThat(OcpiClient.text(details, "version")).isEqualTo(version.number());
        for (var endpoint : details.get("endpoints")) {
            assertThat(OcpiClient.text(endpoint, "url"))
                    .contains("/ocpi/" + version.number() + "/");
            assertThat(endpoint.has("role")).isEqualTo(version != OcpiVersion.V2_1_1);
        }
    }

    @Test
    void credentialsNameTheParties() {
        var old = client.json("/ocpi/2.1.1/credentials").get("data");
        assertThat(OcpiClient.text(old, "country_code") + OcpiClient.text(old, "party_id"))
                .isEqualTo("SEGVL");
        var roles = client.json("/ocpi/2.2.1/credentials").get("data").get("roles");
        assertThat(roles).hasSize(6);
        assertThat(OcpiClient.text(roles.get(0), "role")).isEqualTo("CPO");
    }

    @Test
    void recordsOf211KnowNeitherPartyNorTransactionNorVat() {
        for (var cdr : all(OcpiVersion.V2_1_1, "cdrs")) {
            assertThat(cdr.propertyNames())
                    .contains("stop_date_time", "auth_id", "location")
                    .doesNotContain(
                            "end_date_time",
                            "country_code",
                            "session_id",
                            "cdr_token",
                            "cdr_location",
                            "credit");
            assertThat(cdr.get("total_cost").isNumber()).isTrue();
            assertThat(cdr.get("location").get("evses")).hasSize(1);
            assertThat(cdr.get("location").get("evses").get(0).get("connectors")).hasSize(1);
            assertThat(cdr.get("auth_method").stringValue()).isNotEqualTo("COMMAND");
        }
    }

    @Test
    void sessionsOf211ArePairedWithTheirRecordsByCustomerAndStart() {
        var records =
                all(OcpiVersion.V2_1_1, "cdrs").stream()
                        .map(cdr -> pair(cdr, "start_date_time"))
                        .toList();
        var sessions = all(OcpiVersion.V2_1_1, "sessions");
        assertThat(sessions).isNotEmpty();
        for (var session : sessions) {
            assertThat(records).contains(pair(session, "start_datetime"));
        }
    }

    private static List<String> pair(JsonNode object, String start) {
        return List.of(
                OcpiClient.text(object, "auth_id"),
                OcpiClient.text(object.get("location").get("evses").get(0), "evse_id"),
                OcpiClient.text(object, start));
    }

    @Test
    void tokensOf22NameNoParty() {
        for (var cdr : all(OcpiVersion.V2_2, "cdrs")) {
            assertThat(cdr.get("cdr_token").propertyNames())
                    .containsExactly("uid", "type", "contract_id");
        }
    }

    @Test
    void pricesOf230AreBeforeTaxesWithAListOfTaxes() {
        var before = all(OcpiVersion.V2_2_1, "cdrs");
        var after = all(OcpiVersion.V2_3_0, "cdrs");
        for (var i = 0; i < before.size(); i++) {
            var vat = before.get(i).get("total_cost");
            var taxes = after.get(i).get("total_cost");
            assertThat(decimal(taxes.get("before_taxes")))
                    .isEqualByComparingTo(decimal(vat.get("excl_vat")));
            if (vat.has("incl_vat")) {
                assertThat(
                                decimal(taxes.get("before_taxes"))
                                        .add(decimal(taxes.at("/taxes/0/amount"))))
                        .isEqualByComparingTo(decimal(vat.get("incl_vat")));
            } else {
                assertThat(taxes.has("taxes")).isFalse();
            }
        }
        assertThat(all(OcpiVersion.V2_3_0, "tariffs").getFirst().get("tax_included").stringValue())
                .isEqualTo("NO");
    }

    @Test
    void before22PrivateStationsAreNotTold() {
        var published =
                all(OcpiVersion.V2_2_1, "locations").stream()
                        .filter(location -> location.get("publish").booleanValue())
                        .count();
        var old = all(OcpiVersion.V2_1_1, "locations");
        assertThat(old)
                .hasSize((int) published)
                .hasSizeLessThan(all(OcpiVersion.V2_2, "locations").size());
        assertThat(old.getFirst().has("publish")).isFalse();
    }

    private static BigDecimal decimal(JsonNode node) {
        return node.decimalValue();
    }
}
