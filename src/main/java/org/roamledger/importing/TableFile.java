package org.roamledger.importing;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.wire.mapping.MappingGuess;
import org.roamledger.wire.mapping.MappingPreset;
import org.roamledger.wire.mapping.TableMapping;
import org.roamledger.wire.mapping.TableMapping.Layout;
import org.roamledger.wire.table.HeaderSearch;
import org.roamledger.wire.table.TableColumns;
import org.roamledger.wire.table.TableContext;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A file that holds a table, and how it is to be read: by the mapping that was given, else by the
/// one that is remembered for its headers, else by the preset of its portal, else by the report's
/// own names.
///
/// @param context what is known from outside of it
/// @param mapping the one that was given
/// @param book the ones that are remembered; a given one is remembered there
record TableFile(
        Path file, TableContext context, @Nullable TableMapping mapping, MappingBook book) {

    /// As many as the portals of the networks export at once.
    private static final long ROWS_OF_A_PORTAL = 1_000;

    /// Begins to look for the header.
    HeaderSearch search() {
        return new HeaderSearch(this::mappingOf);
    }

    private TableMapping mappingOf(List<String> headers) {
        if (mapping != null) {
            return mapping;
        }
        // Its header is known by what it says, wherever it stands this time.
        return book.find(headers)
                .map(known -> known.with(Layout.FOUND_OUT))
                .orElseGet(() -> MappingGuess.unasked(headers));
    }

    /// Remembers how the file is read.
    ///
    /// @throws ProblemException with [Problem.MappingNeeded] if that is not clear
    void accept(TableColumns columns) {
        var open = columns.mapping().openQuestions();
        if (!open.isEmpty()) {
            throw new ProblemException(
                    new Problem.MappingNeeded(file, open.stream().map(Enum::name).toList()));
        }
        if (mapping != null) {
            book.remember(columns.headers(), mapping);
        }
    }

    /// What a person should know after all rows were read.
    List<Problem> warnings(List<TableColumns> tables, long rows) {
        var warnings = new ArrayList<Problem>();
        if (rows == ROWS_OF_A_PORTAL) {
            warnings.add(new Problem.ProbablyCutOff(file, rows));
        }
        for (var columns : tables) {
            if (mapping == null && book.find(columns.headers()).isEmpty()) {
                MappingPreset.of(columns.headers())
                        .ifPresent(
                                preset ->
                                        warnings.add(
                                                new Problem.MappingAdvised(file, preset.label())));
            }
        }
        return warnings;
    }
}
