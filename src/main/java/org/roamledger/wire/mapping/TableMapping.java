package org.roamledger.wire.mapping;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.ReportColumn;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Says of a layout of files which column of the report each of its columns is, and what the file
/// itself does not say.
///
/// What it says goes before what is said of all files of an import.
///
/// @param name by which a person knows it
/// @param columns in the order of the file; each column of the report at most once
/// @param unit of energy and meter readings whose column names none
/// @param taxBasis whether [ReportColumn#PRICE] contains VAT; net is read as net price, and price
///   is then only known if there is a VAT amount to add
/// @param zone of local times whose column names none
/// @param decimals what separates decimals
/// @param dates how dates are written
/// @param constants values of columns of [#CONSTANTS] where a row has none
/// @param layout what has to be forced, if anything
public record TableMapping(
        String name,
        List<MappedColumn> columns,
        @Nullable EnergyUnit unit,
        @Nullable TaxBasis taxBasis,
        @Nullable ZoneId zone,
        DecimalSign decimals,
        DateForm dates,
        Map<ReportColumn, String> constants,
        Layout layout) {

    /// The columns for which a mapping can give a value.
    public static final List<ReportColumn> CONSTANTS =
            List.of(
                    ReportColumn.NETWORK,
                    ReportColumn.CURRENCY,
                    ReportColumn.ORGANISATION,
                    ReportColumn.OPERATOR_ID);

    /// The columns that can be read from a file. The others follow from these.
    public static final List<ReportColumn> READABLE =
            Arrays.stream(ReportColumn.values()).filter(TableMapping::isReadable).toList();

    /// What is found out by itself in nearly all files.
    ///
    /// @param separator of the values of a CSV file
    /// @param headerRow line or row on which the header begins, from 1
    public record Layout(@Nullable Character separator, @Nullable Integer headerRow) {

        /// Forces nothing.
        public static final Layout FOUND_OUT = new Layout(null, null);
    }

    /// What has to be answered before anything can be read. Names are keys of words: never rename
    /// one.
    public enum Question {
        RECORD_ID,
        START_TIME,
        ENERGY_UNIT,
        TAX_BASIS
    }

    /// @throws IllegalArgumentException if two columns are the same column of the report, or a
    ///   constant is given for a column that has none
    public TableMapping {
        columns = List.copyOf(columns);
        constants = Map.copyOf(constants);
        var seen = EnumSet.noneOf(ReportColumn.class);
        for (var each : columns) {
            if (each.column() != null && !seen.add(each.column())) {
                throw new IllegalArgumentException("two columns are " + each.column().key());
            }
        }
        if (!CONSTANTS.containsAll(constants.keySet())) {
            throw new IllegalArgumentException("no constants: " + constants.keySet());
        }
    }

    /// In the order of [Question]; empty if files can be read by this mapping.
    public List<Question> openQuestions() {
        var open = new ArrayList<Question>();
        if (!has(ReportColumn.CDR_ID)) {
            open.add(Question.RECORD_ID);
        }
        if (!has(ReportColumn.START_TIME)) {
            open.add(Question.START_TIME);
        }
        if (unit == null && read().anyMatch(each -> each.isEnergy() && each.unit() == null)) {
            open.add(Question.ENERGY_UNIT);
        }
        if (taxBasis == null && has(ReportColumn.PRICE)) {
            open.add(Question.TAX_BASIS);
        }
        return open;
    }

    /// Whether a column of the file is read as this one.
    public boolean has(ReportColumn column) {
        return read().anyMatch(each -> each.column() == column);
    }

    private static boolean isReadable(ReportColumn column) {
        return switch (column) {
            case MONTH, NET_PER_KWH, SOURCE, FINDINGS, SYNCED_AT -> false;
            default -> true;
        };
    }

    /// The columns that are not passed over.
    public Stream<MappedColumn> read() {
        return columns.stream().filter(each -> each.column() != null);
    }

    public TableMapping named(String other) {
        return new TableMapping(
                other, columns, unit, taxBasis, zone, decimals, dates, constants, layout);
    }

    public TableMapping with(List<MappedColumn> other) {
        return new TableMapping(
                name, other, unit, taxBasis, zone, decimals, dates, constants, layout);
    }

    /// In this unit whatever the headers say.
    public TableMapping with(EnergyUnit other) {
        var all = columns.stream().map(MappedColumn::withoutUnit).toList();
        return new TableMapping(
                name, all, other, taxBasis, zone, decimals, dates, constants, layout);
    }

    public TableMapping with(TaxBasis other) {
        return new TableMapping(
                name, columns, unit, other, zone, decimals, dates, constants, layout);
    }

    public TableMapping with(ZoneId other) {
        return new TableMapping(
                name, columns, unit, taxBasis, other, decimals, dates, constants, layout);
    }

    public TableMapping with(DecimalSign other) {
        return new TableMapping(
                name, columns, unit, taxBasis, zone, other, dates, constants, layout);
    }

    public TableMapping with(DateForm other) {
        return new TableMapping(
                name, columns, unit, taxBasis, zone, decimals, other, constants, layout);
    }

    public TableMapping with(Map<ReportColumn, String> other) {
        return new TableMapping(
                name, columns, unit, taxBasis, zone, decimals, dates, other, layout);
    }

    public TableMapping with(Layout other) {
        return new TableMapping(
                name, columns, unit, taxBasis, zone, decimals, dates, constants, other);
    }
}
