package org.roamledger.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.problem.Problem;
import org.roamledger.session.NetworkRules;
import org.roamledger.session.PartyId;
import org.roamledger.store.Protocol;
import org.roamledger.store.Routing;
import org.roamledger.store.Source;
import org.roamledger.store.SourceSettings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class SyncVersionTest extends SyncScene {

    private static final String OLD_CDR =
            """
            {"id": "old", "start_date_time": "2026-10-01T10:00:00Z", "stop_date_time": "2026-10-01T10:30:00Z",
             "auth_id": "DE-8EO-C1", "auth_method": "WHITELIST", "currency": "SEK", "total_cost": 80.00,
             "total_energy": 10.5, "last_updated": "2026-10-01T10:30:00Z"}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"2.1.1", "2.2", "2.2.1", "2.3.0"})
    void speaksEachVersion(String version) {
        office.version = version;
        office.withCdrs(3);
        assertThat(sync().problem()).isNull();
        assertThat(office.requests("cdrs")).isNotEmpty();
    }

    @Test
    void speaksTheNewestVersionThatBothSpeak() {
        office.version = "2.3.0";
        office.fault =
                (exchange, _) -> {
                    if (!exchange.getRequestURI().getPath().endsWith("/versions")) {
                        return false;
                    }
                    var versions = new ArrayList<String>();
                    for (var version : List.of("2.2", "3.0", "2.3.0", "2.1.1", "2.2.1")) {
                        versions.add(
                                "{\"version\": \"%s\", \"url\": \"%s\"}"
                                        .formatted(version, office.url("/ocpi/" + version)));
                    }
                    FakeBackOffice.send(exchange, versions.toString());
                    return true;
                };
        office.withCdrs(1);
        assertThat(sync().counts().added()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void beginsWithTheFormOfTheTokenThatWorkedLastTime(boolean raw) {
        office.rawToken = raw;
        sync();
        assertThat(store.memory("acme").tokenForm()).isEqualTo(raw ? "RAW" : "BASE64");
        var before = office.all().size();
        sync();
        assertThat(office.all().subList(before, office.all().size())).doesNotHaveDuplicates();
    }

    @Test
    void triesTheOtherFormAlsoWhereOnlyTheDetailsAreRefused() {
        office.rawToken = true;
        office.versionsForAll = true;
        office.withCdrs(1);
        assertThat(sync().counts().added()).isEqualTo(1);
    }

    @Test
    void doesNotTroubleABusyServerWithTheOtherForm() {
        office.fault =
                (exchange, _) -> {
                    FakeServer.send(exchange, 503, "");
                    return true;
                };
        assertThat(sync().problem()).isInstanceOf(Problem.ServerRefused.class);
        assertThat(office.all()).hasSize(5);
    }

    @Test
    void namesItsPartiesToTheModulesOfAHubOnly() {
        var parties = parties(new Routing(new PartyId("NL*ABC"), new PartyId("DE*HUB")));
        assertThat(parties)
                .containsEntry("/ocpi/versions", "null null null null")
                .containsEntry("/ocpi/2.2.1", "null null null null")
                .containsEntry("/ocpi/2.2.1/cdrs", "NL ABC DE HUB")
                .containsEntry("/ocpi/2.2.1/locations", "NL ABC DE HUB");
    }

    @Test
    void namesOnlyItselfWhereNobodyElseIsNamed() {
        assertThat(parties(new Routing(new PartyId("nl-abc"), null)))
                .containsEntry("/ocpi/2.2.1/cdrs", "NL ABC null null");
    }

    @Test
    void namesNobodyToTheOldestVersion() {
        office.version = "2.1.1";
        assertThat(parties(new Routing(new PartyId("NL*ABC"), null)))
                .containsEntry("/ocpi/2.1.1/cdrs", "null null null null");
    }

    private Map<String, String> parties(Routing routing) {
        var parties = new TreeMap<String, String>();
        office.fault =
                (exchange, _) -> {
                    var headers = exchange.getRequestHeaders();
                    parties.put(
                            exchange.getRequestURI().getPath(),
                            "%s %s %s %s"
                                    .formatted(
                                            headers.getFirst("OCPI-from-country-code"),
                                            headers.getFirst("OCPI-from-party-id"),
                                            headers.getFirst("OCPI-to-country-code"),
                                            headers.getFirst("OCPI-to-party-id")));
                    return false;
                };
        var settings = new SourceSettings(Protocol.OCPI, NetworkRules.NONE, routing);
        var source = new Source("acme", office.versions(), null, null, null, settings);
        assertThat(sync(source, new SyncScope.News()).problem()).isNull();
        return parties;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    {"country_code": "SE", "party_id": "ABC"}                         | SE*ABC
                    {"roles": [{"role": "EMSP", "country_code": "SE", "party_id": "X"}, {"role": "CPO", "country_code": "SE", "party_id": "ABC"}]} | SE*ABC
                    {"roles": []}                                                     | -
                    null                                                              | -
                    """)
    void takesTheOwnerOfOldRecordsFromTheCredentials(String credentials, @Nullable String owner) {
        oldOffice();
        office.credentials = credentials;
        assertThat(sync().problem()).isNull();
        assertThat(store.memory("acme").operator()).isEqualTo(owner == null ? "" : owner);
    }

    @Test
    void doesWithoutCredentials() {
        oldOffice();
        office.modules = List.of("cdrs", "locations");
        assertThat(sync().ok()).isTrue();
    }

    @Test
    void doesNotDoubleSessionsWhenTheCredentialsAreNamedLater() {
        oldOffice();
        sync();
        office.credentials = "{\"country_code\": \"SE\", \"party_id\": \"ABC\"}";
        sync();
        assertThat(report().size()).isEqualTo(1);
    }

    private void oldOffice() {
        office.version = "2.1.1";
        office.modules = List.of("cdrs", "locations", "credentials");
        office.cdrs.add(OLD_CDR);
    }
}
