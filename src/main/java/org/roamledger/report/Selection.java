package org.roamledger.report;

import org.roamledger.session.Folded;
import org.roamledger.session.PartyId;
import org.roamledger.session.ReportColumn;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/// Finds the rows that a filter lets through.
final class Selection {

    /// Where the text of a filter is looked for.
    private static final List<ReportColumn> SEARCHED_NAMES =
            List.of(
                    ReportColumn.STATION_ID,
                    ReportColumn.EVSE_ID,
                    ReportColumn.STATION_NAME,
                    ReportColumn.OPERATOR_ID,
                    ReportColumn.PROVIDER_ID,
                    ReportColumn.ORGANISATION);

    private static final List<ReportColumn> SEARCHED_IDS =
            List.of(ReportColumn.CDR_ID, ReportColumn.TRANSACTION_ID);

    private static final long SECONDS_A_DAY = Duration.ofDays(1).toSeconds();
    private static final long SECONDS_AN_HOUR = Duration.ofHours(1).toSeconds();

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Selection() {}

    /// The rows that meet all conditions, in the report's own order.
    static int[] rows(Report report, ReportFilter filter) {
        return rows(report, filter, Optional.empty());
    }

    /// The rows that meet all conditions but that on one column, in the report's own order.
    static int[] rowsWithout(Report report, ReportFilter filter, ReportColumn left) {
        return rows(report, filter, Optional.of(left));
    }

    private static int[] rows(Report report, ReportFilter filter, Optional<ReportColumn> left) {
        var rows = new int[report.size()];
        Arrays.setAll(rows, row -> row);
        for (var condition : filter.conditions().entrySet()) {
            if (!left.equals(Optional.of(condition.getKey()))) {
                rows = kept(rows, test(report, condition.getKey(), condition.getValue()));
            }
        }
        if (filter.changedOnly()) {
            rows = kept(rows, report::isChanged);
        }
        return filter.text().isEmpty() ? rows : withText(report, rows, filter.text());
    }

    /// Keeps rows in place: the array is the caller's own.
    private static int[] kept(int[] rows, IntPredicate test) {
        var kept = 0;
        for (var row : rows) {
            rows[kept] = row;
            if (test.test(row)) {
                kept++;
            }
        }
        return Arrays.copyOf(rows, kept);
    }

    private static IntPredicate test(Report report, ReportColumn column, Condition condition) {
        var values = report.column(column);
        return switch (condition) {
            case Condition.Missing _ -> values::isMissing;
            case Condition.Present _ -> row -> !values.isMissing(row);
            case Condition.Between between -> {
                var numbers = (Column.Numbers) values;
                yield row -> between.meets(numbers.at(row));
            }
            case Condition.Times times ->
                    atTimes((Column.Numbers) values, times, report.parameters().zone());
            case Condition.OneOf(var texts) -> oneOf(column, values, texts);
        };
    }

    private static IntPredicate oneOf(ReportColumn column, Column values, Set<String> texts) {
        var wanted =
                texts.stream()
                        .map(text -> ReportFilter.comparable(column, text))
                        .collect(Collectors.toSet());
        if (!(values instanceof Column.Coded(var codes, var known))) {
            var ids = (Column.Ids) values;
            return row -> wanted.contains(ReportFilter.comparable(column, ids.text(row)));
        }
        var accepted = new boolean[known.size()];
        for (var code = 0; code < accepted.length; code++) {
            accepted[code] = wanted.contains(ReportFilter.comparable(column, known.get(code)));
        }
        return row -> accepted[codes[row]];
    }

    private static IntPredicate atTimes(Column.Numbers values, Condition.Times times, ZoneId zone) {
        var rules = zone.getRules();
        return row -> {
            var second = values.at(row);
            if (second == Column.Numbers.MISSING) {
                return false;
            }
            var local = second + rules.getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
            var day = Math.floorDiv(local, SECONDS_A_DAY);
            var hour = (int) (Math.floorMod(local, SECONDS_A_DAY) / SECONDS_AN_HOUR);
            // The first day of the epoch was a Thursday.
            return (times.days().isEmpty() || times.days().contains(DayOfWeek.THURSDAY.plus(day)))
                    && (times.hours().isEmpty() || times.hours().contains(hour));
        };
    }

    private static int[] withText(Report report, int[] rows, String text) {
        var found = new BitSet(report.size());
        for (var column : SEARCHED_NAMES) {
            findInNames(report.coded(column), text, rows, found);
        }
        for (var column : SEARCHED_IDS) {
            findInIds((Column.Ids) report.column(column), text, found);
        }
        return kept(rows, found::get);
    }

    private static void findInNames(Column.Coded column, String text, int[] rows, BitSet found) {
        var folded = Folded.of(text);
        var key = PartyId.key(text);
        var hasLetter = key.chars().anyMatch(Character::isLetter);
        var accepted = new boolean[column.texts().size()];
        var any = false;
        for (var code = 1; code < accepted.length; code++) {
            var name = column.texts().get(code);
            // By key as well, so that DE8EO finds DE*8EO; not for mere digits, which would be found
            // across the separators of any EVSE-ID.
            accepted[code] =
                    Folded.of(name).contains(folded)
                            || (hasLetter && PartyId.key(name).contains(key));
            any |= accepted[code];
        }
        if (!any) {
            return;
        }
        for (var row : rows) {
            if (accepted[column.codes()[row]]) {
                found.set(row);
            }
        }
    }

    /// Looks through the bytes of all rows at once: ASCII letters in any case, other bytes as they
    /// are.
    ///
    /// Eight bytes are compared in one step, because this is the slowest part of a search.
    private static void findInIds(Column.Ids column, String text, BitSet found) {
        var wanted = text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        var pattern = 0L;
        var kept = 0L;
        var folded = 0L;
        for (var i = 0; i < Math.min(wanted.length, Long.BYTES); i++) {
            pattern |= (wanted[i] & 0xFFL) << (Byte.SIZE * i);
            kept |= 0xFFL << (Byte.SIZE * i);
            folded |= (long) caseBit(wanted[i]) << (Byte.SIZE * i);
        }
        var bytes = column.utf8();
        var ends = column.ends();
        var row = 0;
        for (var at = 0; at <= bytes.length - wanted.length; at++) {
            var maybe =
                    at > bytes.length - Long.BYTES
                            || (((long) LONG.get(bytes, at) & kept) | folded) == pattern;
            if (maybe && matches(bytes, at, wanted)) {
                while (ends[row] <= at) {
                    row++;
                }
                if (at + wanted.length <= ends[row]) {
                    found.set(row);
                    at = ends[row] - 1;
                }
            }
        }
    }

    private static boolean matches(byte[] bytes, int at, byte[] wanted) {
        for (var i = 0; i < wanted.length; i++) {
            if ((bytes[at + i] | caseBit(wanted[i])) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /// The bit in which a lower-case ASCII letter differs from its upper case; none for other
    /// bytes.
    private static int caseBit(byte lower) {
        return lower >= 'a' && lower <= 'z' ? 0x20 : 0;
    }
}
