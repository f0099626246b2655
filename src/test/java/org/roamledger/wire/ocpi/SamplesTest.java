package org.roamledger.wire.ocpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roamledger.session.ChargeMethod;
import org.roamledger.session.ChargingSession;
import org.roamledger.session.Delivery;
import org.roamledger.session.Energy;
import org.roamledger.session.FreeUsage;
import org.roamledger.session.PlugType;
import org.roamledger.session.Provenance;
import org.roamledger.session.RecordPlace;
import org.roamledger.session.Reject;
import org.roamledger.session.Reject.Reason;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.Station;
import org.roamledger.wire.ocmf.Ocmf;
import org.roamledger.wire.record.Fields;
import org.roamledger.wire.record.Json;
import org.roamledger.wire.record.Samples;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads all official sample messages of the kinds that are read, and compares them with what the
/// specifications say they mean. Skipped where the samples are not at hand.
///
/// Some samples break their own specification: the CDR and tariff of 2.3.0 lack `tax_included` and
/// `last_updated`, all swap latitude and longitude, and 2.1.1 writes a price as text and a country
/// with two letters. They are expected to be read, as none of this decides a column.
class SamplesTest {

    /// Key, EVSE uid and id, station name, start, stop, Wh, gross, VAT rate, VAT, currency, plug,
    /// charge method, operator, provider, transaction.
    private static final String CDRS =
            """
            ocpi-2.1.1/cdr_example.json | BEBEC/12345 3256 BE-BEC-E041503003 Gent Zuid 2015-06-29T21:39:09Z 2015-06-29T23:37:32Z 15342 - - - EUR AC unknown BE*BEC DE-8AC -
            ocpi-2.1.1/cdrs__01_example_of_a_cdr.json | BEBEC/12345 3256 BE-BEC-E041503003 Gent Zuid 2015-06-29T21:39:09Z 2015-06-29T23:37:32Z 15342 - - - EUR AC unknown BE*BEC DE-8AC -
            chargemap-ocpi-2.1.1/ok_cdr_without_tariff.json | BEBEC/12345 3256 BE-BEC-E041503003 Gent Zuid 2015-06-29T21:39:09Z 2015-06-29T23:37:32Z 15342 - - - EUR AC unknown BE*BEC DE-8AC -
            chargemap-ocpi-2.1.1/cdrs_list_response.json | BEBEC/12345 3256 BE-BEC-E041503003 Gent Zuid 2015-06-29T21:39:09Z 2015-06-29T23:37:32Z 15342 - - - EUR AC unknown BE*BEC DE-8AC -
            ocpi-2.2/cdr_example.json | BEBEC/12345 3256 BE*BEC*E041503003 Gent Zuid 2015-06-29T21:39:09Z 2015-06-29T23:37:32Z 15342 4.4000 10 0.4000 EUR AC rfid BE*BEC DE-8AC -
            ocpi-2.2.1/cdr_example.json | BEBEC/12345 3256 BE*BEC*E041503003 Gent Zuid 2015-06-29T21:39:09Z 2015-06-29T23:37:32Z 15342 4.4000 10 0.4000 EUR AC rfid BE*BEC DE-TNM -
            ocpi-2.3.0/cdr_example.json | BEBEC/12345 3256 BE*BEC*E041503003 Gent Zuid 2024-12-05T17:39:09Z 2024-12-05T19:37:32Z 15342 4.4000 10 0.4000 EUR AC rfid BE*BEC DE-TNM -
            """;

    /// Of the price, the VAT rate, the VAT amount, the operator and the provider.
    private static final String PROVENANCES =
            """
            ocpi-2.1.1/cdr_example.json | missing total_cost is net; -; -; computed evse_id prefix; computed contract_id prefix
            ocpi-2.2/cdr_example.json | reported total_cost.incl_vat; reported tariffs.vat; computed incl_vat - excl_vat; -; computed contract_id prefix
            ocpi-2.2.1/cdr_example.json | reported total_cost.incl_vat; reported tariffs.vat; computed incl_vat - excl_vat; -; -
            ocpi-2.3.0/cdr_example.json | computed before_taxes + taxes; reported tariffs.vat; reported total_cost.taxes.amount; -; -
            """;

