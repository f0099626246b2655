package org.roamledger.cli;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.session.NetworkRules;
import org.roamledger.session.PartyId;
import org.roamledger.session.ReportColumn;
import org.roamledger.store.Routing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Reads what was typed on the command line, or says what is wrong with it.
final class Texts {

    private static final Pattern PARTY = Pattern.compile("[A-Z]{2}[A-Z0-9]{3}");

    private Texts() {}

    /// @throws ProblemException with [Problem.BadDate]
    static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new ProblemException(new Problem.BadDate(text), e);
        }
    }

    /// @throws ProblemException with [Problem.BadMonth]
    static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw new ProblemException(new Problem.BadMonth(text), e);
        }
    }

    /// @param rules a line each, as [NetworkRules#parse] reads them
    /// @throws ProblemException with [Problem.BadNetworkRule]
    static NetworkRules networkRules(List<String> rules) {
        try {
            return NetworkRules.parse(String.join("\n", rules));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    new Problem.BadNetworkRule(String.valueOf(e.getMessage())), e);
        }
    }

    /// Whom requests for a hub come from and go to.
    ///
    /// @return absent if nobody is named
    /// @throws ProblemException with [Problem.BadParty], also where only the other end is named
    static @Nullable Routing routing(@Nullable String from, @Nullable String to) {
        if (from == null && to == null) {
            return null;
        }
        return new Routing(party(from == null ? "" : from), to == null ? null : party(to));
    }

    private static PartyId party(String text) {
        if (!PARTY.matcher(PartyId.key(text)).matches()) {
            throw new ProblemException(new Problem.BadParty(text));
        }
        return new PartyId(text.strip());
    }

    /// @throws ProblemException with [Problem.BadZone]
    static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new ProblemException(new Problem.BadZone(text), e);
        }
    }

    /// @throws ProblemException with [Problem.ColumnUnknown]
    static ReportColumn column(String key) {
        return ReportColumn.ofKey(key.strip())
                .orElseThrow(
                        () ->
                                new ProblemException(
                                        new Problem.ColumnUnknown(
                                                key,
                                                Arrays.stream(ReportColumn.values())
                                                        .map(ReportColumn::key)
                                                        .toList())));
    }
}
