package org.roamledger.wire.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.session.Access;
import org.roamledger.session.EvseId;
import org.roamledger.session.FreeUsage;
import org.roamledger.session.PlugType;
import org.roamledger.session.RecordPlace;
import org.roamledger.session.Reject;
import org.roamledger.session.Reject.Reason;
import org.roamledger.session.StationEntry;
import org.roamledger.session.StationIds;
import org.roamledger.session.StationSetting;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

class StationRowsTest {

    private static List<String> split(String line) {
        return Arrays.asList(line.split(";", -1));
    }

    private static StationList read(String header, String... lines) {
        var rows = StationRows.below(split(header)).orElseThrow();
        for (var i = 0; i < lines.length; i++) {
            var cells = split(lines[i]).stream().<Cell>map(Cell.Text::new).toList();
            rows.add(cells, new RecordPlace.Line(i + 2));
        }
        return rows.list();
    }

    @Test
    void allColumnsAreReadInAnyOrderCaseAndAccent() {
        var list =
                read(
                        "PLUG;Free Usage;public / private;tidszon;ägare;stationsnamn;EvseID;station"
                                + " id;Operatör",
                        "dc;ja;Privat;Europe/Stockholm;Group / Town;Square;SE*ABC*E1;0042;SE*ABC");
        assertThat(list.entries())
                .containsExactly(
                        new StationEntry(
                                new StationIds("SEABC", "0042", new EvseId("SE*ABC*E1")),
                                "Square",
                                ZoneId.of("Europe/Stockholm"),
                                List.of("Group", "Town"),
                                PlugType.DC,
                                new StationSetting(Access.PRIVATE, FreeUsage.YES)));
    }

    @Test
    void whatIsEmptyOrUnknownSaysNothing() {
        var list = read("Station ID;Owner;Zone;Access;Free usage", "1;;;unknown;");
        assertThat(list.entries())
                .containsExactly(
                        new StationEntry(
                                new StationIds(null, "1", null),
                                null,
                                null,
                                List.of(),
                                PlugType.UNKNOWN,
                                StationSetting.UNKNOWN));
    }

    @Test
    void theParentMayHaveAColumnOfItsOwn() {
        var list = read("Station ID;Organisation;Parent", "1;Town;Group / Region");
        assertThat(list.entries().getFirst().owner()).containsExactly("Group", "Region", "Town");
    }

    @Test
    void aSlashWithoutSpacesIsPartOfTheName() {
        var list = read("EVSE-ID;Owner", "SE*ABC*E1;Berg/Dal AB");
        assertThat(list.entries().getFirst().owner()).containsExactly("Berg/Dal AB");
    }

    @Test
    void aRowThatCannotBeReadIsRefusedWithItsReason() {
        var list =
                read(
                        "Station ID;EVSE-ID;Owner;Parent;Zone;Access",
                        ";;North;;;",
                        "2;;North;;Mars;",
                        "3;;North;;;half",
                        "4;;;Group;;",
                        "5;;North;;;");
        assertThat(list.entries()).hasSize(1);
        assertThat(list.rejects())
                .containsExactly(
                        reject(2, "", Reason.MISSING_VALUE, "Station ID", "", ";;North;;;"),
                        reject(3, "2", Reason.OUT_OF_RANGE, "Zone", "Mars", "2;;North;;Mars;"),
                        reject(
                                4,
                                "3",
                                Reason.OUT_OF_RANGE,
                                "Public/Private",
                                "half",
                                "3;;North;;;half"),
                        reject(5, "4", Reason.MISSING_VALUE, "Organisation", "", "4;;;Group;;"));
    }

    private static Reject reject(
            int line, String id, Reason reason, String field, String value, String raw) {
        return new Reject(
                new RecordPlace.Line(line), id, reason, field, value, raw.replace(";", "; "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CDR ID;Station ID;Owner",
                "Station ID;Start time (UTC);Owner",
                "Station ID;EVSE-ID",
                "Operator;Station ID",
                "Owner;Zone",
                "Something;else"
            })
    void aHeaderOfSomethingElseIsNoStationList(String header) {
        assertThat(StationRows.below(split(header))).isEmpty();
    }
}
