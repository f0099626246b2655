package org.roamledger.wire.mapping;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.ReportColumn.Kind;
import org.roamledger.wire.mapping.TableMapping.Layout;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Guesses a mapping from the headers of a file.
public final class MappingGuess {

    private final List<String> headers;
    private final HeaderText[] texts;
    private final Map<ReportColumn, Integer> places = new EnumMap<>(ReportColumn.class);

    private MappingGuess(List<String> headers) {
        this.headers = headers;
        this.texts = new HeaderText[headers.size()];
    }

    /// The mapping of a file of which nobody said how it is read: that of the portal whose export
    /// it is, because read by the report's names alone its sessions would have no network, and so
    /// be counted once more next to the network's own records; else [#byAliases].
    ///
    /// @throws org.roamledger.problem.ProblemException see [#byAliases]
    public static TableMapping unasked(List<String> headers) {
        return MappingPreset.of(headers).isPresent() ? of(headers, "") : byAliases(headers);
    }

    /// The mapping of a file that names its columns as the report does. What a header leaves open
    /// stays open: an `Energy` without unit, an `Amount` that may be net or gross. Only the
    /// report's own file needs no unit: it has the column Month, which no list of a partner has.
    ///
    /// @throws org.roamledger.problem.ProblemException with `BadZone` if a time column names a zone
    ///   that is none
    public static TableMapping byAliases(List<String> headers) {
        var guess = new MappingGuess(headers);
        guess.take(HeaderText::of);
        guess.takeTitles();
        // Energy and money that are there must not be lost only because their names are others.
        var priced = guess.isPriced();
        guess.takeHints(
                HeaderText::guess,
                text ->
                        text.column() == ReportColumn.ENERGY_WH
                                || (!priced && isMoneyToPay(text.column())));
        return guess.mapping("", null, _ -> true);
    }

    /// The best guess, also by the names that partners and portals use. To be confirmed by a
    /// person.
    ///
    /// @param name of the mapping, unless a preset fits
    /// @throws org.roamledger.problem.ProblemException see [#byAliases]
    public static TableMapping of(List<String> headers, String name) {
        var preset = MappingPreset.of(headers).orElse(null);
        var guess = new MappingGuess(headers);
        if (preset != null) {
            guess.take(header -> byPreset(preset, header));
        }
        guess.take(header -> ignores(preset, header) ? Optional.empty() : HeaderText.of(header));
        guess.takeTitles();
        guess.takeHints(
                header -> ignores(preset, header) ? Optional.empty() : HeaderText.guess(header),
                _ -> true);
        return guess.mapping(
                preset == null ? name : preset.label(), preset, TableMapping.READABLE::contains);
    }

    private static boolean ignores(@Nullable MappingPreset preset, String header) {
        return preset != null && preset.ignores(header);
    }

    private static Optional<HeaderText> byPreset(MappingPreset preset, String header) {
        return Optional.ofNullable(preset.column(header))
                .map(
                        column ->
                                new HeaderText(
                                        column,
                                        0,
                                        null,
                                        column == ReportColumn.PRICE ? TaxBasis.GROSS : null,
                                        null,
                                        null));
    }

    /// Takes what a reading of headers finds: of two columns that fit the surer one, and nothing
    /// for columns of the report that were found before.
    private void take(Function<String, Optional<HeaderText>> reading) {
        var before = EnumSet.noneOf(ReportColumn.class);
        before.addAll(places.keySet());
        for (var i = 0; i < headers.size(); i++) {
            var text = texts[i] == null ? reading.apply(headers.get(i)).orElse(null) : null;
            if (text == null
                    || before.contains(text.column())
                    || PrivateHeader.is(headers.get(i))) {
                continue;
            }
            var other = places.get(text.column());
            if (other == null || text.rank() < texts[other].rank()) {
                if (other != null) {
                    texts[other] = null;
                }
                texts[i] = text;
                places.put(text.column(), i);
            }
        }
    }

    /// In the report's own file, titles of any language of the window.
    private void takeTitles() {
        if (isReport()) {
            take(HeaderText::title);
        }
    }

    private boolean isReport() {
        return places.containsKey(ReportColumn.MONTH);
    }

    /// An amount that may be net or gross is taken only where none is known.
    private void takeHints(
            Function<String, Optional<HeaderText>> reading, Predicate<HeaderText> wanted) {
        take(header -> reading.apply(header).filter(wanted).filter(text -> !isUnsure(text)));
        if (!isPriced()) {
            take(header -> reading.apply(header).filter(wanted).filter(MappingGuess::isUnsure));
        }
    }

    private static boolean isUnsure(HeaderText text) {
        return text.column() == ReportColumn.PRICE && text.basis() == null;
    }

    private static boolean isMoneyToPay(ReportColumn column) {
        return column == ReportColumn.PRICE || column == ReportColumn.NET_PRICE;
    }

    private boolean isPriced() {
        return places.keySet().stream().anyMatch(MappingGuess::isMoneyToPay);
    }

    private TableMapping mapping(
            String name, @Nullable MappingPreset preset, Predicate<ReportColumn> isWanted) {
        var report = isReport();
        var price = text(ReportColumn.PRICE);
        return new TableMapping(
                name,
                IntStream.range(0, headers.size()).mapToObj(i -> column(i, isWanted)).toList(),
                report ? EnergyUnit.WH : null,
                report ? TaxBasis.GROSS : price == null ? null : price.basis(),
                null,
                DecimalSign.DETECT,
                DateForm.Order.DETECT,
                preset == null ? Map.of() : Map.of(ReportColumn.NETWORK, preset.network().label()),
                Layout.FOUND_OUT);
    }

    private @Nullable HeaderText text(ReportColumn column) {
        var place = places.get(column);
        return place == null ? null : texts[place];
    }

    private MappedColumn column(int position, Predicate<ReportColumn> isWanted) {
        var header = headers.get(position).strip();
        var text = texts[position];
        if (text == null || !isWanted.test(text.column())) {
            return MappedColumn.ignored(header);
        }
        var money = text.column().kind() == Kind.MONEY;
        return new MappedColumn(
                header, text.column(), text.unit(), text.zone(), money ? text.currency() : null);
    }
}
