package org.roamledger.export;

import java.util.zip.CRC32;

/// A piece of a deflated stream that needs no other piece. For one thread.
///
/// Pieces are joined by writing them one after the other, then [#END].
final class Deflated {

    /// An empty last block.
    static final byte[] END = {3, 0};

    private final TextDeflater deflater = new TextDeflater();
    private final CRC32 crc = new CRC32();
    private int rawLength;

    /// Forgets the piece it held and takes this one.
    void deflate(byte[] raw, int count) {
        deflater.deflate(raw, count);
        rawLength = count;
        crc.reset();
        crc.update(raw, 0, count);
    }

    byte[] bytes() {
        return deflater.bytes();
    }

    int length() {
        return deflater.length();
    }

    int rawLength() {
        return rawLength;
    }

    int crc() {
        return (int) crc.getValue();
    }
}
