package org.roamledger.wire.ocpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.session.Access;
import org.roamledger.session.EvseId;
import org.roamledger.session.FreeUsage;
import org.roamledger.session.Organisation;
import org.roamledger.session.PartyId;
import org.roamledger.session.PlugType;
import org.roamledger.session.RecordPlace;
import org.roamledger.session.Reject;
import org.roamledger.session.Reject.Reason;
import org.roamledger.session.Station;
import org.roamledger.session.StationSetting;
import org.roamledger.wire.record.Json;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

class OcpiLocationsTest {

    private static final Instant READ_AT = Instant.parse("2026-11-02T08:00:00Z");
    private static final String EVSE =
            """
            {"uid": "u1", "evse_id": "SE*ABC*E1", "connectors": [
              {"id": "1", "standard": "IEC_62196_T2", "power_type": "AC_3_PHASE", "tariff_ids": ["T1"]}]}
            """;

    @Test
    void makesOneStationOfEachEvse() {
        var location =
                location(
                        "\"name\": \"Hamnen\", \"publish\": true, \"owner\": {\"name\": \"City\"}",
                        EVSE,
                        "{\"uid\": \"u2\", \"connectors\": [{\"power_type\": \"DC\"}]}",
                        "{\"evse_id\": \"SE*ABC*E3\"}");
        assertThat(stations(location))
                .isEqualTo(
                        List.of(
                                new Station(
                                        "SEABC",
                                        "u1",
                                        new EvseId("SE*ABC*E1"),
                                        "Hamnen",
                                        ZoneId.of("Europe/Stockholm"),
                                        new Organisation("City", null),
                                        PlugType.AC,
                                        new StationSetting(Access.PUBLIC, FreeUsage.UNKNOWN),
                                        READ_AT),
                                new Station(
                                        "SEABC",
                                        "u2",
                                        null,
                                        "Hamnen",
                                        ZoneId.of("Europe/Stockholm"),
                                        new Organisation("City", null),
                                        PlugType.DC,
                                        new StationSetting(Access.PUBLIC, FreeUsage.UNKNOWN),
                                        READ_AT)));
    }

