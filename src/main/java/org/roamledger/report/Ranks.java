package org.roamledger.report;

import org.roamledger.session.Folded;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Where the rows of a column stand when it is put in ascending order: equal values have equal
/// ranks, ranks have no gaps, missing values have the highest.
///
/// @param byRow rank per row
/// @param count number of different ranks of values that are not missing; it is the rank of missing
///   ones
record Ranks(int[] byRow, int count) {

    static Ranks of(Column column, int size) {
        return switch (column) {
            case Column.Coded coded -> ofCoded(coded, size);
            case Column.Numbers numbers -> ofNumbers(numbers, size);
            case Column.Ids ids -> ofIds(ids, size);
        };
    }

    private static Ranks ofCoded(Column.Coded column, int size) {
        var texts = column.texts();
        var folded = texts.stream().map(Folded::of).toList();
        var order =
                IntStream.range(1, texts.size())
                        .boxed()
                        .sorted(
                                Comparator.comparing((Integer code) -> folded.get(code))
                                        .thenComparing(texts::get))
                        .toList();
        var rankOfCode = new int[texts.size()];
        rankOfCode[Column.Coded.MISSING] = order.size();
        for (var rank = 0; rank < order.size(); rank++) {
            rankOfCode[order.get(rank)] = rank;
        }
        var byRow = new int[size];
        for (var row = 0; row < size; row++) {
            byRow[row] = rankOfCode[column.codes()[row]];
        }
        return new Ranks(byRow, order.size());
    }

    private static Ranks ofNumbers(Column.Numbers column, int size) {
        var values = new long[size];
        var smallest = Long.MAX_VALUE;
        var largest = Long.MIN_VALUE;
        for (var row = 0; row < size; row++) {
            var value = column.at(row);
            values[row] = value;
            if (value != Column.Numbers.MISSING) {
                smallest = Math.min(smallest, value);
                largest = Math.max(largest, value);
            }
        }
        if (largest < smallest) {
            return new Ranks(new int[size], 0);
        }
        // Shifted to begin at 0, the unsigned order is the numbers' own, and missing ones fit
        // above.
        for (var row = 0; row < size; row++) {
            values[row] =
                    values[row] == Column.Numbers.MISSING
                            ? largest - smallest + 1
                            : values[row] - smallest;
        }
        var order = RadixSort.byUnsigned(identity(size), values, largest - smallest + 1);
        return ofOrder(
                order,
                (row, before) -> values[row] != values[before],
                row -> column.isMissing(row));
    }

    private static Ranks ofIds(Column.Ids column, int size) {
        var prefixes = new long[size];
        for (var row = 0; row < size; row++) {
            prefixes[row] = prefix(column, row);
        }
        var order = RadixSort.byUnsigned(identity(size), prefixes, -1L);
        Comparator<Integer> byBytes = (a, b) -> compare(column, a, b);
        for (var begin = 0; begin < size; ) {
            var end = begin + 1;
            while (end < size && prefixes[order[end]] == prefixes[order[begin]]) {
                end++;
            }
            if (end - begin > 1) {
                sort(order, begin, end, byBytes);
            }
            begin = end;
        }
        return ofOrder(
                order, (row, before) -> compare(column, row, before) != 0, column::isMissing);
    }

    private static void sort(int[] order, int begin, int end, Comparator<Integer> comparator) {
        var boxed = Arrays.stream(order, begin, end).boxed().toArray(Integer[]::new);
        Arrays.sort(boxed, comparator);
        for (var i = 0; i < boxed.length; i++) {
            order[begin + i] = boxed[i];
        }
    }

    /// The first eight bytes as a number whose unsigned order is the order of the bytes.
    private static long prefix(Column.Ids column, int row) {
        var begin = column.begin(row);
        var length = Math.min(column.length(row), Long.BYTES);
        var prefix = 0L;
        for (var i = 0; i < length; i++) {
            prefix |= (column.utf8()[begin + i] & 0xFFL) << (56 - 8 * i);
        }
        return prefix;
    }

    private static int compare(Column.Ids column, int a, int b) {
        return Arrays.compareUnsigned(
                column.utf8(),
                column.begin(a),
                column.ends()[a],
                column.utf8(),
                column.begin(b),
                column.ends()[b]);
    }

    private interface Differs {
        boolean test(int row, int before);
    }

    private static Ranks ofOrder(int[] order, Differs differs, IntPredicate missing) {
        var byRow = new int[order.length];
        var rank = -1;
        var before = -1;
        for (var row : order) {
            if (missing.test(row)) {
                byRow[row] = -1;
                continue;
            }
            if (before < 0 || differs.test(row, before)) {
                rank++;
            }
            byRow[row] = rank;
            before = row;
        }
        var count = rank + 1;
        for (var row = 0; row < byRow.length; row++) {
            if (byRow[row] < 0) {
                byRow[row] = count;
            }
        }
        return new Ranks(byRow, count);
    }

    private static int[] identity(int size) {
        return IntStream.range(0, size).toArray();
    }
}
