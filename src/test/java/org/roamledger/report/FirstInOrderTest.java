package org.roamledger.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class FirstInOrderTest {

    private static final Comparator<Integer> ORDER = Comparator.naturalOrder();

    @Test
    void theFirstOfManyAreThoseOfASort() {
        var random = new Random(1);
        for (var size = 0; size < 200; size++) {
            var all = IntStream.range(0, size).mapToObj(_ -> random.nextInt(50)).toList();
            for (var most = 1; most < 12; most++) {
                assertThat(FirstInOrder.of(all, ORDER, most))
                        .isEqualTo(all.stream().sorted(ORDER).limit(most).toList());
            }
        }
    }

    @Test
    void ofFewAllAreTold() {
        assertThat(FirstInOrder.of(List.of(3, 1, 2), ORDER, 5)).containsExactly(1, 2, 3);
    }
}
