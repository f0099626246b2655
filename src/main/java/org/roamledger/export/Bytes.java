package org.roamledger.export;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes that grow, and numbers written into them without a detour over text. For one thread.
final class Bytes {

    private static final byte[] PAIRS = pairs();
    private static final long[] POWERS = powers();

    private byte[] bytes;
    private int length;

    Bytes(int capacity) {
        bytes = new byte[capacity];
    }

    private static byte[] pairs() {
        var pairs = new byte[200];
        for (var i = 0; i < 100; i++) {
            pairs[2 * i] = (byte) ('0' + i / 10);
            pairs[2 * i + 1] = (byte) ('0' + i % 10);
        }
        return pairs;
    }

    private static long[] powers() {
        var powers = new long[19];
        powers[0] = 1;
        for (var i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// The bytes themselves, of which [#length] count; until the next call that adds some.
    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }

    private void need(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, bytes.length * 2));
        }
    }

    void put(char ascii) {
        need(1);
        bytes[length++] = (byte) ascii;
    }

    void put(byte[] added) {
        put(added, 0, added.length);
    }

    void put(Bytes added) {
        put(added.bytes, 0, added.length);
    }

    void put(byte[] from, int begin, int count) {
        need(count);
        System.arraycopy(from, begin, bytes, length, count);
        length += count;
    }

    void put(String text) {
        put(utf8(text));
    }

    /// Any number but the smallest, which everywhere stands for missing.
    void putNumber(long number) {
        var rest = number;
        if (number < 0) {
            put('-');
            rest = -number;
        }
        putDigits(rest, digits(rest));
    }

    /// As many digits as tell the number from every other, as Excel writes them itself.
    void putShortest(double number) {
        var text = Double.toString(number);
        put(text.endsWith(".0") ? text.substring(0, text.length() - 2) : text);
    }

    /// A number in units of a power of ten.
    ///
    /// @param scale how many of its digits are decimals
    /// @param decimals how many decimals to write even if they are zero; others only where needed
    void putDecimal(long number, int scale, int decimals, char point) {
        var rest = number;
        if (number < 0) {
            put('-');
            rest = -number;
        }
        var whole = rest / POWERS[scale];
        putDigits(whole, digits(whole));
        putFraction(rest % POWERS[scale], scale, decimals, point);
    }

    /// The decimals of a number with the point before them.
    ///
    /// @param fraction the decimals as a number of `scale` digits
    void putFraction(long fraction, int scale, int decimals, char point) {
        var rest = fraction;
        var count = scale;
        while (count > decimals && rest % 10 == 0) {
            rest /= 10;
            count--;
        }
        if (count > 0) {
            put(point);
            putDigits(rest, count);
        }
    }

    /// The last digits of a number that is not negative, zeros before them where it has fewer.
    void putDigits(long number, int count) {
        need(count);
        var rest = number;
        var at = length + count;
        length = at;
        var left = count;
        while (left > 1) {
            var pair = (int) (rest % 100) * 2;
            rest /= 100;
            bytes[--at] = PAIRS[pair + 1];
            bytes[--at] = PAIRS[pair];
            left -= 2;
        }
        if (left == 1) {
            bytes[--at] = (byte) ('0' + rest % 10);
        }
    }

    private static int digits(long number) {
        var count = 1;
        while (count < POWERS.length && number >= POWERS[count]) {
            count++;
        }
        return count;
    }
}
