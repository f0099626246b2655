package org.roamledger.export;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.ProblemException;
import org.roamledger.session.Access;
import org.roamledger.session.FreeUsage;
import org.roamledger.session.KnownStation;
import org.roamledger.session.Stated;
import org.roamledger.session.Stated.By;
import org.roamledger.session.StationColumn;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// Writes stations as a list that a person fills in with a spreadsheet and imports again.
///
/// The columns of the station list hold only what a person said, so that importing the file
/// unchanged changes nothing. Columns behind them, which an import passes over, show what counts
/// now.
public final class StationListExport {

    private static final List<StationColumn> SAID =
            Arrays.stream(StationColumn.values())
                    .filter(column -> column != StationColumn.PARENT)
                    .toList();
    private static final List<StationColumn> KNOWN =
            SAID.subList(SAID.indexOf(StationColumn.STATION_NAME), SAID.size());

    private StationListExport() {}

    /// Writes the whole file or leaves what was there before. Blocks: not for the screen's thread.
    /// Stations that have no id are left out.
    ///
    /// @throws ProblemException with `FolderMissing`, `FileNotWritable`, `DiskFull` or `Cancelled`
    public static void write(List<KnownStation> stations, CsvForm form, Path target) {
        var lines = new ArrayList<List<String>>();
        lines.add(header());
        stations.stream()
                .filter(station -> station.ids().isNamed())
                .forEach(station -> lines.add(line(station)));
        SmallCsv.write(lines, form, target);
    }

    private static List<String> header() {
        var header = new ArrayList<String>();
        SAID.forEach(column -> header.add(column.header()));
        KNOWN.forEach(column -> header.add("Now: " + column.header()));
        header.add("Sessions");
        return header;
    }

    private static List<String> line(KnownStation station) {
        var line = new ArrayList<String>();
        SAID.forEach(column -> line.add(text(station, column, true)));
        KNOWN.forEach(column -> line.add(text(station, column, false)));
        line.add(String.valueOf(station.sessions()));
        return line;
    }

    private static String text(KnownStation station, StationColumn column, boolean said) {
        var ids = station.ids();
        return switch (column) {
            case OPERATOR -> ids.operator() == null ? "" : ids.operator();
            case STATION_ID -> ids.stationId() == null ? "" : ids.stationId();
            case EVSE_ID -> ids.evseId() == null ? "" : ids.evseId().asSent();
            case STATION_NAME -> text(station.name(), said);
            case ORGANISATION -> text(station.owner(), said);
            case PARENT -> "";
            case ZONE -> text(station.zone(), said);
            case ACCESS -> text(label(station.access(), Access::label), said);
            case FREE_USAGE -> text(label(station.freeUsage(), FreeUsage::label), said);
            case PLUG_TYPE -> text(station.plugType(), said);
        };
    }

    private static <T> @Nullable Stated<String> label(
            @Nullable Stated<T> stated, Function<T, String> label) {
        return stated == null
                ? null
                : new Stated<>(label.apply(stated.value()), stated.by(), stated.at());
    }

    private static String text(@Nullable Stated<?> stated, boolean said) {
        return stated == null || (said && stated.by() != By.PERSON)
                ? ""
                : stated.value().toString();
    }
}
