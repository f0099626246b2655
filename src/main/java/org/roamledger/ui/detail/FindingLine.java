package org.roamledger.ui.detail;

import org.roamledger.report.Check;
import org.roamledger.report.Finding;
import org.roamledger.report.Report;
import org.roamledger.session.Amount;
import org.roamledger.session.CurrencyDigits;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.CellText;
import org.roamledger.ui.base.Words;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a check has found in a session, in words.
///
/// @param severity in words
/// @param title what it is called in the table
/// @param sentence what was found, with its figures
/// @param advice what to do about it
record FindingLine(Check check, String severity, String title, String sentence, String advice) {

    static List<FindingLine> of(Report report, int row, List<Finding> findings, Words words) {
        var telling = new Telling(report, row, words);
        return findings.stream()
                .map(
                        finding ->
                                new FindingLine(
                                        finding.check(),
                                        words.text(
                                                "detail.finding.severity."
                                                        + lower(finding.check().severity())),
                                        words.choice(ReportColumn.FINDINGS, finding.check().name()),
                                        telling.sentence(finding),
                                        words.text(
                                                "detail.finding."
                                                        + lower(finding.check())
                                                        + ".do")))
                .toList();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /// The figures of one row.
    private record Telling(Report report, int row, Words words, CellText texts) {

        Telling(Report report, int row, Words words) {
            this(report, row, words, CellText.shown(words, report.parameters().zone()));
        }

        String sentence(Finding finding) {
            return switch (finding.facts()) {
                case Finding.Nothing() -> alone(finding.check());
                case Finding.Other(var other) -> beside(finding.check(), other);
                case Finding.Credited of -> credit(of);
                case Finding.UsualCurrency(var usual) ->
                        words.text("detail.finding.cur", text(ReportColumn.CURRENCY), usual);
                case Finding.Usual(var spread, var own) ->
                        words.text(
                                "detail.finding.outlier",
                                money(own),
                                money(spread.median()),
                                money(spread.least()),
                                money(spread.most()),
                                text(ReportColumn.CURRENCY));
                case Finding.Vat(var expected) ->
                        words.text(
                                "detail.finding.vat_sum",
                                text(ReportColumn.VAT_RATE),
                                text(ReportColumn.PRICE),
                                money(expected),
                                text(ReportColumn.VAT_AMOUNT),
                                text(ReportColumn.CURRENCY));
                case Finding.Power(var average, var plug) ->
                        words.text(
                                "detail.finding.power",
                                kilowatts(average),
                                text(ReportColumn.PLUG_TYPE),
                                kilowatts(plug));
                case Finding.Ids(var strange) ->
                        words.text(
                                "detail.finding.id_format",
                                strange.stream().map(this::id).collect(Collectors.joining(", ")));
            };
        }

        private String alone(Check check) {
            return switch (check) {
                case DATE -> date();
                case NEG_DUR ->
                        words.text(
                                "detail.finding.neg_dur",
                                text(ReportColumn.STOP_TIME),
                                text(ReportColumn.START_TIME));
                case ZERO_DUR ->
                        words.text("detail.finding.zero_dur", text(ReportColumn.START_TIME));
                case METER_BACK ->
                        words.text(
                                "detail.finding.meter_back",
                                text(ReportColumn.METER_START_WH),
                                text(ReportColumn.METER_STOP_WH));
                case METER_DIFF ->
                        words.text(
                                "detail.finding.meter_diff",
                                text(ReportColumn.METER_START_WH),
                                text(ReportColumn.METER_STOP_WH),
                                text(ReportColumn.ENERGY_WH));
                case NO_PRICE -> noPrice();
                case ZERO_PRICED -> priced("detail.finding.zero_priced");
                case FREE_PRICED -> priced("detail.finding.free_priced");
                case LONG -> words.text("detail.finding.long", text(ReportColumn.DURATION));
                case LOW_DUR -> words.text("detail.finding.low_dur", text(ReportColumn.DURATION));
                case LOW_ENERGY ->
                        words.text("detail.finding.low_energy", text(ReportColumn.ENERGY_WH));
                case ZERO_ENERGY -> words.text("detail.finding.zero_energy");
                case NO_PROVIDER -> words.text("detail.finding.no_provider");
                case NO_EVSE_ID -> words.text("detail.finding.no_evse_id");
                case NO_TRANSACTION_ID -> words.text("detail.finding.no_transaction_id");
                case DUP, CREDIT, OVERLAP, POWER, ID_FORMAT, VAT_SUM, CUR, OUTLIER ->
                        throw new IllegalArgumentException(check.name());
            };
        }

        private String date() {
            var start = report.numbers(ReportColumn.START_TIME).at(row);
            if (start < Check.EARLIEST_SECOND) {
                return words.text("detail.finding.date.old", text(ReportColumn.START_TIME));
            }
            // A stop that is missing is the smallest of all numbers.
            var latest = Math.max(start, report.numbers(ReportColumn.STOP_TIME).at(row));
            return words.text(
                    "detail.finding.date.future",
                    texts.time(Instant.ofEpochSecond(latest)),
                    text(ReportColumn.SYNCED_AT));
        }

        private String noPrice() {
            return report.column(ReportColumn.PRICE).isMissing(row)
                    ? words.text("detail.finding.no_price.missing", text(ReportColumn.ENERGY_WH))
                    : words.text(
                            "detail.finding.no_price.zero",
                            text(ReportColumn.ENERGY_WH),
                            text(ReportColumn.PRICE),
                            text(ReportColumn.CURRENCY));
        }

        private String priced(String key) {
            return words.text(key, text(ReportColumn.PRICE), text(ReportColumn.CURRENCY));
        }

        private String beside(Check check, int other) {
            return check == Check.DUP
                    ? words.text(
                            "detail.finding.dup",
                            text(ReportColumn.NETWORK),
                            texts.of(report, ReportColumn.START_TIME, other),
                            texts.of(report, ReportColumn.SOURCE, other))
                    : words.text(
                            "detail.finding.overlap",
                            texts.of(report, ReportColumn.CDR_ID, other),
                            texts.of(report, ReportColumn.START_TIME, other),
                            texts.of(report, ReportColumn.STOP_TIME, other));
        }

        private String credit(Finding.Credited of) {
            var credited = of.credited();
            var original = credited.original();
            if (original == null) {
                return words.text("detail.finding.credit.none", credited.cdrId());
            }
            return of.unequal()
                    ? words.text(
                            "detail.finding.credit.unequal",
                            credited.cdrId(),
                            texts.money(new Amount(original.gross()), original.currency()),
                            original.currency(),
                            text(ReportColumn.PRICE),
                            text(ReportColumn.CURRENCY))
                    : words.text(
                            "detail.finding.credit.twice", credited.cdrId(), credited.credits());
        }

        private String id(ReportColumn column) {
            return words.text("detail.finding.id_format.id", words.title(column), text(column));
        }

        private String money(long tenThousandths) {
            return texts.money(
                    new Amount(tenThousandths),
                    CurrencyDigits.of(report.coded(ReportColumn.CURRENCY).text(row)));
        }

        private String kilowatts(long watts) {
            var format = NumberFormat.getNumberInstance(words.locale());
            format.setMaximumFractionDigits(1);
            return format.format(BigDecimal.valueOf(watts, 3));
        }

        /// As in the table.
        private String text(ReportColumn column) {
            return texts.of(report, column, row);
        }
    }
}
