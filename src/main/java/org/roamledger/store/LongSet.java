package org.roamledger.store;

import java.util.Arrays;

/// A set of numbers in 16 bytes each, for the hashes of all records of a window. Belongs to one
/// thread.
public final class LongSet {

    private static final int FIRST_SLOTS = 1 << 12;

    private long[] slots = new long[FIRST_SLOTS];
    private int filled;
    private boolean zero;

    /// Adds a number.
    ///
    /// @return whether it was not there yet
    public boolean add(long number) {
        if (number == 0) {
            var added = !zero;
            zero = true;
            return added;
        }
        if (filled * 2 >= slots.length) {
            grow();
        }
        var at = place(slots, number);
        if (slots[at] == number) {
            return false;
        }
        slots[at] = number;
        filled++;
        return true;
    }

    public boolean contains(long number) {
        return number == 0 ? zero : slots[place(slots, number)] == number;
    }

    public void addAll(LongSet others) {
        if (others.zero) {
            add(0);
        }
        for (var number : others.slots) {
            if (number != 0) {
                add(number);
            }
        }
    }

    public int size() {
        return filled + (zero ? 1 : 0);
    }

    private void grow() {
        var larger = new long[Math.multiplyExact(slots.length, 2)];
        Arrays.stream(slots)
                .filter(number -> number != 0)
                .forEach(number -> larger[place(larger, number)] = number);
        slots = larger;
    }

    /// The slot where the number stands or belongs.
    private static int place(long[] slots, long number) {
        var mask = slots.length - 1;
        // Fibonacci hashing: the numbers may be anything.
        var at = (int) ((number * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (slots[at] != 0 && slots[at] != number) {
            at = (at + 1) & mask;
        }
        return at;
    }
}
