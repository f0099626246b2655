package org.roamledger.report;

import org.roamledger.problem.Progress;
import org.roamledger.session.Folded;
import org.roamledger.session.PartyId;
import org.roamledger.session.ReportColumn;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Looks for a text in the ids and names of all rows.
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

    /// How many bytes are looked at before somebody may have changed their mind.
    private static final int PATIENCE = 1 << 20;

    private TextSearch() {}

    /// The rows that have a text, by the column in which it stands; columns without any are absent.
    ///
    /// @throws org.roamledger.problem.ProblemException with
    ///   [org.roamledger.problem.Problem.Cancelled] if the thread was interrupted
    static Map<ReportColumn, BitSet> find(Report report, String text) {
        var found = new EnumMap<ReportColumn, BitSet>(ReportColumn.class);
        for (var column : NAMES) {
            put(found, column, inNames(report.coded(column), text));
        }
        for (var column : IDS) {
            put(found, column, inIds((Column.Ids) report.column(column), text));
        }
        return found;
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

    private static BitSet inNames(Column.Coded column, String text) {
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
        var found = new BitSet();
        var codes = column.codes();
        for (var row = 0; any && row < codes.length; row++) {
            if (accepted[codes[row]]) {
                found.set(row);
            }
        }
        return found;
    }

    /// Looks through the bytes of all rows at once: ASCII letters in any case, other bytes as they
    /// are.
    ///
    /// Eight bytes are compared in one step, because this is the slowest part of a search.
    private static BitSet inIds(Column.Ids column, String text) {
        var found = new BitSet();
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
            if (at % PATIENCE == 0) {
                Progress.NONE.step(at, bytes.length);
            }
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
        return found;
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
