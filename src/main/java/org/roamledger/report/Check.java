package org.roamledger.report;

import org.roamledger.session.ReportColumn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What is checked of every session of a report, the gravest first. A check finds something or it
/// does not; what is missing is found by those checks only that look for missing values.
///
/// Of a credit only [#DUP], [#CREDIT], [#NO_PROVIDER] and [#VAT_SUM] are checked: everything else
/// it repeats from the session that it takes back.
///
/// Names stand in files of users: never rename one.
public enum Check {
    /// The same CDR ID, in any case, stands twice in one network: once without operator, or with
    /// the same start under two operators. One operator's CDR IDs cannot stand twice.
    DUP(Severity.ERROR),
    /// A credit names a session that is not in the store, takes back another amount than that
    /// session costs, or is not the only one that takes it back.
    CREDIT(Severity.ERROR),
    /// The session started before [#EARLIEST_SECOND], or reaches more than [#CLOCK_SECONDS] beyond
    /// the time at which it was stored.
    DATE(Severity.ERROR),
    /// It stopped before it started.
    NEG_DUR(Severity.ERROR),
    /// It stopped in the second in which it started.
    ZERO_DUR(Severity.ERROR),
    /// The meter stood lower at the stop than at the start.
    METER_BACK(Severity.ERROR),
    /// It has a Price above zero for no energy.
    ZERO_PRICED(Severity.ERROR),
    /// It has energy but no Price above zero, and its station is not free to use.
    NO_PRICE(Severity.ERROR),
    /// Nobody knows whom to bill.
    NO_PROVIDER(Severity.ERROR),

    /// Another session used the same EVSE at the same time. Sessions that were taken back do not
    /// count.
    OVERLAP(Severity.WARNING),
    /// It took longer than [#LONGEST_SECONDS].
    LONG(Severity.WARNING),
    /// On average it had more than 1.10 times the power that its plug can give: [#AC_WATTS], and
    /// [#DC_WATTS] for all others.
    POWER(Severity.WARNING),
    /// The difference of the meter readings is not its energy, to 10 Wh or 1 %, whichever is more.
    METER_DIFF(Severity.WARNING),
    /// Its energy is zero, and so is its Price, or it has none.
    ZERO_ENERGY(Severity.WARNING),
    NO_EVSE_ID(Severity.WARNING),
    /// A symptom of a session that failed.
    NO_TRANSACTION_ID(Severity.WARNING),
    /// EVSE-ID, Operator or Provider ID is not written as [IdForms] says.
    ID_FORMAT(Severity.WARNING),
    /// Price, VAT rate and VAT amount contradict each other by more than one minor unit of the
    /// currency and a ten-thousandth of the Price, which is what a rate of two decimals leaves
    /// open.
    VAT_SUM(Severity.WARNING),

    /// Sessions of one provider at the stations of one organisation have several currencies, and
    /// this one has not the most frequent.
    CUR(Severity.INFO),
    /// Its Price per kilowatt-hour is far from what the provider mostly pays; see [PriceSpread].
    OUTLIER(Severity.INFO),
    /// It took less than [#SHORTEST_SECONDS].
    LOW_DUR(Severity.INFO),
    /// It has energy, but less than [#LEAST_WATT_HOURS].
    LOW_ENERGY(Severity.INFO),
    /// It has a Price though its station is free to use now; it may not have been then.
    FREE_PRICED(Severity.INFO);

    /// How grave a finding is.
    public enum Severity {
        /// The session cannot be settled as it is.
        ERROR,
        /// Somebody should look at it before it is settled.
        WARNING,
        /// Worth knowing. Does not count as a session with findings.
        INFO
    }

    /// 2017-01-01 UTC, in epoch seconds: no roaming session of the networks is older. Back offices
    /// use the same day (SAP E-Mobility), and 1970 for a time that is not known (OCPI).
    public static final long EARLIEST_SECOND = 1_483_228_800;

    /// Two clocks may differ by so much.
    public static final long CLOCK_SECONDS = 300;

    /// A day: from there on a back office takes a session for one that was not ended (SAP
    /// E-Mobility, Hubject).
    public static final long LONGEST_SECONDS = 86_400;

    /// AFIREV counts a session as a success from two minutes on.
    public static final long SHORTEST_SECONDS = 120;

    /// AFIREV counts a session as a success from half a kilowatt-hour on.
    public static final long LEAST_WATT_HOURS = 500;

    /// The most that a plug for alternating current gives: three phases of 63 A.
    public static final long AC_WATTS = 43_000;

    /// The most that a plug for direct current usually gives.
    public static final long DC_WATTS = 400_000;

    private final Severity severity;

    Check(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }

    /// Whether a session with this finding counts as a session with findings.
    public boolean counts() {
        return severity != Severity.INFO;
    }

    int bit() {
        return 1 << ordinal();
    }

    /// How several stand in one text of the column Findings: names, the gravest first, a space
    /// between two.
    static String text(int bits) {
        var names = new ArrayList<String>();
        for (var check : values()) {
            if ((bits & check.bit()) != 0) {
                names.add(check.name());
            }
        }
        return String.join(" ", names);
    }

    /// The checks named in a text of the column Findings. What is no name is none.
    public static Set<Check> of(String text) {
        var found = EnumSet.noneOf(Check.class);
        var names = words(text);
        for (var check : values()) {
            if (names.contains(check.name())) {
                found.add(check);
            }
        }
        return found;
    }

    /// The words in a text of a column of [ReportColumn.Kind#CHOICES]; of an empty one that, as it
    /// stands for none.
    public static List<String> words(String text) {
        return List.of(text.split(" "));
    }

    /// Names in the order of the checks; what is none is left out.
    static List<String> ordered(Collection<String> names) {
        return Arrays.stream(values()).map(Check::name).filter(names::contains).toList();
    }
}
