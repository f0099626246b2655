package org.roamledger.importing;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// The mark at the start of a text file that tells its encoding.
///
/// @param length how many bytes it takes, 0 if there is none
/// @param charset what it tells, UTF-8 if there is none
record ByteOrderMark(int length, Charset charset) {

    static ByteOrderMark of(byte[] head) {
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return new ByteOrderMark(3, StandardCharsets.UTF_8);
        }
        if (starts(head, 0xFF, 0xFE)) {
            return new ByteOrderMark(2, StandardCharsets.UTF_16LE);
        }
        if (starts(head, 0xFE, 0xFF)) {
            return new ByteOrderMark(2, StandardCharsets.UTF_16BE);
        }
        return new ByteOrderMark(0, StandardCharsets.UTF_8);
    }

    private static boolean starts(byte[] head, int... mark) {
        if (head.length < mark.length) {
            return false;
        }
        for (var i = 0; i < mark.length; i++) {
            if ((head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
