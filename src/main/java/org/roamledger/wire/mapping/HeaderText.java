package org.roamledger.wire.mapping;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.session.Folded;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.ReportColumn.Kind;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a header of a file means: the column, by its aliases, and the unit, zone or currency that
/// may stand behind the name.
///
/// Case, accents, spaces and punctuation do not count: `EVSE-ID`, `EvseID` and `evse_id` are one.
///
/// @param column the column of the report
/// @param rank which of its aliases matched, 0 the contract's own: decides between two columns of a
///   file that would fit
/// @param unit of energy; null where the header names none
/// @param basis of a price; null where the header does not tell
/// @param zone of local times, if the header names one
/// @param currency of amounts, if the header names one
record HeaderText(
        ReportColumn column,
        int rank,
        @Nullable EnergyUnit unit,
        @Nullable TaxBasis basis,
        @Nullable ZoneId zone,
        @Nullable String currency) {

    /// A name under which a column is found.
    ///
    /// @param basis of a price that goes by this name
    record Alias(ReportColumn column, int rank, @Nullable TaxBasis basis) {}

    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}%]+");
    private static final Map<String, Alias> ALIASES = aliases();
    private static final Pattern NAME_AND_NOTE =
            Pattern.compile("(?<name>[^(\\[]+)[(\\[](?<note>[^)\\]]*)[)\\]]\\s*");
    private static final Pattern ZONE_NAME = Pattern.compile("[A-Za-z_]+(?:/[A-Za-z0-9_+-]+)+");
    private static final Set<String> GROSS =
            Set.of(
                    "vatincluded",
                    "inclvat",
                    "includingvat",
                    "vatincl",
                    "gross",
                    "inklmoms",
                    "incl");
    private static final Set<String> CURRENCIES =
            Currency.availableCurrencies()
                    .map(Currency::getCurrencyCode)
                    .collect(Collectors.toSet());

    /// Empty for a column that the report does not have, or that has it in another sense, such as a
    /// price without VAT.
    ///
    /// @throws ProblemException with [Problem.BadZone] if a time column names a zone that is none
    static Optional<HeaderText> of(String header) {
        return read(header, ALIASES);
    }

    /// As [#of], by the report's titles in another language of the window.
    static Optional<HeaderText> title(String header) {
        return read(header, ReportTitles.ALL);
    }

    /// As [#of], by the names that partners and portals use. What they mean is only a guess.
    static Optional<HeaderText> guess(String header) {
        return read(header, HeaderHints.ALL);
    }

    /// Whether the name before unit or note is one of the report's own.
    static boolean isAlias(String header) {
        var plain = plain(header);
        var parts = NAME_AND_NOTE.matcher(plain);
        return ALIASES.containsKey(squeezed(plain))
                || withUnit(squeezed(plain), ALIASES).isPresent()
                || (parts.matches() && ALIASES.containsKey(squeezed(parts.group("name"))));
    }

    private static Optional<HeaderText> read(String header, Map<String, Alias> names) {
        var plain = plain(header);
        var whole = squeezed(plain);
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        var exact = names.get(whole);
        if (exact != null) {
            return Optional.of(text(exact, ownUnit(exact, whole), null, null));
        }
        return withUnit(whole, names).or(() -> withNote(plain, names));
    }

    private static String plain(String header) {
        return NeutralisedText.undo(header.replace("\ufeff", "").strip());
    }

    private static HeaderText text(
            Alias alias,
            @Nullable EnergyUnit unit,
            @Nullable ZoneId zone,
            @Nullable String currency) {
        return new HeaderText(alias.column, alias.rank, unit, alias.basis, zone, currency);
    }

    /// The contract's own names are those of watt-hours.
    private static @Nullable EnergyUnit ownUnit(Alias alias, String whole) {
        var own = isEnergy(alias.column) && (alias.rank == 0 || whole.endsWith("wh"));
        return own ? EnergyUnit.WH : null;
    }

    private static Optional<HeaderText> withUnit(String whole, Map<String, Alias> names) {
        return energy(whole, EnergyUnit.KWH, names)
                .or(() -> energy(whole, EnergyUnit.MWH, names))
                .or(() -> energy(whole, EnergyUnit.WH, names));
    }

    private static Optional<HeaderText> energy(
            String whole, EnergyUnit unit, Map<String, Alias> names) {
        var suffix = unit.label().toLowerCase(Locale.ROOT);
        if (!whole.endsWith(suffix)) {
            return Optional.empty();
        }
        return Optional.ofNullable(names.get(whole.substring(0, whole.length() - suffix.length())))
                .filter(alias -> isEnergy(alias.column))
                .map(alias -> text(alias, unit, null, null));
    }

    private static Optional<HeaderText> withNote(String plain, Map<String, Alias> names) {
        var parts = NAME_AND_NOTE.matcher(plain);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var alias = names.get(squeezed(parts.group("name")));
        if (alias == null) {
            return Optional.empty();
        }
        var note = parts.group("note").strip();
        return switch (alias.column.kind()) {
            // A unit that is not known: reading it would be worse than not reading it.
            case WATT_HOURS, READING -> Optional.empty();
            case DATE_TIME, OFFSET_TIME -> Optional.of(text(alias, null, zone(note), null));
            case MONEY, MONEY_PER_KWH -> money(alias, note);
            case CODED, CODED_ID, CHOICE, CHOICES, ID, PERCENT, SECONDS ->
                    Optional.of(text(alias, null, null, null));
        };
    }

    private static Optional<HeaderText> money(Alias alias, String note) {
        var code = note.toUpperCase(Locale.ROOT);
        if (CURRENCIES.contains(code)) {
            return Optional.of(text(alias, null, null, code));
        }
        return GROSS.contains(squeezed(note))
                ? Optional.of(
                        new HeaderText(alias.column, alias.rank, null, TaxBasis.GROSS, null, null))
                : Optional.empty();
    }

    private static @Nullable ZoneId zone(String note) {
        try {
            return ZoneId.of(note);
        } catch (DateTimeException e) {
            if (ZONE_NAME.matcher(note).matches()) {
                throw new ProblemException(new Problem.BadZone(note), e);
            }
            return null;
        }
    }

    private static boolean isEnergy(ReportColumn column) {
        return column.kind() == Kind.WATT_HOURS || column.kind() == Kind.READING;
    }

    private static Map<String, Alias> aliases() {
        var all = new HashMap<String, Alias>();
        for (var column : ReportColumn.values()) {
            var names = column.aliases();
            for (var rank = 0; rank < names.size(); rank++) {
                all.putIfAbsent(squeezed(names.get(rank)), alias(column, rank));
            }
        }
        for (var column : ReportColumn.values()) {
            all.putIfAbsent(squeezed(column.key()), alias(column, 0));
        }
        return Map.copyOf(all);
    }

    /// The report's price contains VAT.
    static Alias alias(ReportColumn column, int rank) {
        return new Alias(column, rank, column == ReportColumn.PRICE ? TaxBasis.GROSS : null);
    }

    /// Without case, accents, space and punctuation.
    static String squeezed(String text) {
        return PUNCTUATION.matcher(Folded.of(text)).replaceAll("");
    }
}
