package org.roamledger.export;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Deflates (RFC 1951) text whose lines resemble each other. For one thread.
///
/// Deflating is most of the time that an export takes. For rows of a sheet this takes half as long
/// as the fastest level of `java.util.zip` and makes them a little smaller: it looks at two earlier
/// places only, of which the one with eight equal bytes is mostly the same column one row above.
final class TextDeflater {

    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int WINDOW = 1 << 15;
    private static final int LONG_BITS = 15;
    private static final int SHORT_BITS = 14;
    private static final int NOWHERE = -2 * WINDOW;
    private static final int LONGEST = 258;
    private static final int SHORTEST = 4;

    private static final int END_OF_BLOCK = 256;
    private static final int FIRST_LENGTH = 257;
    // A token is a literal or, behind all literals, a length; above it stands the distance.
    private static final int SYMBOL_BITS = 10;
    private static final int SYMBOL_MASK = (1 << SYMBOL_BITS) - 1;
    private static final int LITERALS = 256;

    private static final int[] LENGTH_BASES = {
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115,
        131, 163, 195, 227, 258
    };
    private static final int[] LENGTH_EXTRA = {
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
    };
    private static final byte[] LENGTH_CODES = lengthCodes();

    private final int[] longPlaces = new int[1 << LONG_BITS];
    private final int[] shortPlaces = new int[1 << SHORT_BITS];
    private final HuffmanCode literals = new HuffmanCode(286);
    private final HuffmanCode distances = new HuffmanCode(30);
    // What a literal or a length is written as, extra bits included, and how many bits it takes.
    private final int[] symbolBits = new int[LITERALS + LONGEST + 1];
    private final int[] symbolLengths = new int[LITERALS + LONGEST + 1];
    private int[] tokens = new int[0];
    private int tokenCount;

    private byte[] out = new byte[0];
    private int outLength;
    private long bits;
    private int bitCount;

    private static byte[] lengthCodes() {
        var codes = new byte[LONGEST + 1];
        for (var code = 0; code < LENGTH_BASES.length; code++) {
            Arrays.fill(codes, LENGTH_BASES[code], LONGEST + 1, (byte) code);
        }
        return codes;
    }

    /// What was deflated last, of which [#length] bytes count.
    byte[] bytes() {
        return out;
    }

    int length() {
        return outLength;
    }

    /// Deflates into blocks of which none is the last. They end at a byte and refer to nothing
    /// before them.
    void deflate(byte[] text, int count) {
        findTokens(text, count);
        literals.counts()[END_OF_BLOCK]++;
        literals.make();
        distances.make();
        writeBlock();
        writeEmptyBlock();
    }

    private void findTokens(byte[] text, int count) {
        Arrays.fill(longPlaces, NOWHERE);
        Arrays.fill(shortPlaces, NOWHERE);
        literals.clear();
        distances.clear();
        tokenCount = 0;
        if (tokens.length < count) {
            tokens = new int[count];
        }
        var at = 0;
        // Eight bytes are read at once.
        var end = count - Long.BYTES;
        while (at <= end) {
            var next = (long) LONG.get(text, at);
            var place = place(text, at, next);
            if (place == NOWHERE) {
                addLiteral(text[at++]);
            } else {
                var length = equalBytes(text, place, at, Math.min(count, at + LONGEST));
                addMatch(length, at - place);
                at += length;
            }
        }
        while (at < count) {
            addLiteral(text[at++]);
        }
    }

    /// An earlier place with the same eight or else four bytes.
    private int place(byte[] text, int at, long next) {
        var longHash = (int) ((next * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - LONG_BITS));
        var shortHash = ((int) next * 0x9E3779B1) >>> (Integer.SIZE - SHORT_BITS);
        var longPlace = longPlaces[longHash];
        var shortPlace = shortPlaces[shortHash];
        longPlaces[longHash] = at;
        shortPlaces[shortHash] = at;
        if (at - longPlace <= WINDOW && (long) LONG.get(text, longPlace) == next) {
            return longPlace;
        }
        return at - shortPlace <= WINDOW && (int) (long) LONG.get(text, shortPlace) == (int) next
                ? shortPlace
                : NOWHERE;
    }

    /// @param end where the bytes at `at` end, or may not be compared any further
    private static int equalBytes(byte[] text, int place, int at, int end) {
        var length = SHORTEST;
        while (at + length + Long.BYTES <= end) {
            var different =
                    (long) LONG.get(text, place + length) ^ (long) LONG.get(text, at + length);
            if (different != 0) {
                return length + Long.numberOfTrailingZeros(different) / Byte.SIZE;
            }
            length += Long.BYTES;
        }
        while (at + length < end && text[place + length] == text[at + length]) {
            length++;
        }
        return length;
    }

    private void addLiteral(byte literal) {
        tokens[tokenCount++] = literal & 0xFF;
        literals.counts()[literal & 0xFF]++;
    }

