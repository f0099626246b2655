package org.roamledger.export;

import java.util.Arrays;

/// A prefix code made for how often symbols occur (RFC 1951, 3.2.2). For one thread.
final class HuffmanCode {

    private static final int LONGEST = 15;
    private static final int SYMBOL_BITS = 16;

    private final int[] counts;
    private final int[] lengths;
    private final int[] codes;

    HuffmanCode(int symbols) {
        counts = new int[symbols];
        lengths = new int[symbols];
        codes = new int[symbols];
    }

    /// How often each symbol occurs; to be counted up by the caller.
    int[] counts() {
        return counts;
    }

    /// Number of bits of a symbol's code; 0 if it does not occur.
    int[] lengths() {
        return lengths;
    }

    /// The codes, their first bit lowest, as they go into the stream.
    int[] codes() {
        return codes;
    }

    void clear() {
        Arrays.fill(counts, 0);
    }

    /// Makes the code for the counts.
    void make() {
        // Readers want a complete code, and a code of one symbol is none.
        counts[0] = Math.max(1, counts[0]);
        counts[1] = Math.max(1, counts[1]);
        var weights = counts.clone();
        while (!makeLengths(weights)) {
            for (var symbol = 0; symbol < weights.length; symbol++) {
                weights[symbol] = (weights[symbol] + 1) / 2;
            }
        }
        makeCodes();
    }

    /// Joins the two lightest trees until there is one. The leaves, sorted, and the joined trees,
    /// which come out sorted, are two queues.
    ///
    /// @return whether no code is too long
    private boolean makeLengths(int[] weights) {
        var leaves = new long[weights.length];
        var count = 0;
        for (var symbol = 0; symbol < weights.length; symbol++) {
            if (weights[symbol] > 0) {
                leaves[count++] = ((long) weights[symbol] << SYMBOL_BITS) | symbol;
            }
        }
        Arrays.sort(leaves, 0, count);
        var nodes = 2 * count - 1;
        var weight = new long[nodes];
        var parent = new int[nodes];
        for (var i = 0; i < count; i++) {
            weight[i] = leaves[i] >>> SYMBOL_BITS;
        }
        var leaf = 0;
        var tree = count;
        for (var joined = count; joined < nodes; joined++) {
            for (var side = 0; side < 2; side++) {
                var lightest =
                        leaf < count && (tree == joined || weight[leaf] <= weight[tree])
                                ? leaf++
                                : tree++;
                weight[joined] += weight[lightest];
                parent[lightest] = joined;
            }
        }
        return makeLengths(leaves, count, parent);
    }

    private boolean makeLengths(long[] leaves, int count, int[] parent) {
        Arrays.fill(lengths, 0);
        var depth = new int[parent.length];
        for (var node = parent.length - 2; node >= 0; node--) {
            depth[node] = depth[parent[node]] + 1;
            if (node < count) {
                lengths[(int) leaves[node] & ((1 << SYMBOL_BITS) - 1)] = depth[node];
                if (depth[node] > LONGEST) {
                    return false;
                }
            }
        }
        return true;
    }

    private void makeCodes() {
        var code = 0;
        for (var length = 1; length <= LONGEST; length++) {
            for (var symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == length) {
                    codes[symbol] = Integer.reverse(code) >>> (Integer.SIZE - length);
                    code++;
                }
            }
            code <<= 1;
        }
    }
}
