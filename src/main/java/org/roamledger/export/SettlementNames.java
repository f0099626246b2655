package org.roamledger.export;

import org.roamledger.report.ColumnWords;
import org.roamledger.report.SettlementColumn;
import org.roamledger.report.SettlementLine;
import org.roamledger.session.ReportColumn;

/// What a settlement is called in a file, in one language.
public interface SettlementNames {

    /// The names in the `standard` profile of exports: English, whatever the window speaks.
    SettlementNames STANDARD =
            new SettlementNames() {
                @Override
                public String title(ReportColumn level) {
                    return level.header();
                }

                @Override
                public String title(SettlementColumn figure) {
                    return switch (figure) {
                        case SESSIONS -> "Sessions";
                        case CREDITS -> "Credits";
                        case ENERGY -> "Energy (kWh)";
                        case NET -> "Net";
                        case VAT -> "VAT";
                        case GROSS -> "Gross";
                        case NET_PER_KWH -> "Net per kWh";
                        case GROSS_PER_KWH -> "Gross per kWh";
                        case WITHOUT_PRICE -> "Without price";
                        case WITHOUT_VAT -> "Without VAT";
                    };
                }

                @Override
                public String choice(ReportColumn level, String word) {
                    return word;
                }

                @Override
                public String line() {
                    return "Line";
                }

                @Override
                public String line(SettlementLine.Kind kind) {
                    return switch (kind) {
                        case GROUP -> "Group";
                        case SUBTOTAL -> "Subtotal";
                        case TOTAL -> "Total";
                    };
                }

                @Override
                public String missing() {
                    return "(missing)";
                }
            };

    String title(ReportColumn level);

    String title(SettlementColumn figure);

    /// See [ColumnWords#choice].
    String choice(ReportColumn level, String word);

    /// The title of the column that tells groups, subtotals and totals apart.
    String line();

    String line(SettlementLine.Kind kind);

    /// A group of the rows that have no value.
    String missing();
}
