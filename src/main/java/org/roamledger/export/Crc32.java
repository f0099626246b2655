package org.roamledger.export;

/// Joins the checksums of two pieces of data into that of both, without the data.
///
/// A CRC-32 is a remainder of polynomials over GF(2): behind `n` more bytes, the first one counts
/// times x to the power of `8 n`. The arithmetic is that of zlib's `crc32_combine`.
final class Crc32 {

    private static final int POLYNOMIAL = 0xEDB88320;
    // The lowest power stands in the highest bit.
    private static final int ONE = 1 << 31;
    private static final int[] SQUARES = squares();

    private Crc32() {}

    private static int[] squares() {
        var squares = new int[Integer.SIZE];
        squares[0] = 1 << 30;
        for (var i = 1; i < squares.length; i++) {
            squares[i] = multiply(squares[i - 1], squares[i - 1]);
        }
        return squares;
    }

    /// @param first checksum of the first piece
    /// @param second checksum of the second piece
    /// @param secondLength number of bytes of the second piece
    static int joined(int first, int second, long secondLength) {
        return multiply(powerOfX(secondLength), first) ^ second;
    }

    /// x to the power of eight times `bytes`.
    private static int powerOfX(long bytes) {
        var power = ONE;
        var exponent = bytes;
        for (var i = 3; exponent != 0; i++) {
            if ((exponent & 1) == 1) {
                power = multiply(SQUARES[i % Integer.SIZE], power);
            }
            exponent >>>= 1;
        }
        return power;
    }

    private static int multiply(int a, int b) {
        var product = 0;
        var factor = b;
        for (var bit = ONE; bit != 0; bit >>>= 1) {
            if ((a & bit) != 0) {
                product ^= factor;
            }
            factor = (factor & 1) == 1 ? (factor >>> 1) ^ POLYNOMIAL : factor >>> 1;
        }
        return product;
    }
}
