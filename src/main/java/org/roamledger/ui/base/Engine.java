package org.roamledger.ui.base;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.report.Report;
import org.roamledger.report.ReportParameters;
import org.roamledger.report.ReportView;
import org.roamledger.report.SessionDetail;
import org.roamledger.session.ChargingSession;
import org.roamledger.session.KeptReject;
import org.roamledger.session.MergeCounts;
import org.roamledger.session.Organisation;
import org.roamledger.session.Reject;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.StationChange;
import org.roamledger.session.StationDirectory;
import org.roamledger.session.StationDirectory.Owner;
import org.roamledger.session.StationIds;
import org.roamledger.views.ExportProfile;
import org.roamledger.wire.mapping.TableMapping;
import org.roamledger.wire.mapping.TablePreview;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What the window asks for: the one border between it and store, sync, import and export.
///
/// Never called on the screen thread; calls may come from several threads at once. Every method may
/// throw a [ProblemException], and those that get a [Progress] end with [Problem.Cancelled] soon
/// after their thread was interrupted.
public interface Engine extends AutoCloseable {

    /// What keeps the store well.
    Upkeep upkeep();

    /// Where sessions come from.
    Sources sources();

    /// All owners of stations, in any order.
    List<Organisation> organisations();

    /// The zone in which days begin for some organisations.
    ///
    /// @param organisations their names; empty for all
    ZoneId reportZone(Set<String> organisations);

    Report load(ReportParameters parameters, Progress progress);

    /// Writes a short list as CSV: the whole file or none.
    ///
    /// @param lines the header first
    /// @param locale of the spreadsheet program
    void exportList(List<List<String>> lines, Path target, Locale locale);

    List<ImportLine> importFiles(List<Path> files, Progress progress);

    /// All stations and the organisations that own them.
    StationDirectory stations();

    /// Changes what a person says of some stations.
    void changeStations(List<StationIds> stations, StationChange change);

    /// Adds an organisation, or changes one.
    ///
    /// @param before its name; absent for a new one
    /// @throws ProblemException with [Problem.OrganisationExists] or [Problem.OrganisationCycle]
    void putOrganisation(@Nullable String before, Owner after);

    /// Writes all stations as a CSV list that a person fills in and imports again.
    ///
    /// @param locale of the spreadsheet program
    void exportStations(Path target, Locale locale);

    /// Those of some files that are tables of which a person has to confirm how they are read.
    List<Path> unclear(List<Path> files);

    /// The first rows of a table, and what its columns seem to be.
    TablePreview preview(Path table);

    /// The first rows of a table as a mapping without open questions would read them.
    List<SampledRow> sample(Path table, TableMapping mapping);

    /// Imports a table by a mapping, which is remembered for its layout.
    ImportLine importMapped(Path table, TableMapping mapping, Progress progress);

    /// @throws ProblemException with [Problem.MappingUnusable] among others
    TableMapping loadMapping(Path file);

    /// Writes a mapping in place of what is there.
    void saveMapping(TableMapping mapping, Path file);

    /// A picture to be written.
    sealed interface Picture {

        /// Written as PNG.
        ///
        /// @param argb a number for each point, rows from top to bottom: opacity, red, green, blue
        @SuppressWarnings("ArrayRecordComponent") // handed on once, and never compared
        record Pixels(int width, int height, int[] argb) implements Picture {}

        /// @param svg the whole content of the file
        record Drawing(String svg) implements Picture {}
    }

    /// Writes a picture in place of what is there: the whole file or none.
    void savePicture(Picture picture, Path target);

    /// Writes the rows of a view: the whole file or none.
    void export(
            ReportView view,
            List<ReportColumn> columns,
            ExportProfile profile,
            Path target,
            Progress progress);

    /// Settlement documents, and what is agreed for them.
    Documents documents();

    /// All that is known of a session.
    ///
    /// @param session the store's id of it
    /// @param reportZone zone of the report in which it is looked at
    SessionDetail detail(long session, ZoneId reportZone);

    /// How servers are reached. The records that could not be read.
    Rejects rejects();

    /// Reads rejected records again.
    ///
    /// @param ids of the rejects; empty for all
    Retried retryRejects(Set<Long> ids, Progress progress);

    /// Writes all rejected records as CSV: the whole file or none.
    ///
    /// @return how many were written
    long exportRejects(Path target, Progress progress);

    @Override
    void close();

    /// Records that could not be read.
    ///
    /// @param total how many there are
    /// @param newest the newest of them first, as many as a person may want to look through
    record Rejects(long total, List<KeptReject> newest) {

        public static final Rejects NONE = new Rejects(0, List.of());

        public Rejects {
            newest = List.copyOf(newest);
        }
    }

    /// What became of rejected records that were read again.
    ///
    /// @param notTried those whose file or source is gone
    record Retried(long read, long stillRejected, long notTried) {}

    /// How the import of a file ended.
    ///
    /// @param warnings what a person should know although it was read
    record ImportLine(
            Path file, MergeCounts counts, @Nullable Problem problem, List<Problem> warnings) {}

    /// A row of a table as it would be imported: a session, or why it is none.
    record SampledRow(@Nullable ChargingSession session, @Nullable Reject reject) {}
}
