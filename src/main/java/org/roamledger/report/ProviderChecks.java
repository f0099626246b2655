package org.roamledger.report;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.PartyId;
import org.roamledger.session.PlugType;
import org.roamledger.session.ReportColumn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The checks that compare a session with others of its provider: [Check#CUR] and [Check#OUTLIER].
/// Credits and sessions without provider or currency are left out.
///
/// Sessions fall into few groups of provider, organisation, plug and currency; what is looked at is
/// made of those.
final class ProviderChecks {

    private static final int NONE = -1;

    private final Report report;
    private final Column.Coded provider;
    private final Column.Coded organisation;
    private final Column.Coded plug;
    private final Column.Coded currency;
    private final Column.Numbers price;
    private final Column.Numbers energy;
    private final int[] partyOfCode;
    private final Distinct groups = new Distinct();

    /// Codes that some sessions share.
    private record Group(int party, int organisation, int plug, int currency) {

        Place place() {
            return new Place(party, organisation);
        }

        Tariff tariff() {
            return new Tariff(party, plug, currency);
        }
    }

    /// What sessions are priced alike.
    private record Tariff(int party, int plug, int currency) {}

    /// Where one currency is expected.
    private record Place(int party, int organisation) {}

    private final Map<Tariff, PriceSpread> spreads = new HashMap<>();
    private final Map<Place, Integer> usual = new HashMap<>();

    /// Looks through a whole report.
    ///
    /// @param found takes what is found, by row, as [Check#bit]s
    ProviderChecks(Report report, int[] found) {
        this.report = report;
        provider = report.coded(ReportColumn.PROVIDER_ID);
        organisation = report.coded(ReportColumn.ORGANISATION);
        plug = report.coded(ReportColumn.PLUG_TYPE);
        currency = report.coded(ReportColumn.CURRENCY);
        price = report.numbers(ReportColumn.PRICE);
        energy = report.numbers(ReportColumn.ENERGY_WH);
        partyOfCode = Spellings.first(provider.texts(), PartyId::key);
        var groupOfRow = new int[report.size()];
        for (var row = 0; row < groupOfRow.length; row++) {
            groupOfRow[row] = compares(row) ? groups.numberOf(key(row)) : NONE;
        }
        var known = Arrays.stream(groups.values()).mapToObj(this::group).toList();
        findCurrencies(known, groupOfRow, found);
        findOutliers(known, groupOfRow, found);
    }

    private boolean compares(int row) {
        return !report.isCredit(row) && !provider.isMissing(row) && !currency.isMissing(row);
    }

    private long key(int row) {
        var key = (long) partyOfCode[provider.codes()[row]];
        key = key * organisation.texts().size() + organisation.codes()[row];
        key = key * plug.texts().size() + plug.codes()[row];
        return key * currency.texts().size() + currency.codes()[row];
    }

    private Group group(long key) {
        var rest = key;
        var ofCurrency = (int) (rest % currency.texts().size());
        rest /= currency.texts().size();
        var ofPlug = (int) (rest % plug.texts().size());
        rest /= plug.texts().size();
        var ofOrganisation = (int) (rest % organisation.texts().size());
        return new Group(
                (int) (rest / organisation.texts().size()), ofOrganisation, ofPlug, ofCurrency);
    }

    private void findCurrencies(List<Group> known, int[] groupOfRow, int[] found) {
        var rows = new int[known.size()];
        for (var group : groupOfRow) {
            if (group != NONE) {
                rows[group]++;
            }
        }
        var counts = new HashMap<Place, Map<Integer, Integer>>();
        for (var i = 0; i < rows.length; i++) {
            var group = known.get(i);
            counts.computeIfAbsent(group.place(), _ -> new HashMap<>())
                    .merge(group.currency(), rows[i], Integer::sum);
        }
        counts.forEach((place, count) -> usual.put(place, mostFrequent(count)));
        var strange = new boolean[known.size()];
        var any = false;
        for (var i = 0; i < strange.length; i++) {
            var group = known.get(i);
            strange[i] = !Objects.equals(usual.get(group.place()), group.currency());
            any |= strange[i];
        }
        for (var row = 0; any && row < groupOfRow.length; row++) {
            if (groupOfRow[row] != NONE && strange[groupOfRow[row]]) {
                found[row] |= Check.CUR.bit();
            }
        }
    }

    /// Of several that are equally frequent the first one by its code.
    private int mostFrequent(Map<Integer, Integer> rowsOfCurrency) {
        return rowsOfCurrency.entrySet().stream()
                .max(
                        Map.Entry.<Integer, Integer>comparingByValue()
                                .thenComparing(
                                        of -> currency.texts().get(of.getKey()),
                                        Comparator.reverseOrder()))
                .orElseThrow()
                .getKey();
    }

    private void findOutliers(List<Group> known, int[] groupOfRow, int[] found) {
        var numbers = new HashMap<Tariff, Integer>();
        var tariffOfGroup = new int[known.size()];
        for (var i = 0; i < tariffOfGroup.length; i++) {
            var group = known.get(i);
            tariffOfGroup[i] =
                    isPlug(group.plug())
                            ? numbers.computeIfAbsent(group.tariff(), _ -> numbers.size())
                            : NONE;
        }
        // Where the values of each tariff end in one array of all.
        var ends = new int[numbers.size() + 1];
        var values = new long[groupOfRow.length];
        for (var row = 0; row < values.length; row++) {
            values[row] = Column.Numbers.MISSING;
            if (groupOfRow[row] != NONE && tariffOfGroup[groupOfRow[row]] != NONE) {
                values[row] = perKilowattHour(row);
                if (values[row] != Column.Numbers.MISSING) {
                    ends[tariffOfGroup[groupOfRow[row]] + 1]++;
                }
            }
        }
        for (var i = 1; i < ends.length; i++) {
            ends[i] += ends[i - 1];
        }
        var next = ends.clone();
        var sorted = new long[ends[ends.length - 1]];
        for (var row = 0; row < values.length; row++) {
            if (values[row] != Column.Numbers.MISSING) {
                sorted[next[tariffOfGroup[groupOfRow[row]]]++] = values[row];
            }
        }
        var spreadOf = new @Nullable PriceSpread[numbers.size()];
        numbers.forEach(
                (tariff, number) -> {
                    if (ends[number] < ends[number + 1]) {
                        Arrays.sort(sorted, ends[number], ends[number + 1]);
                        var spread = PriceSpread.of(sorted, ends[number], ends[number + 1]);
                        spreads.put(tariff, spread);
                        spreadOf[number] = spread;
                    }
                });
        for (var row = 0; row < values.length; row++) {
            if (values[row] != Column.Numbers.MISSING) {
                var spread = spreadOf[tariffOfGroup[groupOfRow[row]]];
                if (spread != null && spread.isFar(values[row])) {
                    found[row] |= Check.OUTLIER.bit();
                }
            }
        }
    }

    private boolean isPlug(int code) {
        return code != Column.Coded.MISSING
                && !plug.texts().get(code).equals(PlugType.UNKNOWN.label());
    }

    /// Gross per kilowatt-hour in ten-thousandths; missing where there is nothing to compare.
    private long perKilowattHour(int row) {
        var gross = price.at(row);
        var wattHours = energy.at(row);
        return gross > 0 && wattHours > 0
                ? ReportBuilder.perKilowattHour(gross, wattHours)
                : Column.Numbers.MISSING;
    }

    /// With what the Price per kilowatt-hour of a row was compared.
    Finding.Facts usualPrice(int row) {
        return new Finding.Usual(
                Objects.requireNonNull(spreads.get(group(key(row)).tariff())),
                perKilowattHour(row));
    }

    /// With what the currency of a row was compared.
    Finding.Facts usualCurrency(int row) {
        var code = Objects.requireNonNull(usual.get(group(key(row)).place()));
        return new Finding.UsualCurrency(currency.texts().get(code));
    }
}