    /// Start, stop, Wh, gross, VAT rate, VAT. In the Netherlands VAT is 21 or 9 %: 10 % and more
    /// are mixtures, but 0.33 for 0.30 is 9 % within a cent.
    private static final String BARE_CDRS =
            """
            ocpi-tariffs/025kwh_min_price/cdr1.json | 2022-01-13T14:30:00Z 2022-01-13T15:30:00Z 20000 5.5000 10 0.5000
            ocpi-tariffs/025kwh_min_price/cdr2_less_than_2kWh.json | 2022-01-13T14:30:00Z 2022-01-13T15:30:00Z 1200 0.3300 9 0.0300
            ocpi-tariffs/025kwh_start/cdr1.json | 2022-01-13T14:30:00Z 2022-01-13T15:30:00Z 20000 6.1000 10.91 0.6000
            ocpi-tariffs/grace_period_parking_time/cdr.json | 2015-06-29T15:00:00Z 2015-06-29T16:15:00Z 10000 3.5000 7.69 0.2500
            ocpi-tariffs/multiple_flat_fees/cdr.json | 2015-06-29T15:00:00Z 2015-06-29T16:30:00Z 0 1.0000 0 0.0000
            ocpi-tariffs/simple_025kwh/cdr1.json | 2022-01-13T14:30:00Z 2022-01-13T15:30:00Z 20000 5.5000 10 0.5000
            ocpi-tariffs/simple_3hour_5parking/cdr1.json | 2022-01-13T16:00:00Z 2022-01-13T19:12:00Z 0 12.7500 13.33 1.5000
            ocpi-tariffs/step_size/cdr1.json | 2022-01-13T16:55:00Z 2022-01-13T17:07:00Z 0 0.5502 0 0.0000
            ocpi-tariffs/step_size_energy/cdr1.json | 2022-01-13T16:55:00Z 2022-01-13T17:07:00Z 12000 30.0000 0 0.0000
            """;

    /// Id, operator, EVSE key, EVSE uid, contract, start, stop, Wh, status, last update.
    private static final String SESSIONS =
            """
            ocpi-2.1.1/session_example_1_simple_start.json | 101 - BEBECE041503003 3256 DE8ACC12E46L89 2015-06-29T22:39:09Z - 0 PENDING 2015-06-29T22:39:09Z
            ocpi-2.1.1/session_example_2_short_finished.json | 101 - BEBECE041503003 3256 DE8ACC12E46L89 2015-06-29T22:39:09Z 2015-06-29T23:50:16Z 41000 COMPLETED 2015-06-29T23:09:10Z
            ocpi-2.1.1/sessions__02_simple_session_example_of_a_just_starting_session.json | 101 - BEBECE041503003 3256 DE8ACC12E46L89 2015-06-29T22:39:09Z - 0 PENDING 2015-06-29T22:39:09Z
            ocpi-2.1.1/sessions__03_simple_session_example_of_a_short_finished_session.json | 101 - BEBECE041503003 3256 DE8ACC12E46L89 2015-06-29T22:39:09Z 2015-06-29T23:50:16Z 41000 COMPLETED 2015-06-29T23:09:10Z
            ocpi-2.2/session_example_2_short_finished.json | 101 BE*BEC - 3256 NL-TST-C12345678-S 2015-06-29T22:39:09Z 2015-06-29T23:50:16Z 41000 COMPLETED 2015-06-29T23:50:17Z
            ocpi-2.2.1/session_example_1_simple_start.json | 101 NL*STK - 3256 NL-TST-C12345678-S 2020-03-09T10:17:09Z - 0 PENDING 2020-03-09T10:17:09Z
            ocpi-2.2.1/session_example_2_short_finished.json | 101 BE*BEC - 3256 NL-TST-C12345678-S 2015-06-29T22:39:09Z 2015-06-29T23:50:16Z 41120 COMPLETED 2015-06-29T23:50:17Z
            ocpi-2.3.0/session_example_1_simple_start.json | 101 NL*STK - 3256 NL-TST-C12345678-S 2020-03-09T10:17:09Z - 0 PENDING 2020-03-09T10:17:09Z
            ocpi-2.3.0/session_example_2_short_finished.json | 101 BE*BEC - 3256 NL-TST-C12345678-S 2015-06-29T22:39:09Z 2015-06-29T23:50:16Z 41120 COMPLETED 2015-06-29T23:50:17Z
            """;

