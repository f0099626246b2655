package org.roamledger.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

final class TextDeflaterTest {

    private final TextDeflater deflater = new TextDeflater();

    /// By zlib, which takes nothing that is not right.
    private static byte[] inflated(byte[] stream, int length) throws DataFormatException {
        var inflater = new Inflater(true);
        inflater.setInput(stream);
        var raw = new byte[length + 1];
        assertEquals(length, inflater.inflate(raw));
        assertTrue(inflater.finished());
        assertEquals(0, inflater.getRemaining());
        inflater.end();
        return Arrays.copyOf(raw, length);
    }

    private byte[] stream(byte[]... pieces) {
        var stream = new ByteArrayOutputStream();
        for (var piece : pieces) {
            deflater.deflate(piece, piece.length);
            stream.write(deflater.bytes(), 0, deflater.length());
        }
        stream.writeBytes(Deflated.END);
        return stream.toByteArray();
    }

    private void assertSurvives(byte[] raw) throws DataFormatException {
        assertArrayEquals(raw, inflated(stream(raw), raw.length));
    }

    /// @param kinds number of different bytes
    private static byte[] random(Random random, int length, int kinds) {
        var bytes = new byte[length];
        for (var i = 0; i < length; i++) {
            bytes[i] = (byte) random.nextInt(kinds);
        }
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 257, 258, 259, 300, 32_768, 70_000})
    void runsOfAnyLengthSurvive(int length) throws DataFormatException {
        assertSurvives(new byte[length]);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 64, 256})
    void anyBytesOfSomeKindsSurvive(int kinds) throws DataFormatException {
        var random = new Random(kinds);
        for (var length = 0; length < 300; length++) {
            assertSurvives(random(random, length, kinds));
        }
        assertSurvives(random(random, 500_000, kinds));
    }

    @Test
    void repetitionsAtAnyDistanceSurvive() throws DataFormatException {
        var random = new Random(11);
        var word = random(random, 300, 256);
        for (var gap : new int[] {0, 1, 100, 32_467, 32_468, 32_469, 33_000}) {
            for (var length : new int[] {4, 8, 20, 258, 300}) {
                var raw = random(random, 2 * length + gap, 256);
                System.arraycopy(word, 0, raw, 0, length);
                System.arraycopy(word, 0, raw, length + gap, length);
                assertSurvives(raw);
            }
        }
    }

    @Test
    void bytesThatAreVeryUnequallyFrequentSurvive() throws DataFormatException {
        // By Fibonacci's numbers the best code has one bit more for each symbol: too many.
        var bytes = new ByteArrayOutputStream();
        for (int symbol = 0, count = 1, next = 1; symbol < 25; symbol++) {
            for (var i = 0; i < count; i++) {
                bytes.write(symbol);
            }
            next += count;
            count = next - count;
        }
        var raw = bytes.toByteArray();
        // Shuffled, so that they are not found as repetitions.
        var random = new Random(4);
        for (var i = raw.length - 1; i > 0; i--) {
            var other = random.nextInt(i + 1);
            var swap = raw[i];
            raw[i] = raw[other];
            raw[other] = swap;
        }
        assertSurvives(raw);
    }

    @Test
    void piecesAreOneStream() throws DataFormatException {
        var random = new Random(5);
        var first = random(random, 10_000, 5);
        var second = random(random, 3, 5);
        var all = Arrays.copyOf(first, 10_003);
        System.arraycopy(second, 0, all, 10_000, 3);
        assertArrayEquals(all, inflated(stream(first, second), all.length));
    }

    @Test
    void rowsOfASheetBecomeAboutAsSmallAsByZlib() {
        var rows = new StringBuilder();
        var random = new Random(6);
        for (var i = 1; i < 3_000; i++) {
            rows.append("<row r=\"" + i + "\">");
            for (var column = 'A'; column < 'M'; column++) {
                rows.append("<c r=\"" + column + i + "\" s=\"3\" t=\"s\"><v>")
                        .append(random.nextInt(200))
                        .append("</v></c>");
            }
            rows.append("</row>\n");
        }
        var raw = Bytes.utf8(rows.toString());
        var zlib = new Deflater(Deflater.BEST_SPEED, true);
        zlib.setInput(raw);
        zlib.finish();
        var bound = zlib.deflate(new byte[raw.length]) * 11 / 10;
        zlib.end();
        deflater.deflate(raw, raw.length);
        assertTrue(deflater.length() < bound, () -> deflater.length() + " bytes, bound " + bound);
    }
}
