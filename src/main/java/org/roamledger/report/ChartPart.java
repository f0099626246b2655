package org.roamledger.report;

import org.roamledger.session.ReportColumn;

import java.time.DayOfWeek;
import java.util.Set;

/// What a line or a series of a chart stands for.
public sealed interface ChartPart {

    /// Rows that have a text in a column.
    ///
    /// @param text as it first occurred; spellings of one party are one. Empty for rows without a
    ///   text
    record Value(ReportColumn column, String text) implements ChartPart {}

    /// All values of a column that do not stand for themselves.
    ///
    /// @param texts as in [Value]
    record Others(ReportColumn column, Set<String> texts) implements ChartPart {

        public Others {
            texts = Set.copyOf(texts);
        }
    }

    /// Rows that started on a day of the week in the report zone.
    record Day(DayOfWeek day) implements ChartPart {}

    /// Rows that started in an hour of the day, 0 to 23, in the report zone.
    record Hour(int hour) implements ChartPart {}

    /// What is measured.
    record Of(Measure measure) implements ChartPart {}

    /// What a figure is.
    enum Measure {
        /// Sum of prices, VAT included, in the currency of the chart.
        GROSS,
        /// Sum of energy in kilowatt-hours.
        ENERGY,
        /// Rows that are not credits.
        SESSIONS,
        /// Net by energy, in the currency of the chart per kilowatt-hour.
        NET_PER_KWH,
        /// Gross by energy, likewise.
        GROSS_PER_KWH
    }
}
