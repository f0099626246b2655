package org.roamledger.wire.emip;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.roamledger.session.RecordPlace;

import java.util.Arrays;
import java.util.Random;

import javax.xml.stream.XMLStreamException;

class MutationTest {

    /// Bytes flipped, cut out, doubled: whatever happens, it is a session, a reject or one named
    /// fault.
    @Test
    @Timeout(60)
    void noDamagedDocumentEndsInAnythingButItsNamedFault() {
        for (var seed = 0; seed < 3_000; seed++) {
            var damaged = damaged(EmipText.WHOLE.getBytes(UTF_8), new Random(seed));
            try {
                new EmipCdrs().read(damaged, RecordPlace.unknown());
            } catch (XMLStreamException _) {
                // The named fault.
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        var damaged = bytes.clone();
        for (var i = 1 + random.nextInt(4); i > 0; i--) {
            var from = random.nextInt(damaged.length);
            var length = Math.min(random.nextInt(60), damaged.length - from);
            var to = random.nextInt(damaged.length - length + 1);
            switch (random.nextInt(3)) {
                case 0 -> damaged[from] = (byte) random.nextInt();
                case 1 -> damaged[from] ^= (byte) (1 << random.nextInt(8));
                default -> System.arraycopy(damaged, from, damaged, to, length);
            }
        }
        return random.nextInt(4) == 0
                ? Arrays.copyOf(damaged, random.nextInt(damaged.length))
                : damaged;
    }
}
