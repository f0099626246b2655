package org.roamledger.report;

import static org.roamledger.report.Column.Numbers.MISSING;

import org.roamledger.session.CurrencyDigits;
import org.roamledger.session.FreeUsage;
import org.roamledger.session.PlugType;
import org.roamledger.session.ReportColumn;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// The checks that need nothing but the row itself. Makes no objects for a row.
final class RowChecks {

    private static final long HOUR = 3_600;

    /// A meter may differ by so much from the energy: 10 Wh, in thousandths.
    private static final long METER_TOLERANCE = 10_000;

    /// One percent of watt-hours, in thousandths of a watt-hour.
    private static final long PERCENT_OF_WATT_HOURS = 10;

    private static final long MILLI = 1_000;

    /// A whole in ten-thousandths of a percent.
    private static final long WHOLE = 1_000_000;

    /// What is left open by a VAT rate of two decimals, as a part of the Price.
    private static final long RATE_PART = 10_000;

    /// Below this nothing overflows when VAT is checked.
    private static final long SMALL = 400_000_000_000L;

    private final Report report;
    private final Column.Coded evse;
    private final Column.Coded operator;
    private final Column.Coded provider;
    private final Column.Ids transactionId;
    private final Column.Numbers start;
    private final Column.Numbers duration;
    private final Column.Numbers storedAt;
    private final Column.Numbers energy;
    private final Column.Numbers meterStart;
    private final Column.Numbers meterStop;
    private final Column.Numbers price;
    private final Column.Numbers vat;
    private final Column.Numbers vatRate;
    private final Column.Coded currency;
    private final Column.Coded freeUsage;
    private final Column.Coded plug;
    private final boolean[] strangeEvse;
    private final boolean[] strangeOperator;
    private final boolean[] strangeProvider;
    private final long[] minorUnits;
    private final int free;
    private final int ac;

    RowChecks(Report report) {
        this.report = report;
        evse = report.coded(ReportColumn.EVSE_ID);
        operator = report.coded(ReportColumn.OPERATOR_ID);
        provider = report.coded(ReportColumn.PROVIDER_ID);
        transactionId = (Column.Ids) report.column(ReportColumn.TRANSACTION_ID);
        start = report.numbers(ReportColumn.START_TIME);
        duration = report.numbers(ReportColumn.DURATION);
        storedAt = report.numbers(ReportColumn.SYNCED_AT);
        energy = report.numbers(ReportColumn.ENERGY_WH);
        meterStart = report.numbers(ReportColumn.METER_START_WH);
        meterStop = report.numbers(ReportColumn.METER_STOP_WH);
        price = report.numbers(ReportColumn.PRICE);
        vat = report.numbers(ReportColumn.VAT_AMOUNT);
        vatRate = report.numbers(ReportColumn.VAT_RATE);
        currency = report.coded(ReportColumn.CURRENCY);
        freeUsage = report.coded(ReportColumn.FREE_USAGE);
        plug = report.coded(ReportColumn.PLUG_TYPE);
        strangeEvse = IdForms.strange(ReportColumn.EVSE_ID, evse);
        strangeOperator = IdForms.strange(ReportColumn.OPERATOR_ID, operator);
        strangeProvider = IdForms.strange(ReportColumn.PROVIDER_ID, provider);
        minorUnits = currency.texts().stream().mapToLong(RowChecks::minorUnit).toArray();
        free = freeUsage.texts().indexOf(FreeUsage.YES.label());
        ac = plug.texts().indexOf(PlugType.AC.label());
    }

    /// What is found in a row, as [Check#bit]s.
    int of(int row) {
        var found = party(row) | vatSum(row);
        return report.isCredit(row)
                ? found
                : found | ids(row) | times(row) | energy(row) | meter(row);
    }

    private int party(int row) {
        return provider.isMissing(row) ? Check.NO_PROVIDER.bit() : 0;
    }

    private int ids(int row) {
        var found = 0;
        if (evse.isMissing(row)) {
            found |= Check.NO_EVSE_ID.bit();
        }
        if (transactionId.isMissing(row)) {
            found |= Check.NO_TRANSACTION_ID.bit();
        }
        if (strangeEvse[evse.codes()[row]]
                || strangeOperator[operator.codes()[row]]
                || strangeProvider[provider.codes()[row]]) {
            found |= Check.ID_FORMAT.bit();
        }
        return found;
    }

    private int times(int row) {
        var from = start.at(row);
        var seconds = duration.at(row);
        var to = seconds == MISSING ? from : from + seconds;
        var latest = storedAt.isMissing(row) ? Long.MAX_VALUE : storedAt.at(row);
        var found =
                from < Check.EARLIEST_SECOND || Math.max(from, to) - Check.CLOCK_SECONDS > latest
                        ? Check.DATE.bit()
                        : 0;
        if (seconds == MISSING) {
            return found;
        }
        if (seconds <= 0) {
            return found | (seconds < 0 ? Check.NEG_DUR : Check.ZERO_DUR).bit();
        }
        if (seconds < Check.SHORTEST_SECONDS) {
            found |= Check.LOW_DUR.bit();
        } else if (seconds > Check.LONGEST_SECONDS) {
            found |= Check.LONG.bit();
        }
        return energy.at(row) > mostWattHours(row, seconds) ? found | Check.POWER.bit() : found;
    }

