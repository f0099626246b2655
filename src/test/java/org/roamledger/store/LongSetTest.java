package org.roamledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Random;

class LongSetTest {

    @Test
    void tellsNewNumbersFromKnownOnes() {
        var random = new Random(20261101);
        var expected = new HashSet<Long>();
        var set = new LongSet();
        for (var i = 0; i < 50_000; i++) {
            // Few enough different numbers that many come twice, zero among them.
            var number = i % 1_000 == 0 ? 0 : random.nextInt(40_000) * 0x1_0000_0001L;
            assertThat(set.add(number)).isEqualTo(expected.add(number));
        }
        assertThat(set.size()).isEqualTo(expected.size());
    }

    @Test
    void takesInAllOfAnotherSet() {
        var one = new LongSet();
        one.add(1);
        one.add(0);
        var other = new LongSet();
        other.add(2);
        other.addAll(one);
        assertThat(other.size()).isEqualTo(3);
        assertThat(other.contains(0)).isTrue();
        assertThat(other.contains(1)).isTrue();
        assertThat(other.contains(3)).isFalse();
        assertThat(one.contains(2)).isFalse();
    }
}
