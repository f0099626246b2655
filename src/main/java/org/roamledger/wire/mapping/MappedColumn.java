package org.roamledger.wire.mapping;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.ReportColumn.Kind;

import java.time.ZoneId;

/// What one column of a file is.
///
/// @param header as it stands in the file
/// @param column what it holds; null for a column that is passed over
/// @param unit of its energy, if it has another one than the mapping says
/// @param zone of its local times, if the header names one
/// @param currency of its amounts, if the header names one
public record MappedColumn(
        String header,
        @Nullable ReportColumn column,
        @Nullable EnergyUnit unit,
        @Nullable ZoneId zone,
        @Nullable String currency) {

    /// @throws IllegalArgumentException if a column with drivers' data is to be read
    public MappedColumn {
        if (column != null && PrivateHeader.is(header)) {
            throw new IllegalArgumentException("a column with drivers' data is never read");
        }
    }

    /// A column that is passed over.
    public static MappedColumn ignored(String header) {
        return new MappedColumn(header, null, null, null, null);
    }

    /// The same column of the file, read as another one of the report.
    ///
    /// @throws IllegalArgumentException see the constructor
    public MappedColumn as(@Nullable ReportColumn other) {
        return other == column
                ? this
                : new MappedColumn(header, other, isEnergy(other) ? unit : null, zone, currency);
    }

    MappedColumn withoutUnit() {
        return new MappedColumn(header, column, null, zone, currency);
    }

    /// Whether it holds energy or a meter reading.
    public boolean isEnergy() {
        return isEnergy(column);
    }

    private static boolean isEnergy(@Nullable ReportColumn column) {
        return column != null
                && (column.kind() == Kind.WATT_HOURS || column.kind() == Kind.READING);
    }
}