    @Test
    void namesANamelessStationByItsAddress() {
        assertThat(only(location("\"address\": \"Kaj 1\", \"city\": \"Malmö\"", EVSE)).name())
                .isEqualTo("Kaj 1, Malmö");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Mars/Olympus\"", "null", "7"})
    void leavesAnUnknownZoneOpen(String zone) {
        var station = only("{\"time_zone\": %s, \"evses\": [%s]}".formatted(zone, EVSE));
        assertThat(station.zone()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    Sub,  City, Sub,  City
                    Sub,  -,    Sub,  -
                    -,    City, City, -
                    City, City, City, -
                    -,    -,    -,    -
                    """)
    void findsTheOwnerAndItsParent(
            @Nullable String suboperator,
            @Nullable String owner,
            @Nullable String name,
            @Nullable String parent) {
        var fields =
                "\"suboperator\": %s, \"owner\": %s"
                        .formatted(business(suboperator), business(owner));
        assertThat(only(location(fields, EVSE)).organisation())
                .isEqualTo(name == null ? null : new Organisation(name, parent));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    true  | []                         | PUBLIC
                    null  | []                         | UNKNOWN
                    null  | ["EMPLOYEES"]              | PRIVATE
                    false | []                         | PRIVATE
                    true  | ["EMPLOYEES"]              | PRIVATE
                    true  | ["EV_ONLY", "tenants"]     | PRIVATE
                    true  | ["CUSTOMERS", "EV_ONLY"]   | PUBLIC
                    """)
    void tellsPrivateStationsFromPublicOnes(String publish, String restrictions, Access expected) {
        var evse = "{\"uid\": \"u\", \"parking_restrictions\": %s}".formatted(restrictions);
        assertThat(only(location("\"publish\": " + publish, evse)).setting().access())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"power_type": "AC_1_PHASE"}, {"power_type": "AC_3_PHASE"} | AC
                    {"power_type": "AC_3_PHASE"}, {"power_type": "DC"}         | UNKNOWN
                    {"standard": "CHADEMO"}, {"power_type": "DC"}              | DC
                    {"power_type": "DC"}, {}                                   | UNKNOWN
                    {}                                                         | UNKNOWN
                    """)
    void tellsThePlugWhereAllConnectorsAgree(String connectors, PlugType expected) {
        var evse = "{\"uid\": \"u\", \"connectors\": [%s]}".formatted(connectors);
        assertThat(only(location("\"name\": \"x\"", evse)).plugType()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ["FREE"]           | ["FREE2"]  | YES
                    ["free"]           | ["FREE"]   | YES
                    ["FREE"]           | ["PAID"]   | NO
                    ["PAID"]           | ["LOST"]   | NO
                    ["FREE"]           | ["LOST"]   | UNKNOWN
                    ["FREE"]           | []         | UNKNOWN
                    ["FREE", "PAID"]   | ["FREE"]   | NO
                    ["FREE"]           | ["EMPTY"]  | UNKNOWN
                    ["FREE"]           | ["ODD"]    | UNKNOWN
                    ["FREE"]           | ["FLOOR"]  | NO
                    ["FOREIGN"]        | ["FREE"]   | UNKNOWN
                    """)
    void callsAStationFreeOnlyIfAllItsTariffsAre(String first, String second, FreeUsage expected) {
        var tariffs = new OcpiTariffs();
        tariffs.add(tariff("SE", "FREE", "0.00", ""));
        tariffs.add(tariff("SE", "FREE2", "\"0\"", ""));
        tariffs.add(tariff("SE", "PAID", "3.50", ""));
        tariffs.add(tariff("SE", "ODD", "\"?\"", ""));
        tariffs.add(tariff("SE", "FLOOR", "0", ", \"min_price\": {\"excl_vat\": 1}"));
        tariffs.add(tariff("NO", "FOREIGN", "0", ""));
        tariffs.add(
                Json.tree(
                        CdrText.bytes(
                                "{\"country_code\":\"SE\",\"party_id\":\"ABC\",\"id\":\"EMPTY\"}")));
        var evse =
                "{\"uid\": \"u\", \"connectors\": [{\"tariff_ids\": %s}, {\"tariff_ids\": %s}]}"
                        .formatted(first, second);
        var station =
                delivery(location("\"name\": \"x\"", evse), tariffs, null).stations().getFirst();
        assertThat(station.setting().freeUsage()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            quoteCharacter = '\'',
            textBlock =
                    """
                    []                               | NOT_AN_OBJECT | -            | -
                    {"id": "L1", "evses": "many"}    | NOT_AN_OBJECT | evses        | L1
                    {"id": "L1", "evses": [7]}       | NOT_AN_OBJECT | evses[0]     | L1
                    {"id": "L1", "evses": [{}]}      | MISSING_VALUE | evses[0].uid | L1
                    {"evses": [{"uid": "#NA"}]}      | MISSING_VALUE | evses[0].uid | -
                    """)
    void rejectsWhatCannotBeRead(
            String location, Reason reason, @Nullable String field, @Nullable String id) {
        assertThat(delivery(location, new OcpiTariffs(), null).rejects())
                .extracting(Reject::where, Reject::reason, Reject::field, Reject::id, Reject::raw)
                .containsExactly(
                        tuple(
                                RecordPlace.item("locations", 0),
                                reason,
                                field == null ? "" : field,
                                id == null ? "" : id,
                                location));
    }

    @Test
    void readsTheOtherEvsesOfALocation() {
        var read = delivery(location("\"name\": \"x\"", "{}", EVSE), new OcpiTariffs(), null);
        assertThat(read.stations()).extracting(Station::stationId).containsExactly("u1");
        assertThat(read.rejects()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"evses\": null}", "{\"evses\": []}", "{\"id\": \"L1\"}"})
    void allowsALocationWithoutEvses(String location) {
        assertThat(delivery(location, new OcpiTariffs(), null))
                .isEqualTo(new StationDelivery(List.of(), List.of()));
    }

    @Test
    void handsOutEachLocationOnce() {
        var locations = new OcpiLocations(new OcpiTariffs(), null, READ_AT);
        var json = CdrText.bytes(location("\"name\": \"x\"", EVSE));
        locations.read(Json.tree(json), json, RecordPlace.item("locations", 0));
        locations.delivery();
        assertThat(locations.delivery().stations()).isEmpty();
    }

    @Test
    void readsALocationOfOcpi211() {
        var tariffs = new OcpiTariffs();
        tariffs.add(
                Json.tree(
                        CdrText.bytes(
                                "{\"id\": \"11\", \"elements\": [{\"price_components\":"
                                        + " [{\"price\": 0}]}]}")));
        var location =
                """
                {"id": "L1", "type": "ON_STREET", "name": "Kajen", "address": "Kaj 1", "evses": [
                  {"uid": "u1", "evse_id": "SE-XYZ-E1", "connectors": [
                    {"id": "1", "standard": "CHADEMO", "power_type": "DC", "tariff_id": "11"}]}]}
                """;
        assertThat(delivery(location, tariffs, new PartyId("SE*ABC")).stations())
                .containsExactly(
                        new Station(
                                "SEABC",
                                "u1",
                                new EvseId("SE-XYZ-E1"),
                                "Kajen",
                                null,
                                null,
                                PlugType.DC,
                                new StationSetting(Access.UNKNOWN, FreeUsage.YES),
                                READ_AT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0                                      | YES
                    0.50                                   | NO
                    {"excl_vat": 0.50, "incl_vat": 0.60}   | NO
                    {"before_taxes": 0.50}                 | NO
                    {"before_taxes": 0, "after_taxes": 0}  | YES
                    "?"                                    | UNKNOWN
                    """)
    void readsTheLeastPriceOfEachVersion(String minPrice, FreeUsage expected) {
        var tariffs = new OcpiTariffs();
        tariffs.add(
                tariff("SE", "T", "0", ", \"tax_included\": \"NO\", \"min_price\": " + minPrice));
        assertThat(tariffs.freeUsage("SEABC", "t")).isEqualTo(expected);
    }

    private static List<Station> stations(String location) {
        return delivery(location, new OcpiTariffs(), null).stations();
    }

    private static StationDelivery delivery(
            String location, OcpiTariffs tariffs, @Nullable PartyId publisher) {
        var locations = new OcpiLocations(tariffs, publisher, READ_AT);
        locations.read(
                Json.tree(CdrText.bytes(location)),
                CdrText.bytes(location),
                RecordPlace.item("locations", 0));
        return locations.delivery();
    }

    private static Station only(String location) {
        return stations(location).getFirst();
    }

    private static String location(String fields, String... evses) {
        return """
        {"country_code": "SE", "party_id": "ABC", "id": "L1", "time_zone": "Europe/Stockholm",
         %s, "evses": [%s]}
        """
                .formatted(fields, String.join(",", evses));
    }

    private static String business(@Nullable String name) {
        return name == null ? "null" : "{\"name\": \"%s\"}".formatted(name);
    }

    private static tools.jackson.databind.JsonNode tariff(
            String country, String id, String price, String more) {
        return Json.tree(
                CdrText.bytes(
                        """
                        {"country_code": "%s", "party_id": "ABC", "id": "%s", "currency": "SEK",
                         "elements": [{"price_components": [{"type": "ENERGY", "price": %s}]}]%s}
                        """
                                .formatted(country, id, price, more)));
    }
}
