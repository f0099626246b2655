package org.roamledger.report;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Progress;
import org.roamledger.session.Folded;
import org.roamledger.session.PartyId;
import org.roamledger.session.ReportColumn;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// Looks for a text in the ids and names of all rows of a report, and remembers what it found: most
/// texts are typed letter by letter, and a longer one is only where the shorter one was.
///
/// Safe for use by any threads; one search at a time.
final class TextSearch {

    private static final List<ReportColumn> NAMES =
            List.of(
                    ReportColumn.STATION_ID,
                    ReportColumn.EVSE_ID,
                    ReportColumn.STATION_NAME,
                    ReportColumn.OPERATOR_ID,
                    ReportColumn.PROVIDER_ID,
                    ReportColumn.ORGANISATION);

    private static final List<ReportColumn> IDS =
            List.of(ReportColumn.CDR_ID, ReportColumn.TRANSACTION_ID);

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /// How many texts are remembered; each takes a bit per row for each column that has it.
    private static final int REMEMBERED = 12;

    /// Rows that are looked through by one thread at a time: whole words of a bit set.
    private static final int ROWS_AT_ONCE = 1 << 16;

    private final Report report;
    private final Map<ReportColumn, Names> names = new EnumMap<>(ReportColumn.class);
    private final Map<String, Map<ReportColumn, BitSet>> last =
            new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<String, Map<ReportColumn, BitSet>> eldest) {
                    return size() > REMEMBERED;
                }
            };

    TextSearch(Report report) {
        this.report = report;
    }

    /// The names of a column in the forms in which they are compared, by code.
    private record Names(String[] folded, String[] keys) {

        static Names of(List<String> texts) {
            return new Names(
                    texts.stream().map(Folded::of).toArray(String[]::new),
                    texts.stream().map(PartyId::key).toArray(String[]::new));
        }
    }

    /// The rows that have a text, by the column in which it stands; columns without any are absent.
    /// Not to be changed by anybody.
    ///
    /// @throws org.roamledger.problem.ProblemException with
    ///   [org.roamledger.problem.Problem.Cancelled] if the thread was interrupted
    synchronized Map<ReportColumn, BitSet> find(String text) {
        var wanted = text.toLowerCase(Locale.ROOT);
        var known = last.get(wanted);
        if (known != null) {
            return known;
        }
        var shorter = shorter(wanted);
        var found = new EnumMap<ReportColumn, BitSet>(ReportColumn.class);
        for (var column : NAMES) {
            Progress.NONE.step(0, report.size());
            put(found, column, inNames(column, text));
        }
        for (var column : IDS) {
            Progress.NONE.step(0, report.size());
            var ids = (Column.Ids) report.column(column);
            var bytes = wanted.getBytes(StandardCharsets.UTF_8);
            var among = shorter == null ? null : shorter.getOrDefault(column, new BitSet());
            put(
                    found,
                    column,
                    among == null || among.cardinality() > report.size() / 2
                            ? inIds(ids, bytes)
                            : inSomeIds(ids, bytes, among));
        }
        last.put(wanted, found);
        return found;
    }

    /// What was found of the longest text that is a part of this one; nothing if there is none.
    ///
    /// Of use for ids only: a name is compared in two ways, and the second one begins with the
    /// first letter.
    private @Nullable Map<ReportColumn, BitSet> shorter(String wanted) {
        return last.keySet().stream()
                .filter(wanted::contains)
                .max(Comparator.comparingInt(String::length))
                .map(last::get)
                .orElse(null);
    }

    private static void put(Map<ReportColumn, BitSet> found, ReportColumn column, BitSet rows) {
        if (!rows.isEmpty()) {
            found.put(column, rows);
        }
    }

    /// The rows that have a text in any column.
    static BitSet anywhere(Map<ReportColumn, BitSet> found) {
        var rows = new BitSet();
        found.values().forEach(rows::or);
        return rows;
    }

    private BitSet inNames(ReportColumn column, String text) {
        var coded = report.coded(column);
        var known = names.computeIfAbsent(column, _ -> Names.of(coded.texts()));
        var folded = Folded.of(text);
        var key = PartyId.key(text);
        var hasLetter = key.chars().anyMatch(Character::isLetter);
        var accepted = new boolean[coded.texts().size()];
        var any = false;
        for (var code = 1; code < accepted.length; code++) {
            // By key as well, so that DE8EO finds DE*8EO; not for mere digits, which would be found
            // across the separators of any EVSE-ID.
            accepted[code] =
                    known.folded()[code].contains(folded)
                            || (hasLetter && known.keys()[code].contains(key));
            any |= accepted[code];
        }
        if (!any) {
            return new BitSet();
        }
        var codes = coded.codes();
        return inParts(
                (first, end, words) -> {
                    for (var row = first; row < end; row++) {
                        if (accepted[codes[row]]) {
                            words[row >> 6] |= 1L << row;
                        }
                    }
                });
    }

    private interface Part {
        /// Sets the bits of rows from `first` to before `end`.
        void find(int first, int end, long[] words);
    }

    /// By several threads, each of which has words of its own.
    private BitSet inParts(Part part) {
        var size = report.size();
        var words = new long[(size >> 6) + 1];
        IntStream.range(0, (size + ROWS_AT_ONCE - 1) / ROWS_AT_ONCE)
                .parallel()
                .forEach(
                        number -> {
                            var first = number * ROWS_AT_ONCE;
                            part.find(first, Math.min(size, first + ROWS_AT_ONCE), words);
                        });
        return BitSet.valueOf(words);
    }

    private static BitSet inSomeIds(Column.Ids column, byte[] wanted, BitSet among) {
        var found = new BitSet();
        for (var row = among.nextSetBit(0); row >= 0; row = among.nextSetBit(row + 1)) {
            var end = column.ends()[row] - wanted.length;
            for (var at = column.begin(row); at <= end; at++) {
                if (matches(column.utf8(), at, wanted)) {
                    found.set(row);
                    break;
                }
            }
        }
        return found;
    }

    /// Looks through the bytes of many rows at once: ASCII letters in any case, other bytes as they
    /// are.
    ///
    /// Eight bytes are compared in one step, because this is the slowest part of a search.
    private BitSet inIds(Column.Ids column, byte[] wanted) {
        var pattern = 0L;
        var kept = 0L;
        var folded = 0L;
        for (var i = 0; i < Math.min(wanted.length, Long.BYTES); i++) {
            pattern |= (wanted[i] & 0xFFL) << (Byte.SIZE * i);
            kept |= 0xFFL << (Byte.SIZE * i);
            folded |= (long) caseBit(wanted[i]) << (Byte.SIZE * i);
        }
        return inParts(scan(column, wanted, pattern, kept, folded));
    }

    private static Part scan(
            Column.Ids column, byte[] wanted, long pattern, long kept, long folded) {
        var bytes = column.utf8();
        var ends = column.ends();
        return (first, end, words) -> {
            var row = first;
            for (var at = column.begin(first); at <= ends[end - 1] - wanted.length; at++) {
                var maybe =
                        at > bytes.length - Long.BYTES
                                || (((long) LONG.get(bytes, at) & kept) | folded) == pattern;
                if (maybe && matches(bytes, at, wanted)) {
                    while (ends[row] <= at) {
                        row++;
                    }
                    if (at + wanted.length <= ends[row]) {
                        words[row >> 6] |= 1L << row;
                        at = ends[row] - 1;
                    }
                }
            }
        };
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
