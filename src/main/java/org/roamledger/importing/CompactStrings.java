package org.roamledger.importing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A long list of strings as UTF-8 bytes in a few large arrays: a million session ids take little
/// more room than their characters.
final class CompactStrings {

    private static final int CHUNK = 1 << 20;
    private static final long LIMIT = 1L << 30;

    private final List<byte[]> chunks = new ArrayList<>();
    private long[] places = new long[1 << 10];
    private int[] lengths = new int[1 << 10];
    private int size;
    private int used = CHUNK;
    private long total;

    /// Appends a string.
    ///
    /// @throws IOException if all strings together take more than a gigabyte
    void add(String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        total += bytes.length;
        if (total > LIMIT) {
            throw new IOException("texts of more than " + LIMIT + " bytes");
        }
        if (used + bytes.length > CHUNK) {
            chunks.add(new byte[Math.max(CHUNK, bytes.length)]);
            used = 0;
        }
        System.arraycopy(bytes, 0, chunks.getLast(), used, bytes.length);
        if (size == places.length) {
            places = Arrays.copyOf(places, size + (size >> 1));
            lengths = Arrays.copyOf(lengths, size + (size >> 1));
        }
        places[size] = (long) (chunks.size() - 1) << 32 | used;
        lengths[size] = bytes.length;
        size++;
        used += bytes.length;
    }

    /// The string at a position counted from 0; empty where there is none.
    String get(int index) {
        if (index < 0 || index >= size) {
            return "";
        }
        var place = places[index];
        return new String(
                chunks.get((int) (place >>> 32)),
                (int) place,
                lengths[index],
                StandardCharsets.UTF_8);
    }
}
