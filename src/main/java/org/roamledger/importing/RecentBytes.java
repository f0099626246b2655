package org.roamledger.importing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Keeps the bytes that were read lately, so that a record can be cut out exactly as it stood in
/// the file after a parser has found where it ends.
final class RecentBytes extends FilterInputStream {

    /// No record of a roaming network comes near this; a file that has one is not what it seems.
    private static final int LIMIT = 64 << 20;

    private byte[] kept = new byte[1 << 16];
    private int length;
    private long start;

    RecentBytes(InputStream in) {
        super(in);
    }

    /// How many bytes were read in all.
    long count() {
        return start + length;
    }

    /// Forgets the bytes before a position.
    void forgetUntil(long position) {
        var gone = (int) Math.max(0, Math.min(position - start, length));
        System.arraycopy(kept, gone, kept, 0, length - gone);
        start += gone;
        length -= gone;
    }

    /// The bytes between two positions that were not forgotten.
    byte[] between(long from, long to) {
        return Arrays.copyOfRange(kept, (int) (from - start), (int) (to - start));
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        var read = super.read(bytes, offset, count);
        if (read > 0) {
            if (length + read > kept.length) {
                if (length + read > LIMIT) {
                    throw new IOException("a record of more than " + LIMIT + " bytes");
                }
                kept = Arrays.copyOf(kept, Math.max(kept.length * 2, length + read));
            }
            System.arraycopy(bytes, offset, kept, length, read);
            length += read;
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
