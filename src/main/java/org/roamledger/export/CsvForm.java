package org.roamledger.export;

import java.text.DecimalFormatSymbols;
import java.util.Locale;

/// How a CSV file is written where habits differ. Always UTF-8, lines end with CR LF.
///
/// @param separator between values
/// @param decimalPoint before decimals
/// @param bom whether the file begins with a byte order mark, by which Excel knows UTF-8
public record CsvForm(char separator, char decimalPoint, boolean bom) {

    /// RFC 4180, for programs.
    public static final CsvForm STANDARD = new CsvForm(',', '.', false);

    /// @throws IllegalArgumentException if the two signs could be taken for one another, a digit or
    ///   a quote
    public CsvForm {
        if (separator == decimalPoint
                || !(separator == ',' || separator == ';' || separator == '\t')
                || !(decimalPoint == '.' || decimalPoint == ',')) {
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
}
