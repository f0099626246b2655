package org.roamledger.report;

import java.util.Arrays;

/// Numbers every different number that it meets, from 0, in the order in which they are met. Makes
/// no object for a number.
final class Distinct {

    private static final int FREE = -1;

    /// 2 to the power of 64 over the golden ratio: spreads neighbouring numbers.
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] known = new long[1 << 6];
    private int[] slots = new int[1 << 7];
    private int size;

    Distinct() {
        Arrays.fill(slots, FREE);
    }

    int numberOf(long value) {
        var mask = slots.length - 1;
        var slot = slot(value, mask);
        while (slots[slot] != FREE) {
            if (known[slots[slot]] == value) {
                return slots[slot];
            }
            slot = (slot + 1) & mask;
        }
        slots[slot] = size;
        if (size == known.length) {
            known = Arrays.copyOf(known, size * 2);
        }
        known[size++] = value;
        if (size * 2 > slots.length) {
            spread();
        }
        return size - 1;
    }

    private static int slot(long value, int mask) {
        return (int) ((value * SPREAD) >>> Integer.SIZE) & mask;
    }

    private void spread() {
        slots = new int[slots.length * 2];
        Arrays.fill(slots, FREE);
        var mask = slots.length - 1;
        for (var number = 0; number < size; number++) {
            var slot = slot(known[number], mask);
            while (slots[slot] != FREE) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = number;
        }
    }

    /// The different numbers, in the order in which they were met.
    long[] values() {
        return Arrays.copyOf(known, size);
    }
}
