package org.roamledger.report;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;

/// Ids to be found among those of a column, in any case.
///
/// The bytes of a row are hashed and compared where they lie, because a text for each of a million
/// rows takes ten times as long as the search.
final class IdSet {

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /// Sets the bit in which ASCII letters of the two cases differ. Other characters may fall
    /// together by it, so it is good for hashes only.
    private static final long ANY_CASE = 0x2020202020202020L;

    private static final long NOT_ASCII = 0x8080808080808080L;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final byte[][] lower;

    /// The hashes by slot, 0 where there is none: mostly enough to know that a row has none of the
    /// ids, without a look at any id.
    private final long[] hashes;

    private final int[] numbers;

    /// A bit for each hash, in so little room that it stays near the processor: most rows that have
    /// none of many ids are known by it.
    private final long[] maybe;

    private IdSet(Collection<String> wanted) {
        lower = wanted.stream().map(IdSet::bytes).toArray(byte[][]::new);
        var slots = Integer.highestOneBit(lower.length * 2 + 1) * 2;
        hashes = new long[slots];
        numbers = new int[slots];
        maybe = new long[Math.max(1, slots / Integer.BYTES)];
        for (var i = 0; i < lower.length; i++) {
            put(i);
        }
    }

    static IdSet of(Collection<String> wanted) {
        return new IdSet(wanted);
    }

    private static byte[] bytes(String text) {
        return text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    }

    private void put(int number) {
        var id = lower[number];
        var hash = hash(id, 0, id.length);
        var slot = slot(hash);
        while (hashes[slot] != 0) {
            if (hashes[slot] == hash && same(id, 0, id.length, lower[numbers[slot]])) {
                // Two spellings of one id are one: the first stays.
                return;
            }
            slot = next(slot);
        }
        hashes[slot] = hash;
        maybe[word(hash)] |= 1L << (hash >>> 1);
        numbers[slot] = number;
    }

    /// The same number for equal ids in any case, and mostly another one for others.
    static int hash(Column.Ids column, int row) {
        var begin = column.begin(row);
        var end = column.ends()[row];
        if (isAscii(column.utf8(), begin, end)) {
            return (int) (hash(column.utf8(), begin, end) >>> Integer.SIZE);
        }
        var lower = bytes(column.text(row));
        return (int) (hash(lower, 0, lower.length) >>> Integer.SIZE);
    }

    /// Which of the ids a row has, by a number from 0; negative if none.
    int indexOf(Column.Ids column, int row) {
        var begin = column.begin(row);
        var end = column.ends()[row];
        // Letters beyond ASCII may have another length in lower case.
        return isAscii(column.utf8(), begin, end)
                ? indexOf(column.utf8(), begin, end)
                : indexOf(column.text(row));
    }

    /// The number of an id; negative if it is none of them.
    int indexOf(String text) {
        var id = bytes(text);
        return indexOf(id, 0, id.length);
    }

    private int indexOf(byte[] bytes, int begin, int end) {
        var hash = hash(bytes, begin, end);
        if ((maybe[word(hash)] & 1L << (hash >>> 1)) == 0) {
            return -1;
        }
        for (var slot = slot(hash); hashes[slot] != 0; slot = next(slot)) {
            if (hashes[slot] == hash && same(bytes, begin, end, lower[numbers[slot]])) {
                return numbers[slot];
            }
        }
        return -1;
    }

    private int slot(long hash) {
        return (int) (hash >>> 32) & (hashes.length - 1);
    }

    private int word(long hash) {
        return (int) (hash >>> 8) & (maybe.length - 1);
    }

    private int next(int slot) {
        return (slot + 1) & (hashes.length - 1);
    }

    private static long hash(byte[] bytes, int begin, int end) {
        var hash = end - begin;
        var mixed = hash * SPREAD;
        var at = begin;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            mixed = (mixed ^ ((long) LONG.get(bytes, at) | ANY_CASE)) * SPREAD;
            mixed ^= mixed >>> 29;
        }
        for (; at < end; at++) {
            mixed = (mixed ^ (bytes[at] | 0x20)) * SPREAD;
        }
        // 0 means none.
        return (mixed ^ (mixed >>> 29)) | 1;
    }

    private static boolean isAscii(byte[] bytes, int begin, int end) {
        var at = begin;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            if (((long) LONG.get(bytes, at) & NOT_ASCII) != 0) {
                return false;
            }
        }
        for (; at < end; at++) {
            if (bytes[at] < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(byte[] bytes, int begin, int end, byte[] lowerCase) {
        if (end - begin != lowerCase.length) {
            return false;
        }
        for (var i = 0; i < lowerCase.length; i++) {
            var letter = bytes[begin + i];
            if ((letter >= 'A' && letter <= 'Z' ? letter | 0x20 : letter) != lowerCase[i]) {
                return false;
            }
        }
        return true;
    }
}
