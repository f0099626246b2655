package org.roamledger.export;

import java.nio.file.Path;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// How a CSV file is written where habits differ. Always UTF-8, lines end with CR LF.
///
/// @param separator between values: one of [#SEPARATORS]
/// @param decimalPoint before decimals: `.` or `,`
/// @param bom whether the file begins with a byte order mark, by which Excel knows UTF-8
public record CsvForm(char separator, char decimalPoint, boolean bom) {

    public static final String SEPARATORS = ",;\t|";
    public static final String DECIMAL_POINTS = ".,";

    /// RFC 4180, for programs.
    public static final CsvForm STANDARD = new CsvForm(',', '.', false);

    /// Values separated by tabs.
    public static final CsvForm TSV = new CsvForm('\t', '.', false);

    /// @throws IllegalArgumentException if the two signs are not possible or are the same
    public CsvForm {
        if (separator == decimalPoint
                || SEPARATORS.indexOf(separator) < 0
                || DECIMAL_POINTS.indexOf(decimalPoint) < 0) {
            throw new IllegalArgumentException("separator and decimal point");
        }
    }

    /// What Excel expects when a CSV file is opened by a double click: where a comma stands before
    /// decimals, values are separated by semicolons.
    public static CsvForm excel(Locale locale) {
        return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ','
                ? new CsvForm(';', ',', true)
                : new CsvForm(',', '.', true);
    }

    /// How a file is written of which only the name is known.
    public static CsvForm of(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".tsv") ? TSV : STANDARD;
    }
}
