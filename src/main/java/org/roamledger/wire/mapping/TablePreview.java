package org.roamledger.wire.mapping;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;

/// The first rows of a table as they stand in its file, and what its columns seem to be.
///
/// @param sheet of a workbook; null for a text file
/// @param separator of the values of a text file; null for a workbook
/// @param encoding of a text file; null for a workbook
/// @param headerRow line or row on which the header begins, from 1
/// @param headers without the empty ones at the end
/// @param rows the first ones below the header, as text
/// @param mapping the one by which the file would be read, else a guess
/// @param state whether that mapping has to be confirmed
/// @param decimals what separates decimals, as far as the first rows tell
/// @param dates which part of a date comes first, as far as the first rows tell
public record TablePreview(
        Path file,
        @Nullable String sheet,
        @Nullable Character separator,
        @Nullable String encoding,
        long headerRow,
        List<String> headers,
        List<List<String>> rows,
        TableMapping mapping,
        State state,
        DecimalSign decimals,
        DateForm.Order dates) {

    /// Where the mapping of a preview comes from.
    public enum State {
        /// The file names its columns as the report does.
        REPORT,
        /// Files with these headers were read before, by this mapping.
        REMEMBERED,
        /// It has no sessions: it tells of stations, in columns of its own.
        STATION_LIST,
        /// Nothing is imported before a person has confirmed it.
        GUESSED
    }
}