    /// Contract, uid, type, provider.
    private static final String TOKENS =
            """
            ocpi-2.1.1/tokens__03_example.json | DE8ACC12E46L89 012345678 RFID DE-8AC
            ocpi-2.1.1/transport_and_format__03_example_tokens_get_response_with_one_token_object_cpo_end_po.json | FA54320 012345678 RFID TheNewMotion
            ocpi-2.1.1/transport_and_format__04_example_tokens_get_response_with_list_of_token_objects_emsp_.json | FA54320 100012 RFID TheNewMotion; FA543A5 100013 RFID TheNewMotion; FA543BB 100014 RFID TheNewMotion
            ocpi-2.2.1/token_example_1_app_user.json | DE8ACC12E46L89 bdf21bce-fc97-11e8-8eb2-f2801f1b9fd1 APP_USER DE-TNM
            ocpi-2.2.1/token_example_2_full_rfid.json | DE8ACC12E46L89 12345678905880 RFID DE-TNM
            ocpi-2.2.1/token_put_example.json | NL8ACC12E46L89 012345678 RFID NL-TNM
            ocpi-2.2.1/transport_and_format_get_token_example.json | FA54320 012345678 RFID DE-TNM
            ocpi-2.2.1/transport_and_format_get_token_list_example.json | FA54320 100012 RFID NL-TNM; FA543A5 100013 RFID NL-TNM; FA543BB 100014 RFID NL-TNM
            ocpi-2.3.0/token_example_1_app_user.json | DE8ACC12E46L89 bdf21bce-fc97-11e8-8eb2-f2801f1b9fd1 APP_USER DE-TNM
            ocpi-2.3.0/token_example_2_full_rfid.json | DE8ACC12E46L89 12345678905880 RFID DE-TNM
            ocpi-2.3.0/token_put_example.json | NL8ACC12E46L89 012345678 RFID NL-TNM
            ocpi-2.3.0/transport_and_format_get_token_example.json | FA54320 012345678 RFID DE-TNM
            ocpi-2.3.0/transport_and_format_get_token_list_example.json | FA54320 100012 RFID NL-TNM; FA543A5 100013 RFID NL-TNM; FA543BB 100014 RFID NL-TNM
            """;

