package org.roamledger.wire.table;

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
/// @param wattHourShift see [TableColumn]
/// @param zone see [TableColumn]
/// @param currency see [TableColumn]
record HeaderText(
        ReportColumn column,
        int rank,
        int wattHourShift,
        @Nullable ZoneId zone,
        @Nullable String currency) {

    private record Alias(ReportColumn column, int rank) {}

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
        var plain = NeutralisedText.undo(header.replace("\ufeff", "").strip());
        var whole = squeezed(plain);
        var exact = ALIASES.get(whole);
        if (exact != null) {
            return Optional.of(new HeaderText(exact.column, exact.rank, 0, null, null));
        }
        return withUnit(whole).or(() -> withNote(plain));
    }

    private static Optional<HeaderText> withUnit(String whole) {
        return energy(whole, "kwh", 3)
                .or(() -> energy(whole, "mwh", 6))
                .or(() -> energy(whole, "wh", 0));
    }

    private static Optional<HeaderText> energy(String whole, String unit, int shift) {
        if (!whole.endsWith(unit)) {
            return Optional.empty();
        }
        return Optional.ofNullable(ALIASES.get(whole.substring(0, whole.length() - unit.length())))
                .filter(alias -> isEnergy(alias.column))
                .map(alias -> new HeaderText(alias.column, alias.rank, shift, null, null));
    }

    private static Optional<HeaderText> withNote(String plain) {
        var parts = NAME_AND_NOTE.matcher(plain);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var alias = ALIASES.get(squeezed(parts.group("name")));
        if (alias == null) {
            return Optional.empty();
        }
        var note = parts.group("note").strip();
        return switch (alias.column.kind()) {
            // A unit that is not known: reading it would be worse than not reading it.
            case WATT_HOURS, READING -> Optional.empty();
            case DATE_TIME, OFFSET_TIME ->
                    Optional.of(new HeaderText(alias.column, alias.rank, 0, zone(note), null));
            case MONEY, MONEY_PER_KWH -> money(alias, note);
            case CODED, CODED_ID, CHOICE, ID, PERCENT, SECONDS ->
                    Optional.of(new HeaderText(alias.column, alias.rank, 0, null, null));
        };
    }

    private static Optional<HeaderText> money(Alias alias, String note) {
        var code = note.toUpperCase(Locale.ROOT);
        if (CURRENCIES.contains(code)) {
            return Optional.of(new HeaderText(alias.column, alias.rank, 0, null, code));
        }
        return GROSS.contains(squeezed(note))
                ? Optional.of(new HeaderText(alias.column, alias.rank, 0, null, null))
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
                all.putIfAbsent(squeezed(names.get(rank)), new Alias(column, rank));
            }
        }
        for (var column : ReportColumn.values()) {
            all.putIfAbsent(squeezed(column.key()), new Alias(column, 0));
        }
        return Map.copyOf(all);
    }

    private static String squeezed(String text) {
        return PUNCTUATION.matcher(Folded.of(text)).replaceAll("");
    }
}
