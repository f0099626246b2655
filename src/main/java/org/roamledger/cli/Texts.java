package org.roamledger.cli;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.session.ReportColumn;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;

/// Reads what was typed on the command line, or says what is wrong with it.
final class Texts {

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
