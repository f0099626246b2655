package org.roamledger.views;

import org.roamledger.export.CsvForm;
import org.roamledger.export.ExportFormat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How sessions are written to a file.
///
/// @param name of those that come with the application a fixed word; of an own one what its owner
///   calls it
/// @param own whether a user made it
/// @param form how CSV is written; other formats do not look at it
public record ExportProfile(String name, boolean own, ExportFormat format, CsvForm form) {

    /// All about the rows in one file, with types.
    public static final ExportProfile WORKBOOK =
            new ExportProfile("xlsx", false, ExportFormat.XLSX, CsvForm.STANDARD);

    /// CSV for programs (RFC 4180).
    public static final ExportProfile RFC_4180 =
            new ExportProfile("rfc-4180", false, ExportFormat.CSV, CsvForm.STANDARD);

    public static final ExportProfile TSV =
            new ExportProfile("tsv", false, ExportFormat.CSV, CsvForm.TSV);

    public static final ExportProfile JSON_LINES =
            new ExportProfile("jsonl", false, ExportFormat.JSON_LINES, CsvForm.STANDARD);

    /// Those that come with the application, in the order in which they are offered.
    public static final List<ExportProfile> BUILT_IN =
            Stream.of(
                            Stream.of(WORKBOOK),
                            Stream.of("en", "sv", "de", "fr", "fi", "nl").map(ExportProfile::excel),
                            Stream.of(RFC_4180, TSV, JSON_LINES))
                    .flatMap(profiles -> profiles)
                    .toList();

    private static final String EXCEL = "excel-";

    private static ExportProfile excel(String language) {
        return new ExportProfile(
                EXCEL + language,
                false,
                ExportFormat.CSV,
                CsvForm.excel(Locale.forLanguageTag(language)));
    }

    /// A profile of a user.
    ///
    /// @throws IllegalArgumentException if there is no such form; see [#isPossible]
    public static ExportProfile own(
            String name, char separator, char decimalPoint, boolean byteOrderMark) {
        return new ExportProfile(
                name.strip(),
                true,
                ExportFormat.CSV,
                new CsvForm(separator, decimalPoint, byteOrderMark));
    }

    /// Whether values can be told from decimals.
    public static boolean isPossible(char separator, char decimalPoint) {
        return separator != decimalPoint;
    }

    /// What is meant by a file of which only the name is known.
    public static ExportProfile of(Path file) {
        return BUILT_IN.stream()
                .filter(profile -> profile.fits(file))
                .filter(profile -> profile.language().isEmpty())
                .findFirst()
                .orElse(WORKBOOK);
    }

    /// Whether the ending of a file says the same format.
    private boolean fits(Path file) {
        return ExportFormat.find(file).filter(format::equals).isPresent()
                && (own || language().isPresent() || form.equals(CsvForm.of(file)));
    }

    /// This profile, unless the ending of a file says that another format is wanted.
    public ExportProfile orAsNamed(Path file) {
        return ExportFormat.find(file).filter(of -> of != format).isPresent() ? of(file) : this;
    }

    /// How its files end.
    public String ending() {
        return switch (format) {
            case XLSX -> ".xlsx";
            case CSV -> form.separator() == CsvForm.TSV.separator() ? ".tsv" : ".csv";
            case JSON_LINES -> ".jsonl";
        };
    }

    /// Whether its files are values with separators.
    public boolean isCsv() {
        return format == ExportFormat.CSV;
    }

    public boolean isWorkbook() {
        return format == ExportFormat.XLSX;
    }

    public char separator() {
        return form.separator();
    }

    public char decimalPoint() {
        return form.decimalPoint();
    }

    public boolean byteOrderMark() {
        return form.bom();
    }

    /// The language of the Excel that it is for; absent of all others.
    public Optional<Locale> language() {
        return !own && name.startsWith(EXCEL)
                ? Optional.of(Locale.forLanguageTag(name.substring(EXCEL.length())))
                : Optional.empty();
    }
}
