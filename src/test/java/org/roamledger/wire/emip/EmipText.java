package org.roamledger.wire.emip;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.roamledger.session.ChargingSession;
import org.roamledger.session.Delivery;
import org.roamledger.session.RecordPlace;

import javax.xml.stream.XMLStreamException;

/// A complete eMIP message of which a test replaces parts.
final class EmipText {

    static final String WHOLE =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"
                xmlns:e="https://api-iop.gireve.com/schemas/AuthorisationV1/">
              <s:Body>
                <e:eMIP_ToIOP_SetChargeDetailRecordRequest>
                  <transactionId>T-1</transactionId>
                  <partnerIdType>eMI3</partnerIdType><partnerId>FR*798</partnerId>
                  <operatorIdType>eMI3</operatorIdType><operatorId>FR*798</operatorId>
                  <chargeDetailRecord>
                    <CDRNature>1</CDRNature>
                    <serviceSessionId>Gir-1</serviceSessionId>
                    <execPartnerSessionId>tx-9</execPartnerSessionId>
                    <execPartnerOperatorId>FR*798</execPartnerOperatorId>
                    <salePartnerSessionId>sale-5</salePartnerSessionId>
                    <salePartnerOperatorId>FR*MSP</salePartnerOperatorId>
                    <requestedServiceId>1</requestedServiceId>
                    <EVSEIdType>eMI3</EVSEIdType><EVSEId>FR*798*E1*1</EVSEId>
                    <userContractIdAlias>DE-8EO-C00000001-X</userContractIdAlias>
                    <userIdType>RFID-UID</userIdType><userId>04AABBCCDDEE80</userId>
                    <partnerProductId>DC</partnerProductId>
                    <startTime>2026-10-25T00:30:00Z</startTime>
                    <endTime>2026-10-25T02:15:00Z</endTime>
                    <meterReportList>
                      <meterReport><meterTypeId>1</meterTypeId><meterValue>105</meterValue><meterUnit>min</meterUnit></meterReport>
                      <meterReport><meterTypeId>2</meterTypeId><meterValue>15342</meterValue><meterUnit>Wh</meterUnit></meterReport>
                      <meterReport><meterTypeId>21</meterTypeId><meterValue>800</meterValue><meterUnit>W</meterUnit></meterReport>
                      <meterReport><meterTypeId>3</meterTypeId><meterValue>6.12</meterValue><meterUnit>EUR</meterUnit></meterReport>
                    </meterReportList>
                  </chargeDetailRecord>
                </e:eMIP_ToIOP_SetChargeDetailRecordRequest>
              </s:Body>
            </s:Envelope>
            """;

    private EmipText() {}

    /// The message with texts replaced, as `what, by what, …`, each of which has to be there.
    static String with(String... replacements) {
        var text = WHOLE;
        for (var i = 0; i < replacements.length; i += 2) {
            if (!text.contains(replacements[i])) {
                throw new IllegalArgumentException(replacements[i]);
            }
            text = text.replace(replacements[i], replacements[i + 1]);
        }
        return text;
    }

    static Delivery read(String xml) {
        var cdrs = new EmipCdrs();
        try {
            cdrs.read(xml.getBytes(UTF_8), RecordPlace.of("here"));
        } catch (XMLStreamException e) {
            throw new AssertionError(e);
        }
        return cdrs.delivery();
    }

    static ChargingSession session(String... replacements) {
        var delivery = read(with(replacements));
        if (delivery.sessions().isEmpty()) {
            throw new AssertionError(delivery.rejects().toString());
        }
        return delivery.sessions().getFirst().session();
    }
}
