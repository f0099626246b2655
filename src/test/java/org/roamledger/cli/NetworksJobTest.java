package org.roamledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// What comes from Hubject and Gireve as files, by the command line alone: records and rated
/// exports in, the report out.
class NetworksJobTest {

    private static final String FIRST = "b2688855-7f00-0002-6d8e-48d883f6abb1";
    private static final String SECOND = "b2688855-7f00-0002-6d8e-48d883f6abb2";

    @TempDir Path folder;

    private Cli.Outcome run(int exit, String... arguments) {
        var outcome = new Cli(folder).run(arguments);
        assertThat(outcome.exit()).as(outcome.words()).isEqualTo(exit);
        return outcome;
    }

    /// The month's rows, without the header.
    private List<String> october(String columns) throws IOException {
        var file = folder.resolve("october.csv");
        Files.deleteIfExists(file);
        run(
                0,
                "export",
                "--from",
                "2026-10-01",
                "--to",
                "2026-11-01",
                "--columns",
                columns,
                "--out",
                file.toString());
        return Files.readAllLines(file).stream().skip(1).toList();
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String oicp(String id, String kilowattHours) {
        return """
        {"SessionID": "%s", "PartnerProductID": "AC3", "EvseID": "DE*ABC*E1*1",
         "Identification": {"RemoteIdentification": {"EvcoID": "DE-8EO-C12345678-X"}},
         "ChargingStart": "2026-10-05T10:00:00+02:00", "ChargingEnd": "2026-10-05T11:30:00+02:00",
         "SessionStart": "2026-10-05T10:00:00+02:00", "SessionEnd": "2026-10-05T11:30:00+02:00",
         "ConsumedEnergy": %s}
        """
                .formatted(id, kilowattHours);
    }

    /// One record alone, and one on a page in an archive.
    private String hubjectsRecords() throws IOException {
        var records = Files.createDirectory(folder.resolve("oicp"));
        Files.writeString(records.resolve("single.json"), oicp(FIRST, "12.345"));
        try (var zip = new ZipOutputStream(Files.newOutputStream(records.resolve("more.zip")))) {
            zip.putNextEntry(new ZipEntry("2026/page.json"));
            zip.write(("{\"content\": [" + oicp(SECOND, "7") + "]}").getBytes(UTF_8));
        }
        return records.toString();
    }

    private String controlCenter() throws IOException {
        return file(
                        "control-center.csv",
                        """
                        Session ID,Transaction ID,Provider ID,EV User ID,EVSE ID,Session Start,Session Duration,Energy Consumed - kWh,Product ID,Charge Without Tax,Sum Taxes,Rerate,Retransmit,Total Price,CDR Rating Status,CDR Rating Reason,Transaction Status,Transaction Reason,Transaction Update Time,Rating Update Time
                        %s,T1,DE-8EO,DE-8EO-C12345678-X,DE*ABC*E1*1,2026-10-05 10:00:00,1:30:00,12.345,AC3,10.00,1.90,,,11.90,RATED,,SUCCESS,,2026-10-05 12:00:00,2026-10-06 01:00:00
                        %s,T2,DE-8EO,DE-8EO-C12345678-X,DE*ABC*E1*1,2026-10-05 10:00:00,1:30:00,7.000,AC3,,,,,,NOT RATED,,SUCCESS,,2026-10-05 12:00:00,
                        """
                                .formatted(FIRST.toUpperCase(Locale.ROOT), SECOND))
                .toString();
    }

    private String financialServices() throws IOException {
        return file(
                        "financial-services.csv",
                        """
                        Session ID,CDR ID,CDR Status,Provider ID,EMP Name,Invoice Number,Date,Duration,Energy (kWh),Price (incl. VAT),VAT amount,Currency
                        %s,,RATED,DE-8EO,Example Mobility,,2026-10-05 10:00:00,1:30,12.345,11.90,1.90,EUR
                        %s,,NOT RATED,DE-8EO,Example Mobility,,2026-10-05 10:00:00,1:30,7.000,,,EUR
                        """
                                .formatted(FIRST, SECOND))
                .toString();
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void hubjectsPricesJoinItsRecordsWhicheverComesFirst(boolean recordsFirst, boolean portal)
            throws IOException {
        var records = hubjectsRecords();
        var rated = portal ? controlCenter() : financialServices();
        run(0, "import", recordsFirst ? records : rated);
        run(0, "import", recordsFirst ? rated : records);
        run(0, "import", records, rated);
        var currency = portal ? "" : "EUR";
        assertThat(october("network,cdr_id,energy_wh,duration,price,vat_amount,currency"))
                .containsExactly(
                        "Hubject,%s,12345,1:30:00,11.90,1.90,%s".formatted(FIRST, currency),
                        "Hubject,%s,7000,1:30:00,,,".formatted(SECOND));
    }

    @Test
    void theSameExportByANamedNetworkAndByAMappingIsTheSameSessions() throws IOException {
        var export = controlCenter();
        var mapping = folder.resolve("mapping.json").toString();
        run(0, "mapping", "guess", export, "--out", mapping);
        run(0, "import", export, "--network", "Hubject");
        var again = run(0, "import", export, "--mapping", mapping);
        assertThat(again.json().at("/files/0/new").asInt()).isZero();
        assertThat(october("cdr_id")).hasSize(2);
    }

    private String emip(String name, int nature, String wattHours) throws IOException {
        return file(
                        name,
                        """
                        <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"
                            xmlns:e="https://api-iop.gireve.com/schemas/AuthorisationV1/"><s:Body>
                          <e:eMIP_ToIOP_SetChargeDetailRecordRequest>
                            <partnerIdType>eMI3</partnerIdType><partnerId>FR*798</partnerId>
                            <operatorIdType>eMI3</operatorIdType><operatorId>FR*798</operatorId>
                            <chargeDetailRecord>
                              <CDRNature>%d</CDRNature><serviceSessionId>Gir-1</serviceSessionId>
                              <execPartnerSessionId>tx-9</execPartnerSessionId>
                              <EVSEIdType>eMI3</EVSEIdType><EVSEId>FR*798*E1*1</EVSEId>
                              <userIdType>RFID-UID</userIdType><userId>04AABBCCDDEE80</userId>
                              <startTime>2026-10-05T08:00:00Z</startTime>
                              <endTime>2026-10-05T09:30:00Z</endTime>
                              <meterReportList><meterReport><meterTypeId>2</meterTypeId>
                                <meterValue>%s</meterValue><meterUnit>Wh</meterUnit></meterReport></meterReportList>
                            </chargeDetailRecord>
                          </e:eMIP_ToIOP_SetChargeDetailRecordRequest>
                        </s:Body></s:Envelope>
                        """
                                .formatted(nature, wattHours))
                .toString();
    }

    @Test
    void gireveIsReportedByItsFinalRecordAlone() throws IOException {
        var columns = "network,cdr_id,transaction_id,energy_wh,duration,operator_id,charge_method";
        var intermediate = emip("intermediate.xml", 2, "3000");
        var early = run(3, "import", intermediate);
        assertThat(early.json().at("/files/0/rejected").asInt()).isEqualTo(1);
        assertThat(october(columns)).isEmpty();
        var last = run(0, "import", emip("final.xml", 1, "15342"));
        assertThat(last.json().at("/files/0/format").asString()).isEqualTo("emip-cdr-xml");
        run(0, "import", intermediate);
        assertThat(october(columns)).containsExactly("Gireve,Gir-1,tx-9,15342,1:30:00,FR*798,rfid");
        assertThat(run(0, "rejects", "list").json().at("/total").asInt(-1)).isZero();
    }

    /// Half past midnight in Helsinki, where the mapping puts the list, is still September in
    /// Brussels, where the report is read.
    @Test
    void theZoneOfAMappingDecidesTheMonthAlsoOfTheNextFile() throws IOException {
        var titles = "Ladevorgang;Ladebeginn;Ladepunkt;Verbrauch (kWh)\n";
        var list = file("list.csv", titles + "4711;01.10.2026 00:30;FI*ABC*E1;12,345\n");
        var mapping = folder.resolve("mapping.json");
        run(0, "mapping", "guess", list.toString(), "--out", mapping.toString());
        var guessed = Files.readString(mapping);
        Files.writeString(
                mapping, guessed.replace("\"zone\" : null", "\"zone\" : \"Europe/Helsinki\""));
        run(0, "import", list.toString(), "--mapping", mapping.toString());
        var next = file("next.csv", titles + "4712;01.10.2026 00:30;FI*ABC*E1;1,0\n");
        run(0, "import", next.toString());
        var plain = file("plain.csv", "CDR ID,Start time\n4713,2026-10-01 00:30\n");
        run(0, "import", plain.toString());
        var file = folder.resolve("edge.csv");
        run(
                0,
                "export",
                "--from",
                "2026-09-30",
                "--to",
                "2026-10-02",
                "--columns",
                "cdr_id,month,source",
                "--out",
                file.toString());
        assertThat(Files.readAllLines(file).stream().skip(1))
                .containsExactly(
                        "4711,2026-10,files (Europe/Helsinki)",
                        "4712,2026-10,files (Europe/Helsinki)",
                        "4713,2026-10,files");
    }

    @Test
    void rowsOfAMappedListAreReadAgainByTheirMapping() throws IOException {
        var titles = "Ladevorgang;Ladebeginn;Ladepunkt;Verbrauch (kWh)\n";
        var list = file("list.csv", titles + "4711;bald;DE*ABC*E1;12,345\n");
        var mapping = folder.resolve("mapping.json").toString();
        run(0, "mapping", "guess", list.toString(), "--out", mapping);
        run(3, "import", list.toString(), "--mapping", mapping);
        Files.writeString(list, titles + "4711;05.10.2026 10:00;DE*ABC*E1;12,345\n");
        run(0, "rejects", "retry");
        assertThat(october("cdr_id")).containsExactly("4711");
    }

    @Test
    void whatWasRejectedBeforeAListHadAZoneIsForgottenOnceItIsRead() throws IOException {
        var list = file("list.csv", "CDR ID,Start time\n4711,soon\n");
        run(3, "import", list.toString());
        file("list.csv", "CDR ID,Start time\n4711,2026-10-05 10:00\n");
        run(0, "import", list.toString(), "--zone", "Europe/Helsinki");
        assertThat(run(0, "rejects", "list").json().at("/total").asInt(-1)).isZero();
    }
}
