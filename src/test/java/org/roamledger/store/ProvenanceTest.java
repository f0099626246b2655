package org.roamledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamledger.session.SessionFixture.aSession;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.problem.Progress;
import org.roamledger.report.ReportParameters;
import org.roamledger.session.Access;
import org.roamledger.session.ChargePoint;
import org.roamledger.session.EvseId;
import org.roamledger.session.FreeUsage;
import org.roamledger.session.Organisation;
import org.roamledger.session.PlugType;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.Station;
import org.roamledger.session.StationSetting;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/// The column `provenance` of reports.
class ProvenanceTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final Instant READ = Instant.parse("2026-11-01T08:00:00Z");

    @TempDir Path folder;
    private SessionStore store;

    @BeforeEach
    void open() {
        store = SessionStore.open(folder.resolve("test.roamledger"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void source(@Nullable String organisation, @Nullable ZoneId zone) {
        var url = URI.create("http://localhost/ocpi/versions");
        store.addSource(new Source("demo", url, null, organisation, zone));
    }

    private void station(PlugType plug, @Nullable ZoneId zone, @Nullable Organisation owner) {
        store.saveStations(
                "demo",
                List.of(
                        new Station(
                                "SEABC",
                                "station-1",
                                new EvseId("SE*ABC*E100*1"),
                                "Torget P1",
                                zone,
                                owner,
                                plug,
                                new StationSetting(Access.PUBLIC, FreeUsage.NO),
                                READ)));
    }

    private String provenance() {
        var report =
                store.load(
                        new ReportParameters(
                                Set.of(),
                                false,
                                LocalDate.parse("2026-10-01"),
                                LocalDate.parse("2026-11-01"),
                                STOCKHOLM),
                        Progress.NONE);
        return report.coded(ReportColumn.PROVENANCE).text(0);
    }

    @Test
    void withoutAnyStationTheRecordTheSourceAndTheReportHaveTheWord() {
        source("City Parking", null);
        store.merge("demo", aSession().delivery(), null);
        assertThat(provenance())
                .isEqualTo(
                        "month: computed report zone Europe/Stockholm; "
                                + "price: reported total_cost.incl_vat; "
                                + "access: missing neither record nor station list; "
                                + "free_usage: missing neither record nor station list; "
                                + "organisation: computed source setting");
    }

    @Test
    void theZoneOfTheSourceComesBeforeThatOfTheOrganisationAndTheReport() {
        source("City Parking", HELSINKI);
        store.saveOrganisation(new Organisation("City Parking", null), STOCKHOLM);
        store.merge("demo", aSession().delivery(), null);
        assertThat(provenance()).startsWith("month: computed source zone Europe/Helsinki; ");
    }

    @Test
    void whatTheStationSaysNamesTheTimeAtWhichItWasRead() {
        source("City Parking", null);
        station(PlugType.DC, HELSINKI, new Organisation("Hamnen", null));
        store.merge("demo", aSession().delivery(), null);
        assertThat(provenance())
                .isEqualTo(
                        "month: computed station zone Europe/Helsinki; "
                                + "price: reported total_cost.incl_vat; "
                                + "access: reported locations as of 2026-11-01T08:00:00Z; "
                                + "free_usage: reported locations as of 2026-11-01T08:00:00Z; "
                                + "organisation: reported locations as of 2026-11-01T08:00:00Z");
    }

    @Test
    void aNameAndAPlugTypeThatTheRecordLacksComeFromTheStation() {
        source(null, null);
        station(PlugType.DC, null, null);
        var nameless = new ChargePoint("station-1", null, null);
        store.merge("demo", aSession().at(nameless).plugType(PlugType.UNKNOWN).delivery(), null);
        assertThat(provenance())
                .contains("station_name: reported locations as of 2026-11-01T08:00:00Z; ")
                .contains("plug_type: reported locations as of 2026-11-01T08:00:00Z; ");
    }
}
