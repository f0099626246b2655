package org.roamledger.wire.table;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Folded;
import org.roamledger.session.ReportColumn;
import org.roamledger.wire.mapping.EnergyUnit;
import org.roamledger.wire.mapping.MappedColumn;
import org.roamledger.wire.mapping.MappingGuess;
import org.roamledger.wire.mapping.TableMapping;
import org.roamledger.wire.mapping.TaxBasis;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The columns of a file, found by their headers as its mapping names them, and never by their
/// position.
public final class TableColumns {

    // No folded header has a capital letter.
    private static final String TAKEN = "TAKEN";

    private static final List<ReportColumn> REQUIRED =
            List.of(ReportColumn.CDR_ID, ReportColumn.START_TIME);

    private final Map<ReportColumn, TableColumn> known = new EnumMap<>(ReportColumn.class);
    private final List<String> missing = new ArrayList<>();
    private final List<String> headers;
    private final TableMapping mapping;

    private TableColumns(TableMapping mapping, List<String> headers) {
        this.mapping = mapping;
        this.headers = headers;
        var plain = headers.stream().map(TableColumns::plain).toList();
        var free = new ArrayList<>(plain);
        for (var each : mapping.columns()) {
            var header = plain(each.header());
            var position = free.indexOf(header);
            if (position >= 0) {
                free.set(position, TAKEN);
            }
            var column = read(each);
            if (column != null && position < 0) {
                missing.add(each.header());
            } else if (column != null) {
                known.putIfAbsent(column, column(each, column, position));
            }
        }
        for (var column : REQUIRED) {
            if (!mapping.has(column)) {
                missing.add(column.header());
            }
        }
    }

    /// Recognises what it can by the report's aliases; columns that the report does not have are
    /// ignored.
    ///
    /// @throws org.roamledger.problem.ProblemException with `BadZone` if a time column names a zone
    ///   that is none
    public static TableColumns of(List<String> headers) {
        return of(MappingGuess.byAliases(headers), headers);
    }

    /// Finds the columns that a mapping names.
    public static TableColumns of(TableMapping mapping, List<String> headers) {
        return new TableColumns(mapping, List.copyOf(headers));
    }

    private static String plain(String header) {
        return Folded.of(header.replace("\ufeff", ""));
    }

    /// A price without VAT is the net price, whatever it is called.
    private @Nullable ReportColumn read(MappedColumn each) {
        return each.column() == ReportColumn.PRICE && mapping.taxBasis() == TaxBasis.NET
                ? ReportColumn.NET_PRICE
                : each.column();
    }

    private TableColumn column(MappedColumn each, ReportColumn column, int position) {
        var unit = each.unit() == null ? mapping.unit() : each.unit();
        return new TableColumn(
                position,
                headers.get(position).strip(),
                column,
                (unit == null ? EnergyUnit.WH : unit).wattHourShift(),
                each.zone(),
                each.currency());
    }

    /// The headers without which nothing can be read and that are not there.
    public List<String> missing() {
        return List.copyOf(missing);
    }

    /// How many columns were recognised.
    public int recognised() {
        return known.size();
    }

    /// The header line as it stands in the file, without empty headers at its end.
    public List<String> headers() {
        var end = headers.size();
        while (end > 0 && headers.get(end - 1).isBlank()) {
            end--;
        }
        return headers.subList(0, end);
    }

    /// The mapping by which they were found.
    public TableMapping mapping() {
        return mapping;
    }

    @Nullable TableColumn find(ReportColumn column) {
        return known.get(column);
    }

    /// In the order of the report.
    Stream<TableColumn> all() {
        return known.values().stream();
    }
}
