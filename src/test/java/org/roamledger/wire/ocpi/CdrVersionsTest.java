package org.roamledger.wire.ocpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.roamledger.session.Access;
import org.roamledger.session.Amount;
import org.roamledger.session.ChargeMethod;
import org.roamledger.session.ChargePoint;
import org.roamledger.session.ChargingSession;
import org.roamledger.session.Credit;
import org.roamledger.session.Energy;
import org.roamledger.session.EvseId;
import org.roamledger.session.FreeUsage;
import org.roamledger.session.Moment;
import org.roamledger.session.Network;
import org.roamledger.session.NetworkRules;
import org.roamledger.session.PartyId;
import org.roamledger.session.PlugType;
import org.roamledger.session.Price;
import org.roamledger.session.Provenance;
import org.roamledger.session.RecordPlace;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.SessionKey;
import org.roamledger.session.StationSetting;
import org.roamledger.session.VatRate;

import java.time.Instant;
import java.util.Map;

/// Reads the same kind of charge as each version of OCPI tells it.
class CdrVersionsTest {

    private static final MappingContext OF_SEABC =
            new MappingContext(null, NetworkRules.NONE, new PartyId("SE*ABC"), Joins.NONE);

    /// OCPI 2.1.1, with an EVSE for a test to replace.
    private static final String OLD =
            """
            {
              "id": "Old-1",
              "start_date_time": "2026-10-01T10:00:00Z", "stop_date_time": "2026-10-01T10:45:30Z",
              "auth_id": "DE8EOC12345678", "auth_method": "AUTH_REQUEST",
              "location": {"id": "L1", "type": "PARKING_LOT", "name": "Kajen", "address": "Kaj 1",
                           "city": "Malmö", "country": "SWE", "evses": [%s]},
              "currency": "SEK", "tariffs": [], "charging_periods": [],
              "total_cost": 100.00, "total_energy": 12.345, "total_time": 0.7583,
              "last_updated": "2026-10-01T10:46:00Z"
            }
            """;

    private static final String EVSE =
            """
            {"uid": "uid-%1$d", "evse_id": "SE-ABC-E%1$d", "status": "AVAILABLE", "connectors": [
              {"id": "1", "standard": "CHADEMO", "power_type": "DC", "tariff_id": "11"}]}
            """;

    @Test
    void readsOcpi211() {
        assertThat(read(OLD.formatted(EVSE.formatted(9)), OF_SEABC))
                .isEqualTo(
                        new ChargingSession(
                                new SessionKey("SEABC", "old-1"),
                                Network.OCPI,
                                "Old-1",
                                new ChargePoint("uid-9", new EvseId("SE-ABC-E9"), "Kajen"),
                                Moment.utc(Instant.parse("2026-10-01T10:00:00Z")),
                                Moment.utc(Instant.parse("2026-10-01T10:45:30Z")),
                                new Energy(12_345_000),
                                null,
                                null,
                                new Price(null, null, null, "SEK"),
                                StationSetting.UNKNOWN,
                                PlugType.DC,
                                ChargeMethod.UNKNOWN,
                                new PartyId("SE*ABC"),
                                new PartyId("DE-8EO"),
                                null,
                                null,
                                null,
                                Map.of(
                                        ReportColumn.NETWORK,
                                        Provenance.computed("protocol"),
                                        ReportColumn.OPERATOR_ID,
                                        Provenance.computed("party of the credentials"),
                                        ReportColumn.PROVIDER_ID,
                                        Provenance.computed("contract_id prefix"),
                                        ReportColumn.PRICE,
                                        Provenance.missing("total_cost is net"))));
    }

    @Test
    void takesTheOperatorOfAnOldRecordFromItsEvseWhereTheCredentialsAreNotKnown() {
        var session = read(OLD.formatted(EVSE.formatted(9)), MappingContext.NONE);
        assertThat(session.operator()).isEqualTo(new PartyId("SE*ABC"));
        assertThat(session.provenance().get(ReportColumn.OPERATOR_ID))
                .isEqualTo(Provenance.computed("evse_id prefix"));
    }

    @Test
    void claimsNoneOfSeveralEvses() {
        var session = read(OLD.formatted(EVSE.formatted(8) + "," + EVSE.formatted(9)), OF_SEABC);
        assertThat(session.chargePoint()).isEqualTo(new ChargePoint(null, null, "Kajen"));
        assertThat(session.plugType()).isEqualTo(PlugType.DC);
        assertThat(session.provenance().get(ReportColumn.EVSE_ID))
                .isEqualTo(Provenance.missing("location.evses: several, not told which one"));
    }

