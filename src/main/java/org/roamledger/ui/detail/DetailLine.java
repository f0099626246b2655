package org.roamledger.ui.detail;

import org.jspecify.annotations.Nullable;
import org.roamledger.report.SessionVersion;
import org.roamledger.session.Provenance;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.CellText;
import org.roamledger.ui.base.Words;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// One value of a session, and in words where it comes from.
///
/// @param value as the table shows it; empty if it is missing
record DetailLine(ReportColumn column, String title, String value, String origin) {

    /// The columns of the contract, and the owner.
    static final List<ReportColumn> COLUMNS = columns();

    private static final String UNKNOWN = "unknown";
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private static List<ReportColumn> columns() {
        var columns = new ArrayList<>(ReportColumn.STANDARD);
        columns.add(ReportColumn.ORGANISATION);
        return List.copyOf(columns);
    }

    /// What is known of the station, its owner and its settings, and since when.
    static final List<ReportColumn> STATION =
            List.of(
                    ReportColumn.STATION_NAME,
                    ReportColumn.STATION_ID,
                    ReportColumn.EVSE_ID,
                    ReportColumn.ORGANISATION,
                    ReportColumn.OPERATOR_ID,
                    ReportColumn.ACCESS,
                    ReportColumn.FREE_USAGE,
                    ReportColumn.PLUG_TYPE,
                    ReportColumn.SETTING_AS_OF);

    /// The values of a version in some columns.
    static List<DetailLine> of(SessionVersion version, List<ReportColumn> columns, Words words) {
        var zone = version.values().parameters().zone();
        var texts = CellText.shown(words, zone);
        var lines = new ArrayList<DetailLine>();
        for (var column : columns) {
            var from = version.provenance().get(column);
            lines.add(
                    new DetailLine(
                            column,
                            words.title(column),
                            texts.of(version.values(), column, 0),
                            origin(from, isKnown(version, column), words, zone)));
        }
        return lines;
    }

    private static boolean isKnown(SessionVersion version, ReportColumn column) {
        if (version.values().column(column).isMissing(0)) {
            return false;
        }
        return switch (column) {
            case CHARGE_METHOD, PLUG_TYPE, ACCESS, FREE_USAGE ->
                    !UNKNOWN.equals(version.values().coded(column).text(0));
            default -> true;
        };
    }

    private static String origin(
            @Nullable Provenance from, boolean isKnown, Words words, ZoneId zone) {
        if (from == null) {
            return words.text(isKnown ? "detail.inRecord" : "detail.notInRecord");
        }
        var asOf = from.asOf();
        var rule = RuleWords.of(from.rule(), words);
        return switch (from.origin()) {
            case REPORTED ->
                    asOf == null
                            ? words.text("detail.reported", rule)
                            : words.text("detail.reportedAsOf", rule, minutes(asOf, zone));
            case COMPUTED -> words.text("detail.computed", rule);
            case MISSING -> words.text("detail.missing", rule);
        };
    }

    /// A time to the minute.
    static String minutes(Instant at, ZoneId zone) {
        return MINUTES.format(at.atZone(zone));
    }
}
