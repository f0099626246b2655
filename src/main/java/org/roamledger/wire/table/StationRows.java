package org.roamledger.wire.table;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Access;
import org.roamledger.session.EvseId;
import org.roamledger.session.Folded;
import org.roamledger.session.FreeUsage;
import org.roamledger.session.PartyId;
import org.roamledger.session.PlugType;
import org.roamledger.session.RecordPlace;
import org.roamledger.session.Reject;
import org.roamledger.session.Reject.Reason;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.StationColumn;
import org.roamledger.session.StationEntry;
import org.roamledger.session.StationIds;
import org.roamledger.session.StationSetting;
import org.roamledger.wire.mapping.NeutralisedText;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Reads the rows of one station list, each into an entry or a reason why not.
///
/// Columns are found by their headers, in any order. An empty value says nothing. For one thread.
public final class StationRows {

    /// `Group / Town` is the organisation Town below Group. A slash without spaces is part of a
    /// name.
    private static final Pattern BELOW = Pattern.compile("\\s+[/>]\\s+");

    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NOTE = Pattern.compile("[(\\[][^)\\]]*[)\\]]\\s*$");
    private static final Set<String> NOTHING = Set.of("unknown", "okand", "unbekannt", "-", "–");
    private static final Set<StationColumn> IDS =
            Set.of(StationColumn.STATION_ID, StationColumn.EVSE_ID);

    private final Map<StationColumn, Integer> positions = new EnumMap<>(StationColumn.class);
    private final List<StationEntry> entries = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();

    private StationRows(List<String> header) {
        for (var at = 0; at < header.size(); at++) {
            for (var column : StationColumn.values()) {
                if (isOneOf(column.aliases(), header.get(at))) {
                    positions.putIfAbsent(column, at);
                }
            }
        }
    }

    /// A reader of the rows below a header, if it is that of a station list: it names stations and
    /// something to be said of them, but neither sessions nor times.
    public static Optional<StationRows> below(List<String> header) {
        for (var name : header) {
            if (isOneOf(ReportColumn.CDR_ID.aliases(), name)
                    || isOneOf(
                            ReportColumn.START_TIME.aliases(), NOTE.matcher(name).replaceAll(""))) {
                return Optional.empty();
            }
        }
        var rows = new StationRows(header);
        var columns = rows.positions.keySet();
        var says =
                columns.stream()
                        .anyMatch(
                                column ->
                                        !IDS.contains(column) && column != StationColumn.OPERATOR);
        return says && columns.stream().anyMatch(IDS::contains)
                ? Optional.of(rows)
                : Optional.empty();
    }

    /// Case, accents, spaces and punctuation do not count, as in headers of reports.
    private static boolean isOneOf(List<String> aliases, String header) {
        var name = squeezed(NeutralisedText.undo(header.replace("\ufeff", "").strip()));
        return aliases.stream().anyMatch(alias -> squeezed(alias).equals(name));
    }

    private static String squeezed(String text) {
        return PUNCTUATION.matcher(Folded.of(text)).replaceAll("");
    }

    /// Reads one row.
    ///
    /// @param cells by position; cells left out at the end are blank
    /// @param place in the file
    public void add(List<Cell> cells, RecordPlace place) {
        try {
            entries.add(entry(cells));
        } catch (BadValue bad) {
            rejects.add(
                    new Reject(
                            place,
                            id(cells),
                            bad.reason,
                            bad.column.header(),
                            bad.value,
                            String.join("; ", cells.stream().map(Cell::asText).toList())));
        }
    }

    /// What was read so far.
    public StationList list() {
        return new StationList(entries, rejects);
    }

    private static final class BadValue extends RuntimeException {
        private final Reason reason;
        private final StationColumn column;
        private final String value;

        BadValue(Reason reason, StationColumn column, String value) {
            super(reason.name(), null, false, false);
            this.reason = reason;
            this.column = column;
            this.value = value;
        }
    }

    private StationEntry entry(List<Cell> cells) {
        var operator = text(cells, StationColumn.OPERATOR);
        var station = text(cells, StationColumn.STATION_ID);
        var evse = text(cells, StationColumn.EVSE_ID);
        var ids =
                new StationIds(
                        operator == null ? null : PartyId.key(operator),
                        station,
                        evse == null ? null : new EvseId(evse));
        if (!ids.isNamed()) {
            throw new BadValue(Reason.MISSING_VALUE, StationColumn.STATION_ID, "");
        }
        return new StationEntry(
                ids,
                text(cells, StationColumn.STATION_NAME),
                zone(cells),
                owner(cells),
                choice(cells, StationColumn.PLUG_TYPE, Choices::plugType, PlugType.UNKNOWN),
                new StationSetting(
                        choice(cells, StationColumn.ACCESS, Choices::access, Access.UNKNOWN),
                        choice(
                                cells,
                                StationColumn.FREE_USAGE,
                                Choices::freeUsage,
                                FreeUsage.UNKNOWN)));
    }

    private String id(List<Cell> cells) {
        var station = text(cells, StationColumn.STATION_ID);
        var id = station == null ? text(cells, StationColumn.EVSE_ID) : station;
        return id == null ? "" : id;
    }

    private @Nullable String text(List<Cell> cells, StationColumn column) {
        var position = positions.get(column);
        if (position == null || position >= cells.size()) {
            return null;
        }
        var text = NeutralisedText.undo(cells.get(position).asText().strip()).strip();
        return text.isEmpty() ? null : text;
    }

    private @Nullable ZoneId zone(List<Cell> cells) {
        var text = text(cells, StationColumn.ZONE);
        try {
            return text == null ? null : ZoneId.of(text);
        } catch (DateTimeException _) {
            throw new BadValue(Reason.OUT_OF_RANGE, StationColumn.ZONE, text);
        }
    }

    private List<String> owner(List<Cell> cells) {
        var owner = text(cells, StationColumn.ORGANISATION);
        var parent = text(cells, StationColumn.PARENT);
        if (owner == null) {
            if (parent != null) {
                throw new BadValue(Reason.MISSING_VALUE, StationColumn.ORGANISATION, "");
            }
            return List.of();
        }
        var path = new ArrayList<String>();
        if (parent != null) {
            path.addAll(Arrays.asList(BELOW.split(parent)));
        }
        path.addAll(Arrays.asList(BELOW.split(owner)));
        path.removeIf(String::isBlank);
        return path;
    }

    /// A word that is not known is refused, so that the person sees that it was not taken.
    private <T> T choice(
            List<Cell> cells, StationColumn column, Function<String, T> read, T unknown) {
        var text = text(cells, column);
        if (text == null || NOTHING.contains(Folded.of(text))) {
            return unknown;
        }
        var value = read.apply(text);
        if (value.equals(unknown)) {
            throw new BadValue(Reason.OUT_OF_RANGE, column, text);
        }
        return value;
    }
}
