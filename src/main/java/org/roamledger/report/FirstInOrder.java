package org.roamledger.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// The first few of very many, for which not all are put in order.
public final class FirstInOrder {

    private FirstInOrder() {}

    /// @param most how many, from 1
    /// @return in order
    public static <T> List<T> of(Collection<T> all, Comparator<? super T> order, int most) {
        var last = order.reversed();
        var kept = new PriorityQueue<T>(most, last);
        for (var each : all) {
            if (kept.size() < most) {
                kept.add(each);
            } else if (order.compare(each, kept.element()) < 0) {
                kept.remove();
                kept.add(each);
            }
        }
        return kept.stream().sorted(order).toList();
    }
}
