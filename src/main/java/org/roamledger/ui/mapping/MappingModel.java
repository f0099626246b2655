package org.roamledger.ui.mapping;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.report.ReportParameters;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.Engine;
import org.roamledger.ui.base.Engine.SampledRow;
import org.roamledger.ui.base.Lane;
import org.roamledger.wire.mapping.DateForm;
import org.roamledger.wire.mapping.DecimalSign;
import org.roamledger.wire.mapping.EnergyUnit;
import org.roamledger.wire.mapping.MappedColumn;
import org.roamledger.wire.mapping.PrivateHeader;
import org.roamledger.wire.mapping.TableMapping;
import org.roamledger.wire.mapping.TablePreview;
import org.roamledger.wire.mapping.TaxBasis;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;

/// The mapping of one table while a person makes it, and what it makes of the first rows.
///
/// Confined to the screen thread.
public final class MappingModel {

    private final Engine engine;
    private final Lane lane;
    private final Lane files;
    private final TablePreview preview;
    private final ReadOnlyObjectWrapper<TableMapping> mapping;
    private final ReadOnlyObjectWrapper<List<SampledRow>> rows =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();

    /// @param lane reads the first rows
    /// @param files loads and saves mappings
    MappingModel(Engine engine, Lane lane, Lane files, TablePreview preview) {
        this.engine = engine;
        this.lane = lane;
        this.files = files;
        this.preview = preview;
        var begun = aligned(preview.mapping());
        // Shown as a choice, so that it is confirmed and not assumed.
        var zone = begun.zone() == null ? ReportParameters.USUAL_ZONE : begun.zone();
        mapping = new ReadOnlyObjectWrapper<>(begun.with(zone));
        sample();
    }

    /// The mapping's columns in the order of this file.
    private TableMapping aligned(TableMapping other) {
        var free = new ArrayList<>(other.columns());
        var columns = new ArrayList<MappedColumn>();
        for (var header : preview.headers()) {
            var found =
                    free.stream()
                            .filter(each -> each.header().equalsIgnoreCase(header.strip()))
                            .findFirst();
            found.ifPresent(free::remove);
            columns.add(found.orElseGet(() -> MappedColumn.ignored(header.strip())));
        }
        return other.with(columns);
    }

    /// Reads a column of the file as one of the report, or not at all. A column that was read so
    /// before is it no more.
    void choose(int position, @Nullable ReportColumn column) {
        var columns = new ArrayList<>(mapping.get().columns());
        for (var i = 0; i < columns.size(); i++) {
            var each = columns.get(i);
            if (i == position) {
                columns.set(i, each.as(column));
            } else if (column != null && each.column() == column) {
                columns.set(i, each.as(null));
            }
        }
        change(mapping.get().with(columns));
    }

    /// Whether a column tells who drove, so that it cannot be chosen.
    boolean isPrivate(int position) {
        return PrivateHeader.is(preview.headers().get(position));
    }

    /// Takes a unit for all energy, whatever the titles say; the one that is shown changes nothing.
    void unit(EnergyUnit unit) {
        if (unit != unit()) {
            change(mapping.get().with(unit));
        }
    }

    void taxBasis(TaxBasis basis) {
        change(mapping.get().with(basis));
    }

    void zone(ZoneId zone) {
        change(mapping.get().with(zone));
    }

    void decimals(DecimalSign sign) {
        change(mapping.get().with(sign));
    }

    void dates(DateForm.Order order) {
        change(mapping.get().with(order));
    }

    /// Takes a pattern of dates; false if it is none.
    boolean pattern(String pattern) {
        try {
            change(mapping.get().with(new DateForm.Pattern(pattern)));
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// The unit that the person chose, else the one that a title names.
    @Nullable EnergyUnit unit() {
        var chosen = mapping.get().unit();
        return chosen != null
                ? chosen
                : mapping.get()
                        .read()
                        .filter(MappedColumn::isEnergy)
                        .map(MappedColumn::unit)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /// Says what the file does not say; a blank text says nothing.
    void constant(ReportColumn column, String text) {
        var constants = new EnumMap<ReportColumn, String>(ReportColumn.class);
        constants.putAll(mapping.get().constants());
        if (text.isBlank()) {
            constants.remove(column);
        } else {
            constants.put(column, text.strip());
        }
        change(mapping.get().with(constants));
    }

    /// Takes over a mapping from a file, as far as this table has its columns.
    void load(Path file) {
        files.run(_ -> engine.loadMapping(file), loaded -> change(aligned(loaded)), problem::set);
    }

    void save(Path file) {
        var saved = mapping.get();
        files.run(
                _ -> {
                    engine.saveMapping(saved, file);
                    return file;
                },
                _ -> problem.set(null),
                problem::set);
    }

    private void change(TableMapping changed) {
        if (!changed.equals(mapping.get())) {
            mapping.set(changed);
            sample();
        }
    }

    private void sample() {
        var sampled = mapping.get();
        if (!sampled.openQuestions().isEmpty()) {
            // Also drops the answer to an earlier mapping that is still under way.
            lane.run(_ -> List.<SampledRow>of(), rows::set, problem::set);
            problem.set(null);
            return;
        }
        lane.run(
                _ -> List.<SampledRow>copyOf(engine.sample(preview.file(), sampled)),
                read -> {
                    problem.set(null);
                    rows.set(read);
                },
                found -> {
                    problem.set(found);
                    rows.set(List.of());
                });
    }

    TablePreview preview() {
        return preview;
    }

    ReadOnlyObjectProperty<TableMapping> mapping() {
        return mapping.getReadOnlyProperty();
    }

    /// The first rows as they would be imported; none while a question is open.
    ReadOnlyObjectProperty<List<SampledRow>> rows() {
        return rows.getReadOnlyProperty();
    }

    /// What went wrong last, if anything did.
    ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }
}
