package org.roamledger.report;

import org.roamledger.session.Folded;
import org.roamledger.session.ReportColumn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// A column by which rows are put into groups. Its groups have ranks from 0 in the order in which
/// they are shown; missing values have the last one.
sealed interface GroupLevel {

    /// The rank of a row's group.
    int rank(int row);

    /// Number of ranks.
    int count();

    /// What is true of the rows of a group, and of no others.
    Condition condition(int rank);

    static GroupLevel of(Report report, int[] rows, ReportColumn column) {
        return column == ReportColumn.VAT_RATE
                ? OfNumbers.of(report.numbers(column), rows)
                : OfTexts.of(report.coded(column), column);
    }

    /// Groups of texts; spellings of one party are one group, called as it first occurs.
    record OfTexts(int[] codes, int[] rankByCode, List<String> texts) implements GroupLevel {

        static OfTexts of(Column.Coded coded, ReportColumn column) {
            var firstByKey = new HashMap<String, Integer>();
            var groupByCode = new int[coded.texts().size()];
            var texts = new ArrayList<String>();
            for (var code = 1; code < groupByCode.length; code++) {
                var text = coded.texts().get(code);
                var known =
                        firstByKey.putIfAbsent(ReportFilter.comparable(column, text), texts.size());
                groupByCode[code] = known == null ? texts.size() : known;
                if (known == null) {
                    texts.add(text);
                }
            }
            var order =
                    IntStream.range(0, texts.size())
                            .boxed()
                            .sorted(
                                    Comparator.comparing(
                                                    (Integer group) -> Folded.of(texts.get(group)))
                                            .thenComparing(texts::get))
                            .toList();
            var rankByGroup = new int[texts.size()];
            for (var rank = 0; rank < rankByGroup.length; rank++) {
                rankByGroup[order.get(rank)] = rank;
            }
            var rankByCode = new int[groupByCode.length];
            rankByCode[Column.Coded.MISSING] = texts.size();
            for (var code = 1; code < rankByCode.length; code++) {
                rankByCode[code] = rankByGroup[groupByCode[code]];
            }
            return new OfTexts(coded.codes(), rankByCode, order.stream().map(texts::get).toList());
        }

        @Override
        public int rank(int row) {
            return rankByCode[codes[row]];
        }

        @Override
        public int count() {
            return texts.size() + 1;
        }

        @Override
        public Condition condition(int rank) {
            return rank == texts.size()
                    ? new Condition.Missing()
                    : new Condition.OneOf(Set.of(texts.get(rank)));
        }
    }

    /// Groups of equal numbers.
    ///
    /// @param ascending the different numbers
    record OfNumbers(Column.Numbers values, long[] ascending) implements GroupLevel {

        static OfNumbers of(Column.Numbers values, int[] rows) {
            var distinct = new Distinct();
            for (var row : rows) {
                var value = values.at(row);
                if (value != Column.Numbers.MISSING) {
                    distinct.numberOf(value);
                }
            }
            var ascending = distinct.values();
            Arrays.sort(ascending);
            return new OfNumbers(values, ascending);
        }

        @Override
        public int rank(int row) {
            var value = values.at(row);
            return value == Column.Numbers.MISSING
                    ? ascending.length
                    : Arrays.binarySearch(ascending, value);
        }

        @Override
        public int count() {
            return ascending.length + 1;
        }

        @Override
        public Condition condition(int rank) {
            return rank == ascending.length
                    ? new Condition.Missing()
                    : new Condition.Between(ascending[rank], ascending[rank]);
        }
    }
}
