package org.roamledger.wire.oicp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.session.ChargeMethod;
import org.roamledger.session.ChargePoint;
import org.roamledger.session.ChargingSession;
import org.roamledger.session.Energy;
import org.roamledger.session.EvseId;
import org.roamledger.session.Moment;
import org.roamledger.session.Network;
import org.roamledger.session.PartyId;
import org.roamledger.session.PlugType;
import org.roamledger.session.Price;
import org.roamledger.session.Provenance;
import org.roamledger.session.RecordPlace;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.SessionKey;
import org.roamledger.session.StationSetting;
import org.roamledger.wire.record.Json;
import org.roamledger.wire.record.Samples;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The samples of the specification, against rows written by hand from it. Of OICP 2.2 there is
/// only the description of its interface, which holds no record.
class SamplesTest {

    /// All five kinds of identification stand in the samples, though exactly one is allowed: so
    /// nobody can say how the session was started.
    private static final ChargingSession EXPECTED =
            new ChargingSession(
                    new SessionKey("network:HUBJECT", "string"),
                    Network.HUBJECT,
                    "string",
                    new ChargePoint(null, new EvseId("DE*XYZ*ETEST1"), null),
                    Moment.utc(Instant.parse("2020-09-23T14:17:53.039Z")),
                    Moment.utc(Instant.parse("2020-09-23T14:17:53.039Z")),
                    new Energy(10_000_000),
                    new Energy(0),
                    new Energy(10_000_000),
                    Price.MISSING,
                    StationSetting.UNKNOWN,
                    PlugType.AC,
                    ChargeMethod.UNKNOWN,
                    new PartyId("DE*XYZ"),
                    new PartyId("DE-DCB"),
                    "1234XYZ",
                    null,
                    null,
                    Map.of(
                            ReportColumn.NETWORK,
                            Provenance.computed("protocol"),
                            ReportColumn.PRICE,
                            Provenance.missing("OICP has no price"),
                            ReportColumn.VAT_RATE,
                            Provenance.missing("OICP has no price"),
                            ReportColumn.VAT_AMOUNT,
                            Provenance.missing("OICP has no price"),
                            ReportColumn.OPERATOR_ID,
                            Provenance.computed("EvseID prefix"),
                            ReportColumn.PROVIDER_ID,
                            Provenance.computed("EvcoID prefix"),
                            ReportColumn.PLUG_TYPE,
                            Provenance.computed("PartnerProductID"),
                            ReportColumn.CHARGE_METHOD,
                            Provenance.missing("several kinds of Identification")));

    @Test
    void readsTheRecordThatAnOperatorSends() {
        var body = Samples.bytes("oicp-2.3/cpo_eRoamingChargeDetailRecord_request.json");
        var cdrs = new OicpCdrs();
        cdrs.read(Json.tree(body), body, RecordPlace.of("sample"));
        assertEquals(EXPECTED, cdrs.delivery().sessions().getFirst().session());
    }

    @Test
    void readsThePageThatAProviderGets() {
        var body = Samples.bytes("oicp-2.3/emp_eRoamingGetChargeDetailRecord_response.json");
        var cdrs = new OicpCdrs();
        var page =
                OicpPage.read(body, (item, raw) -> cdrs.read(item, raw, RecordPlace.of("sample")));
        assertEquals(new OicpPage(true, 0, true, 2, "", ""), page);
        var delivery = cdrs.delivery();
        assertEquals(List.of(), delivery.rejects());
        // The page says that it holds two records; it holds one.
        assertEquals(
                List.of(EXPECTED),
                delivery.sessions().stream().map(sent -> sent.session()).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cpo_eRoamingChargeDetailRecord_response",
                "emp_eRoamingGetChargeDetailRecord_request",
                "cpo_eRoamingAuthorizeStart_request",
                "cpo_eRoamingPushEvseData_request"
            })
    void otherMessagesAreNoRecords(String name) {
        var body = Samples.bytes("oicp-2.3/" + name + ".json");
        var cdrs = new OicpCdrs();
        cdrs.read(Json.tree(body), body, RecordPlace.of("sample"));
        assertEquals(1, cdrs.delivery().rejects().size());
    }
}