    private void addMatch(int length, int distance) {
        tokens[tokenCount++] = (distance << SYMBOL_BITS) | (LITERALS + length);
        literals.counts()[FIRST_LENGTH + LENGTH_CODES[length]]++;
        distances.counts()[distanceCode(distance)]++;
    }

    /// Codes of distances are the logarithm of what is before them, in halves.
    private static int distanceCode(int distance) {
        var before = distance - 1;
        if (before < 2) {
            return before;
        }
        var log = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(before);
        return 2 * log + ((before >>> (log - 1)) & 1);
    }

    private static int distanceExtra(int code) {
        return Math.max(0, code / 2 - 1);
    }

    private void writeBlock() {
        outLength = 0;
        bits = 0;
        bitCount = 0;
        reserve();
        writeHeader();
        makeSymbols();
        writeTokens();
        put(literals.codes()[END_OF_BLOCK], literals.lengths()[END_OF_BLOCK]);
        flush();
    }

    private void makeSymbols() {
        System.arraycopy(literals.codes(), 0, symbolBits, 0, LITERALS);
        System.arraycopy(literals.lengths(), 0, symbolLengths, 0, LITERALS);
        for (var length = SHORTEST; length <= LONGEST; length++) {
            var code = LENGTH_CODES[length];
            var codeLength = literals.lengths()[FIRST_LENGTH + code];
            var extra = length - LENGTH_BASES[code];
            symbolBits[LITERALS + length] =
                    literals.codes()[FIRST_LENGTH + code] | (extra << codeLength);
            symbolLengths[LITERALS + length] = codeLength + LENGTH_EXTRA[code];
        }
    }

    /// The loop that takes the time; what it needs is kept in variables of its own.
    private void writeTokens() {
        var to = out;
        var at = outLength;
        var pending = bits;
        var count = bitCount;
        var distanceCodes = distances.codes();
        var distanceLengths = distances.lengths();
        for (var i = 0; i < tokenCount; i++) {
            var symbol = tokens[i] & SYMBOL_MASK;
            var distance = tokens[i] >>> SYMBOL_BITS;
            pending |= (long) symbolBits[symbol] << count;
            count += symbolLengths[symbol];
            if (distance != 0) {
                var code = distanceCode(distance);
                pending |= (long) distanceCodes[code] << count;
                count += distanceLengths[code];
                var extra = distanceExtra(code);
                pending |= (long) ((distance - 1) & ((1 << extra) - 1)) << count;
                count += extra;
            }
            LONG.set(to, at, pending);
            at += count >>> 3;
            pending >>>= count & ~7;
            count &= 7;
        }
        outLength = at;
        bits = pending;
        bitCount = count;
    }

    /// Room for what the codes will take.
    private void reserve() {
        var needed = 8L * 1024;
        for (var symbol = 0; symbol < literals.counts().length; symbol++) {
            var extra = symbol < FIRST_LENGTH ? 0 : LENGTH_EXTRA[symbol - FIRST_LENGTH];
            needed += (long) literals.counts()[symbol] * (literals.lengths()[symbol] + extra);
        }
        for (var symbol = 0; symbol < distances.counts().length; symbol++) {
            var length = distances.lengths()[symbol] + distanceExtra(symbol);
            needed += (long) distances.counts()[symbol] * length;
        }
        var bytes = Math.toIntExact(needed / Byte.SIZE);
        if (out.length < bytes) {
            out = new byte[bytes];
        }
    }

    /// Block type and codes (RFC 1951, 3.2.7). The lengths of the codes are written with four bits
    /// each: shorter ones would save a hundred bytes of a million.
    private void writeHeader() {
        put(0b100, 3); // not the last; codes of its own
        put(literals.lengths().length - FIRST_LENGTH, 5);
        put(distances.lengths().length - 1, 5);
        put(19 - 4, 4);
        flush();
        for (var i = 0; i < 19; i++) {
            // The first three are for repetitions.
            put(i < 3 ? 0 : 4, 3);
            flush();
        }
        writeLengths(literals.lengths());
        writeLengths(distances.lengths());
    }

    private void writeLengths(int[] lengths) {
        for (var length : lengths) {
            put(Integer.reverse(length) >>> (Integer.SIZE - 4), 4);
            flush();
        }
    }

    /// A stored block of no bytes, behind which the next piece begins at a byte.
    private void writeEmptyBlock() {
        put(0, 3);
        put(0, -bitCount & 7);
        flush();
        put(0xFFFF0000, 32);
        flush();
    }

    /// At most 56 bits may be put between two calls of [#flush].
    private void put(int value, int count) {
        bits |= Integer.toUnsignedLong(value) << bitCount;
        bitCount += count;
    }

    private void flush() {
        LONG.set(out, outLength, bits);
        outLength += bitCount >>> 3;
        bits >>>= bitCount & ~7;
        bitCount &= 7;
    }
}
