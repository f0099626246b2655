package org.roamledger.export;

import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// A piece of a deflated stream (RFC 1951) that needs no other piece.
///
/// Ends at a byte, so pieces are joined by writing them one after the other, then [#END]. For one
/// thread; to be [#release]d.
final class Deflated {

    /// An empty last block.
    static final byte[] END = {3, 0};

    // Higher levels cost twice the time and save a tenth of the size.
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private final CRC32 crc = new CRC32();
    private byte[] bytes = new byte[0];
    private int length;
    private int rawLength;

    void deflate(byte[] raw, int count) {
        // More than deflate makes of data that it cannot make smaller.
        var most = count + count / 1000 + 64;
        if (bytes.length < most) {
            bytes = new byte[most];
        }
        deflater.reset();
        deflater.setInput(raw, 0, count);
        length = deflater.deflate(bytes, 0, bytes.length, Deflater.SYNC_FLUSH);
        if (!deflater.needsInput() || length == bytes.length) {
            throw new IllegalStateException("deflated to more than " + most + " bytes");
        }
        rawLength = count;
        crc.reset();
        crc.update(raw, 0, count);
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    int rawLength() {
        return rawLength;
    }

    int crc() {
        return (int) crc.getValue();
    }

    void release() {
        deflater.end();
    }
}