    /// What the plug gives in a time, and a tenth more.
    private long mostWattHours(int row, long seconds) {
        return seconds * watts(row) / 10 * 11 / HOUR;
    }

    /// What the plug of a row can give. Of no plug more is expected than of one for direct current.
    private long watts(int row) {
        return ac > 0 && plug.codes()[row] == ac ? Check.AC_WATTS : Check.DC_WATTS;
    }

    private int energy(int row) {
        var wattHours = energy.at(row);
        var gross = price.at(row);
        var isFree = free > 0 && freeUsage.codes()[row] == free;
        var found = isFree && gross != MISSING && gross != 0 ? Check.FREE_PRICED.bit() : 0;
        if (wattHours == 0) {
            return found | (gross > 0 ? Check.ZERO_PRICED : Check.ZERO_ENERGY).bit();
        }
        if (wattHours > 0) {
            // A missing one is the smallest of all numbers.
            found |= gross <= 0 && !isFree ? Check.NO_PRICE.bit() : 0;
            found |= wattHours < Check.LEAST_WATT_HOURS ? Check.LOW_ENERGY.bit() : 0;
        }
        return found;
    }

    private int meter(int row) {
        var from = meterStart.at(row);
        var to = meterStop.at(row);
        if (from == MISSING || to == MISSING) {
            return 0;
        }
        if (to < from) {
            return Check.METER_BACK.bit();
        }
        var wattHours = energy.at(row);
        if (wattHours < 0) {
            return 0;
        }
        var metered = to - from;
        var tolerance = Math.max(METER_TOLERANCE, wattHours * PERCENT_OF_WATT_HOURS);
        // Only readings far below zero can be so far from each other.
        var differs = metered < 0 || Math.abs(metered - wattHours * MILLI) > tolerance;
        return differs ? Check.METER_DIFF.bit() : 0;
    }

    private int vatSum(int row) {
        var gross = price.at(row);
        var tax = vat.at(row);
        var rate = vatRate.at(row);
        if (gross == MISSING || tax == MISSING || rate == MISSING) {
            return 0;
        }
        var allowed = minorUnits[currency.codes()[row]] + Math.abs(gross / RATE_PART);
        var isSmall =
                Math.abs(gross) < SMALL && Math.abs(tax) < SMALL && rate >= 0 && rate <= WHOLE;
        // Both sides of "net is gross less VAT" times 100 % and the rate, so that all stay whole.
        var fits =
                isSmall
                        ? Math.abs((gross - tax) * (WHOLE + rate) - gross * WHOLE)
                                <= allowed * (WHOLE + rate)
                        : fits(gross, tax, rate, allowed);
        return fits ? 0 : Check.VAT_SUM.bit();
    }

    private static boolean fits(long gross, long tax, long rate, long allowed) {
        var whole = BigInteger.valueOf(WHOLE);
        var withRate = whole.add(BigInteger.valueOf(rate));
        var net = BigInteger.valueOf(gross).subtract(BigInteger.valueOf(tax));
        var difference =
                net.multiply(withRate).subtract(BigInteger.valueOf(gross).multiply(whole)).abs();
        return difference.compareTo(BigInteger.valueOf(allowed).multiply(withRate)) <= 0;
    }

    /// In ten-thousandths.
    private static long minorUnit(String currency) {
        return BigDecimal.ONE
                .movePointLeft(CurrencyDigits.of(currency))
                .movePointRight(CurrencyDigits.MOST)
                .longValueExact();
    }

    /// What a row was compared with by one of the checks [Check#VAT_SUM], [Check#POWER] and
    /// [Check#ID_FORMAT].
    Finding.Facts facts(Check check, int row) {
        return switch (check) {
            case VAT_SUM -> new Finding.Vat(vatIn(price.at(row), vatRate.at(row)));
            case POWER -> new Finding.Power(averageWatts(row), watts(row));
            case ID_FORMAT -> new Finding.Ids(strangeIds(row));
            default -> throw new IllegalArgumentException(check.name());
        };
    }

    private static long vatIn(long gross, long rate) {
        return BigDecimal.valueOf(gross)
                .multiply(BigDecimal.valueOf(rate))
                .divide(BigDecimal.valueOf(WHOLE + rate), 0, RoundingMode.HALF_UP)
                .longValue();
    }

    private long averageWatts(int row) {
        return BigDecimal.valueOf(energy.at(row))
                .multiply(BigDecimal.valueOf(HOUR))
                .divide(BigDecimal.valueOf(duration.at(row)), 0, RoundingMode.DOWN)
                .longValue();
    }

    private List<ReportColumn> strangeIds(int row) {
        var strange = new ArrayList<ReportColumn>();
        for (var column : IdForms.COLUMNS) {
            var ids = report.coded(column);
            if (!ids.isMissing(row) && !IdForms.fits(column, ids.text(row))) {
                strange.add(column);
            }
        }
        return strange;
    }
}
