package org.roamledger.report;

import org.roamledger.session.ReportColumn;

import java.util.List;

/// What a check has found in one row of a report, with what it was compared with. The row's own
/// figures stand in the report.
public record Finding(Check check, Facts facts) {

    /// What a row was compared with.
    public sealed interface Facts {}

    /// With nothing but fixed limits, or with itself.
    public record Nothing() implements Facts {}

    /// With another row of the report.
    public record Other(int row) implements Facts {}

    /// With the currency in which most sessions of its provider and organisation are.
    public record UsualCurrency(String currency) implements Facts {}

    /// With what its provider pays for a kilowatt-hour, in the row's currency.
    ///
    /// @param own what the row costs per kilowatt-hour, in ten-thousandths
    public record Usual(PriceSpread perKilowattHour, long own) implements Facts {}

    /// With what its credit takes back.
    ///
    /// @param unequal whether the amounts are known and differ
    public record Credited(TakenBack credited, boolean unequal) implements Facts {}

    /// With the VAT that its Price has by its rate, in ten-thousandths.
    public record Vat(long expected) implements Facts {}

    /// With the power of its plug.
    ///
    /// @param average what the session had on average, in watts, rounded down
    /// @param plug what the plug can give, in watts
    public record Power(long average, long plug) implements Facts {}

    /// With the form of ids.
    ///
    /// @param strange the columns whose ids have another form
    public record Ids(List<ReportColumn> strange) implements Facts {

        public Ids {
            strange = List.copyOf(strange);
        }
    }

    /// All that was found in a row, the gravest first. Looks through the whole report for what it
    /// names: not for the screen's thread.
    public static List<Finding> of(Report report, int row) {
        var findings = report.findings();
        return Check.of(findings.column().text(row)).stream()
                .map(check -> new Finding(check, findings.facts(check, row)))
                .toList();
    }
}