    @Test
    void readsAnOldRecordWithoutEvse() {
        var session = read(OLD.formatted(""), OF_SEABC);
        assertThat(session.chargePoint()).isEqualTo(new ChargePoint(null, null, "Kajen"));
        assertThat(session.plugType()).isEqualTo(PlugType.UNKNOWN);
        assertThat(session.provenance().get(ReportColumn.STATION_ID))
                .isEqualTo(Provenance.missing("location.evses is empty"));
    }

    @Test
    void computesTheGrossOfAnOldRecordWhereItsTariffTellsTheRate() {
        var tariff =
                "[{\"elements\": [{\"price_components\": [{\"price\": \"3.00\", \"vat\": 25}]}]}]";
        var cdr =
                OLD.formatted(EVSE.formatted(9))
                        .replace("\"tariffs\": []", "\"tariffs\": " + tariff);
        assertThat(read(cdr, OF_SEABC).price()).isEqualTo(price(1_250_000, 250_000, 250_000));
    }

    @Test
    void readsTheCreditOfAnOldRecordByItsIdAndSign() {
        var cdr =
                OLD.formatted(EVSE.formatted(9))
                        .replace("Old-1", "Old-1-C")
                        .replace("100.00", "-100");
        var session = read(cdr, OF_SEABC);
        assertThat(session.credit()).isEqualTo(new Credit("Old-1"));
        assertThat(session.energy()).isEqualTo(new Energy(-12_345_000));
    }

    @Test
    void takesTheStopThatStandsForUnknownAsMissing() {
        var cdr =
                OLD.formatted(EVSE.formatted(9))
                        .replace("2026-10-01T10:45:30Z", "1970-01-01T00:00:00Z");
        assertThat(read(cdr, OF_SEABC).stop()).isNull();
    }

    @Test
    void readsOcpi22WithoutThePartyOfTheToken() {
        var session =
                CdrText.session(
                        "cdr_token",
                        "{\"uid\": \"u\", \"type\": \"RFID\", \"contract_id\":"
                                + " \"NL-TNM-C12345678-S\"}");
        assertThat(session.provider()).isEqualTo(new PartyId("NL-TNM"));
        assertThat(session.provenance().get(ReportColumn.PROVIDER_ID))
                .isEqualTo(Provenance.computed("contract_id prefix"));
    }

    @Test
    void readsOcpi230() {
        var session =
                CdrText.session(
                        "cdr_token.type",
                        "\"EMAID\"",
                        "cdr_location.connector_standard",
                        "\"FUTURE_PLUG\"",
                        "total_cost",
                        "{\"before_taxes\": 100.00, \"taxes\": [{\"name\": \"VAT\", \"percentage\":"
                                + " 25, \"amount\": 25.00}]}",
                        "home_charging_compensation",
                        "true");
        assertThat(session.price()).isEqualTo(price(1_250_000, 250_000, 250_000));
        assertThat(session.chargeMethod()).isEqualTo(ChargeMethod.PLUG_AND_CHARGE);
        assertThat(session.stationSetting())
                .isEqualTo(new StationSetting(Access.PRIVATE, FreeUsage.UNKNOWN));
        assertThat(session.provenance())
                .isEqualTo(
                        Map.of(
                                ReportColumn.NETWORK,
                                Provenance.computed("protocol"),
                                ReportColumn.PRICE,
                                Provenance.computed("before_taxes + taxes"),
                                ReportColumn.VAT_RATE,
                                Provenance.reported("total_cost.taxes.percentage"),
                                ReportColumn.VAT_AMOUNT,
                                Provenance.reported("total_cost.taxes.amount"),
                                ReportColumn.ACCESS,
                                Provenance.computed("home_charging_compensation")));
    }

    @Test
    void keepsAnUnknownKindOfTokenUnknown() {
        assertThat(CdrText.session("cdr_token.type", "\"FACE_SCAN\"").chargeMethod())
                .isEqualTo(ChargeMethod.UNKNOWN);
    }

    @Test
    void readsACreditOfOcpi230() {
        var session =
                CdrText.session(
                        "credit",
                        "true",
                        "credit_reference_id",
                        "\"Cdr-0\"",
                        "total_cost",
                        "{\"before_taxes\": -100, \"taxes\": [{\"name\": \"VAT\", \"amount\":"
                                + " -25}]}");
        assertThat(session.price()).isEqualTo(price(-1_250_000, 250_000, -250_000));
        assertThat(session.credit()).isEqualTo(new Credit("Cdr-0"));
    }

    private static Price price(long gross, int rate, long vat) {
        return new Price(new Amount(gross), new VatRate(rate), new Amount(vat), "SEK");
    }

    private static ChargingSession read(String cdr, MappingContext context) {
        var cdrs = new OcpiCdrs(context);
        cdrs.read(CdrText.bytes(cdr), RecordPlace.item("cdrs", 0));
        return cdrs.delivery().sessions().getFirst().session();
    }
}
