package org.roamledger.export;

import org.jspecify.annotations.Nullable;
import org.roamledger.report.ColumnWords;
import org.roamledger.report.Rounding;
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
                        case WITH_FINDINGS -> "With findings";
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

                @Override
                public String rows() {
                    return "Rows";
                }

                @Override
                public String rounding() {
                    return "Rounding";
                }

                @Override
                public String rounding(@Nullable Rounding rounding) {
                    if (rounding == null) {
                        return "not rounded";
                    }
                    var mode =
                            switch (rounding.mode()) {
                                case HALF_UP -> "half up";
                                case HALF_EVEN -> "half to even";
                                case UP -> "up";
                                case DOWN -> "down";
                            };
                    return switch (rounding.each()) {
                        case ROW -> mode + ", each session";
                        case GROUP -> mode + ", each line";
                    };
                }

                @Override
                public String toSettle() {
                    return "To settle";
                }

                @Override
                public String totalToSettle() {
                    return "Total to settle";
                }

                @Override
                public String roundingDifference() {
                    return "Rounding difference";
                }
            };

    String title(ReportColumn level);

    String title(SettlementColumn figure);

    /// See [ColumnWords#choice].
    String choice(ReportColumn level, String word);

    /// The title of the column that tells groups, amounts to settle and sums apart.
    String line();

    String line(SettlementLine.Kind kind);

    /// A group of the rows that have no value.
    String missing();

    /// The title of the number of sessions and credits behind an amount to settle.
    String rows();

    /// The title of the column of [#rounding(Rounding)].
    String rounding();

    /// How an amount was rounded.
    ///
    /// @param rounding absent if the amount stayed as it is
    String rounding(@Nullable Rounding rounding);

    /// A rounded amount of one partner.
    String toSettle();

    /// The rounded amounts of a currency.
    String totalToSettle();

    /// What rounding has added to a currency.
    String roundingDifference();
}
