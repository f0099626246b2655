package org.roamledger.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Random;
import java.util.zip.CRC32;

final class Crc32Test {

    private static int crc(byte[] bytes, int begin, int end) {
        var crc = new CRC32();
        crc.update(bytes, begin, end - begin);
        return (int) crc.getValue();
    }

    @Test
    void theChecksumOfTwoPiecesIsThatOfTheWhole() {
        var random = new Random(3);
        var bytes = new byte[100_000];
        random.nextBytes(bytes);
        for (var i = 0; i < 200; i++) {
            var middle = random.nextInt(bytes.length);
            assertEquals(
                    crc(bytes, 0, bytes.length),
                    Crc32.joined(
                            crc(bytes, 0, middle),
                            crc(bytes, middle, bytes.length),
                            bytes.length - middle));
        }
    }

    @Test
    void nothingJoinedChangesNothing() {
        assertEquals(0x12345678, Crc32.joined(0x12345678, 0, 0));
        assertEquals(0x12345678, Crc32.joined(0, 0x12345678, 5));
    }
}