    /// Of each station: operator, uid, EVSE-ID, name, zone, plug, access, free usage.
    private static final String LOCATIONS =
            """
            chargemap-ocpi-2.1.1/ok_real_sample_1.location.json | FRNIS FRNIS*EFR13100*22RGAL1CE*0 FRNIS*EFR13100*22RGAL1CE*0 NISSAN DEALER AIX - AIX EN PROVENCE - FRANCE - DC UNKNOWN UNKNOWN
            ocpi-2.1.1/location_example.json | BEBEC 3256 BE-BEC-E041503001 Gent Zuid - AC UNKNOWN UNKNOWN; BEBEC 3257 BE-BEC-E041503002 Gent Zuid - AC UNKNOWN UNKNOWN
            ocpi-2.1.1/locations__06_example.json | BEBEC 3256 BE-BEC-E041503001 Gent Zuid - AC UNKNOWN UNKNOWN; BEBEC 3257 BE-BEC-E041503002 Gent Zuid - AC UNKNOWN UNKNOWN
            ocpi-2.2.1/location_example.json | BEBEC 3256 BE*BEC*E041503001 Gent Zuid Europe/Brussels AC PUBLIC UNKNOWN; BEBEC 3257 BE*BEC*E041503002 Gent Zuid Europe/Brussels AC PUBLIC UNKNOWN
            ocpi-2.2.1/location_example_parking_garage_opening_hours.json | SEEVC eccb8dd9-4189-433e-b100-cc0945dd17dc SE*EVC*E000000123 P-Huset Leonard Europe/Stockholm AC PUBLIC UNKNOWN
            ocpi-2.2.1/location_example_uc2_destination_charger.json | NLALF fd855359-bc81-47bb-bb89-849ae3dac89e NL*ALF*E000000001 ihomer Europe/Amsterdam AC PUBLIC UNKNOWN
            ocpi-2.2.1/location_example_uc3_destination_charger_not_published.json | NLALF fd855359-bc81-47bb-bb89-849ae3dac89e NL*ALF*E000000001 ihomer Europe/Amsterdam AC PRIVATE UNKNOWN
            ocpi-2.2.1/location_example_uc4_limited_visibility.json | NLALL 8c1b3487-61ac-40a7-a367-21eee99dbd90 NL*ALL*EGO0000013 Water State Europe/Amsterdam AC PRIVATE UNKNOWN
            ocpi-2.2.1/location_example_uc5_home_charge_point.json | DEALL 4534ad5f-45be-428b-bfd0-fa489dda932d DE*ALL*EGO0000001 Krautwigstraße 283A, Köln Europe/Berlin AC PRIVATE UNKNOWN
            ocpi-2.3.0/location_example.json | BEBEC 3256 BE*BEC*E041503001 Gent Zuid Europe/Brussels AC PUBLIC UNKNOWN; BEBEC 3257 BE*BEC*E041503002 Gent Zuid Europe/Brussels AC PUBLIC UNKNOWN
            ocpi-2.3.0/location_example_parking_garage_opening_hours.json | SEEVC eccb8dd9-4189-433e-b100-cc0945dd17dc SE*EVC*E000000123 P-Huset Leonard Europe/Stockholm AC PUBLIC UNKNOWN
            ocpi-2.3.0/location_example_uc2_destination_charger.json | NLALF fd855359-bc81-47bb-bb89-849ae3dac89e NL*ALF*E000000001 ihomer Europe/Amsterdam AC PUBLIC UNKNOWN
            ocpi-2.3.0/location_example_uc3_destination_charger_not_published.json | NLALF fd855359-bc81-47bb-bb89-849ae3dac89e NL*ALF*E000000001 ihomer Europe/Amsterdam AC PRIVATE UNKNOWN
            ocpi-2.3.0/location_example_uc4_limited_visibility.json | NLALL 8c1b3487-61ac-40a7-a367-21eee99dbd90 NL*ALL*EGO0000013 Water State Europe/Amsterdam AC PRIVATE UNKNOWN
            ocpi-2.3.0/location_example_uc5_home_charge_point.json | DEALL 4534ad5f-45be-428b-bfd0-fa489dda932d DE*ALL*EGO0000001 Krautwigstraße 283A, Köln Europe/Berlin AC PRIVATE UNKNOWN
            """;

    /// Status, then the versions offered, or the version and its modules.
    private static final String VERSIONS =
            """
            ocpi-2.1.1/transport_and_format__01_example_version_information_response_list_of_objects.json | 1000 1.9 2.0
            ocpi-2.1.1/transport_and_format__02_example_version_details_response_one_object.json | 1000 2.0 credentials locations
            ocpi-2.1.1/transport_and_format__05_example_response_with_an_error_contains_no_data_field.json | 2001
            ocpi-2.1.1/version_details_example.json | 1000 2.0 credentials locations
            ocpi-2.1.1/version_information_endpoint__01_example.json | 1000 2.1.1 2.0
            ocpi-2.1.1/version_information_endpoint__02_example.json | 1000 2.0 credentials locations
            ocpi-2.1.1/versions_info_example.json | 1000 2.1.1 2.0
            ocpi-2.2.1/transport_and_format_version_details_example.json | 1000 2.2 credentials locations
            ocpi-2.2.1/transport_and_format_version_info_example.json | 1000 2.1.1 2.2
            ocpi-2.2.1/version_details_example.json | 1000 2.2 credentials locations
            ocpi-2.2.1/version_details_example2.json | 1000 2.2 credentials locations tokens locations tokens
            ocpi-2.2.1/versions_info_example.json | 1000 2.1.1 2.2.1
            ocpi-2.3.0/transport_and_format_version_details_example.json | 1000 2.2 credentials locations
            ocpi-2.3.0/transport_and_format_version_info_example.json | 1000 2.1.1 2.2
            ocpi-2.3.0/version_details_example.json | 1000 2.2 credentials locations
            ocpi-2.3.0/version_details_example2.json | 1000 2.2 credentials locations tokens locations tokens
            ocpi-2.3.0/versions_info_example.json | 1000 2.1.1 2.2.1
            """;

    /// All other tariffs cost something.
    private static final Set<String> FREE_TARIFFS =
            Set.of(
                    "ocpi-2.1.1/tariff_free_of_charge.json",
                    "ocpi-2.1.1/tariffs__07_free_of_charge_tariff_example.json",
                    "ocpi-2.2.1/tariff_5_free_of_charge.json",
                    "ocpi-2.3.0/tariff_5_free_of_charge.json",
                    "ocpi-tariffs/free_of_charge/tariff.json");

    private static final Pattern TARIFF = Pattern.compile(".*/tariff[^/]*\\.json");

    /// Parts of messages, changes of single fields, and kinds that are not read.
    private static final Pattern NOT_READ =
            Pattern.compile(
                    """
                    (?x) .*_patch_.* | .*/location_(energymix|hours|regularhours)_.*
                    | .*/location_put_example_add_evse\\.json | .*/credentials.*
                    | ocpi-2\\.3\\.0-payments/.* | oicp-.*
                    """);

    private static final Instant READ_AT = Instant.parse("2026-11-02T08:00:00Z");

    @BeforeEach
    void needsTheSamples() {
        assumeTrue(Samples.arePresent(), "no sample messages beside the project");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = CDRS)
    void readsEachCdr(String name, String expected) {
        assertThat(row(only(cdrs(Samples.bytes(name))))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = PROVENANCES)
    void saysWhereTheValuesOfACdrComeFrom(String name, String expected) {
        var provenance = only(cdrs(Samples.bytes(name))).provenance();
        assertThat(
                        Stream.of(
                                        ReportColumn.PRICE,
                                        ReportColumn.VAT_RATE,
                                        ReportColumn.VAT_AMOUNT,
                                        ReportColumn.OPERATOR_ID,
                                        ReportColumn.PROVIDER_ID)
                                .map(column -> words(provenance, column))
                                .collect(Collectors.joining("; ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = BARE_CDRS)
    void readsEachCdrThatIsGivenTheIdItLacks(String name, String expected) {
        var rejects = cdrs(Samples.bytes(name)).rejects();
        assertThat(rejects)
                .extracting(Reject::reason, Reject::field)
                .containsExactly(tuple(Reason.MISSING_VALUE, "id"));
        var cdr = (ObjectNode) Samples.tree(name);
        cdr.put("id", "X");
        var session = only(cdrs(Json.MAPPER.writeValueAsBytes(cdr)));
        assertThat(words(session.start().at(), stop(session), wh(session.energy()), money(session)))
                .isEqualTo(expected);
        assertThat(session.operator()).isNull();
        assertThat(session.plugType()).isEqualTo(PlugType.UNKNOWN);
        assertThat(session.chargeMethod()).isEqualTo(ChargeMethod.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = SESSIONS)
    void readsEachSession(String name, String expected) {
        var session = OcpiSessions.read(Samples.tree(name)).orElseThrow();
        var operator = session.operator();
        assertThat(
                        words(
                                session.id(),
                                operator == null ? null : operator.asSent(),
                                session.evseKey(),
                                session.evseUid(),
                                session.authId(),
                                session.start(),
                                session.stop(),
                                wh(session.energy()),
                                session.status(),
                                session.lastUpdated()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = TOKENS)
    void readsEachToken(String name, String expected) {
        assertThat(
                        data(name).stream()
                                .map(token -> words(OcpiTokens.read(token).orElseThrow()))
                                .collect(Collectors.joining("; ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = LOCATIONS)
    void readsEachLocation(String name, String expected) {
        var locations = new OcpiLocations(new OcpiTariffs(), null, READ_AT);
        locations.read(Samples.tree(name), Samples.bytes(name), RecordPlace.unknown());
        var read = locations.delivery();
        assertThat(read.rejects()).isEmpty();
        assertThat(
                        read.stations().stream()
                                .map(SamplesTest::words)
                                .collect(Collectors.joining("; ")))
                .isEqualTo(expected);
    }

    @Test
    void knowsWhichTariffsAreFree() {
        var free = new TreeSet<String>();
        var paid = new TreeSet<String>();
        for (var name : ours(TARIFF)) {
            var tariff = Samples.tree(name);
            var tariffs = new OcpiTariffs();
            tariffs.add(tariff);
            var owner = Parties.of(tariff, "*");
            var usage =
                    tariffs.freeUsage(
                            owner == null ? "" : owner.key(),
                            Objects.requireNonNull(Fields.text(tariff, "id")));
            (usage == FreeUsage.YES ? free : paid).add(name);
            assertThat(usage).as(name).isNotEqualTo(FreeUsage.UNKNOWN);
        }
        assertThat(free).containsExactlyInAnyOrderElementsOf(FREE_TARIFFS);
        assertThat(paid).hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = VERSIONS)
    void readsEachAnswerAboutVersions(String name, String expected) {
        var words = new ArrayList<String>();
        var answer = OcpiAnswer.read(enveloped(name), (item, _) -> words.add(version(item)));
        if (answer.data().isObject()) {
            words.add(version(answer.data()));
            answer.data()
                    .path("endpoints")
                    .forEach(module -> words.add(Fields.text(module, "identifier")));
        }
        words.addFirst(Integer.toString(answer.status()));
        assertThat(String.join(" ", words)).isEqualTo(expected);
    }

    @Test
    void readsTheMeterOfTheOcmfExample() {
        var example =
                new String(
                        Samples.bytes("ocmf/ocmf_spec_example_figure1.json.txt"),
                        StandardCharsets.UTF_8);
        var ocmf = Ocmf.read(example).orElseThrow();
        assertThat(ocmf.meterStart()).isEqualTo(new Energy(2_935_600_000L));
        assertThat(ocmf.meterStop()).isEqualTo(new Energy(2_965_100_000L));
        assertThat(ocmf.current()).isEqualTo(PlugType.DC);
        assertThat(ocmf.chargeMethod()).isEqualTo(ChargeMethod.RFID);
    }

    @Test
    void expectsSomethingOfEverySample() {
        var expected =
                Stream.of(CDRS, BARE_CDRS, SESSIONS, TOKENS, LOCATIONS, VERSIONS)
                        .flatMap(String::lines)
                        .map(line -> line.substring(0, line.indexOf('|')).strip())
                        .collect(Collectors.toCollection(TreeSet::new));
        expected.addAll(ours(TARIFF));
        expected.addAll(ours(NOT_READ));
        assertThat(Samples.names()).containsExactlyElementsOf(expected);
    }

    private static List<String> ours(Pattern shape) {
        return Samples.names().stream().filter(name -> shape.matcher(name).matches()).toList();
    }

    /// A CDR by itself, or those of an answer.
    private static Delivery cdrs(byte[] json) {
        var cdrs = new OcpiCdrs(MappingContext.NONE);
        if (Json.tree(json).has("status_code")) {
            OcpiAnswer.read(json, (cdr, raw) -> cdrs.read(cdr, raw, RecordPlace.of("cdrs")));
        } else {
            cdrs.read(json, RecordPlace.of("cdr"));
        }
        return cdrs.delivery();
    }

    private static ChargingSession only(Delivery delivery) {
        assertThat(delivery.rejects()).isEmpty();
        assertThat(delivery.sessions()).hasSize(1);
        return delivery.sessions().getFirst().session();
    }

    /// The objects of an answer, or the one object.
    private static List<JsonNode> data(String name) {
        var objects = new ArrayList<JsonNode>();
        var answer = OcpiAnswer.read(enveloped(name), (item, _) -> objects.add(item));
        if (answer.data().isObject()) {
            objects.add(answer.data());
        }
        return objects;
    }

    /// The sample as an answer, which some show without their envelope.
    private static byte[] enveloped(String name) {
        var sample = Samples.tree(name);
        return sample.has("status_code")
                ? Samples.bytes(name)
                : CdrText.bytes("{\"status_code\": 1000, \"data\": " + sample + "}");
    }

    private static String version(JsonNode version) {
        return Objects.requireNonNull(Fields.text(version, "version"));
    }

    private static String row(ChargingSession session) {
        var point = session.chargePoint();
        var evseId = point.evseId();
        var operator = session.operator();
        var provider = session.provider();
        return words(
                session.key().party() + "/" + session.key().id(),
                point.stationId(),
                evseId == null ? null : evseId.asSent(),
                point.stationName(),
                session.start().at(),
                stop(session),
                wh(session.energy()),
                money(session),
                session.price().currency(),
                session.plugType(),
                session.chargeMethod().code(),
                operator == null ? null : operator.asSent(),
                provider == null ? null : provider.asSent(),
                session.transactionId());
    }

    private static @Nullable Instant stop(ChargingSession session) {
        var stop = session.stop();
        return stop == null ? null : stop.at();
    }

    private static @Nullable Long wh(@Nullable Energy energy) {
        return energy == null ? null : energy.wattHours();
    }

    private static String money(ChargingSession session) {
        var price = session.price();
        var gross = price.gross();
        var rate = price.vatRate();
        var vat = price.vat();
        return words(
                gross == null ? null : gross.toDecimal(),
                rate == null ? null : rate.toPercent(),
                vat == null ? null : vat.toDecimal());
    }

    private static String words(Map<ReportColumn, Provenance> provenance, ReportColumn column) {
        var from = provenance.get(column);
        return from == null
                ? "-"
                : from.origin().name().toLowerCase(Locale.ROOT) + " " + from.rule();
    }

    private static String words(KnownToken token) {
        var provider = token.provider();
        return words(
                token.authId(),
                token.uid(),
                token.type(),
                provider == null ? null : provider.asSent());
    }

    private static String words(Station station) {
        var evseId = station.evseId();
        assertThat(station.organisation()).isNull();
        return words(
                station.operator(),
                station.stationId(),
                evseId == null ? null : evseId.asSent(),
                station.name(),
                station.zone(),
                station.plugType(),
                station.setting().access(),
                station.setting().freeUsage());
    }

    private static String words(@Nullable Object... values) {
        return Stream.of(values)
                .map(value -> Objects.toString(value, "-"))
                .collect(Collectors.joining(" "));
    }
}
