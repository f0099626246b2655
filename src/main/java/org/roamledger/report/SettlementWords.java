package org.roamledger.report;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.ReportColumn;

import java.text.MessageFormat;
import java.time.ZoneId;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/// What a settlement and the parameters of a report are called in one language: on paper and in
/// files. Safe for use by any threads.
public final class SettlementWords {

    /// The names in the `standard` profile of exports, whatever the window speaks.
    public static final SettlementWords STANDARD = new SettlementWords(Locale.ENGLISH);

    private final Locale locale;
    private final ResourceBundle bundle;
    private final ColumnWords columns;

    /// @param locale a language in which there are no words is English
    public SettlementWords(Locale locale) {
        this.locale = locale;
        bundle = ColumnWords.bundle(locale);
        columns = new ColumnWords(locale);
    }

    /// @throws MissingResourceException if there is no such key
    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    public String title(ReportColumn column) {
        return columns.title(column);
    }

    public String title(SettlementColumn figure) {
        return text("figure." + figure.name().toLowerCase(Locale.ROOT));
    }

    /// See [ColumnWords#choice].
    public String choice(ReportColumn column, String word) {
        return columns.choice(column, word);
    }

    /// Conditions on columns as sentences.
    ///
    /// @param zone zone in which times are told
    public ConditionText conditions(ZoneId zone) {
        return new ConditionText(locale, zone, columns);
    }

    public String line(SettlementLine.Kind kind) {
        return text(
                switch (kind) {
                    case GROUP -> "line.group";
                    case SUBTOTAL -> "line.subtotal";
                    case TOTAL -> "total";
                });
    }

    /// How an amount was rounded.
    ///
    /// @param rounding absent if the amount stayed as it is
    public String rounding(@Nullable Rounding rounding) {
        return rounding == null
                ? text("rounding.none")
                : text(
                        "rounding.of",
                        text("rounding." + rounding.mode().key()),
                        text("rounding." + rounding.each().key()));
    }

    /// How many rows a person selected, or nothing if nobody selected some.
    public Optional<String> selection(ReportView view) {
        return Optional.ofNullable(view.chosenFrom())
                .map(all -> text("selection.of", view.size(), all));
    }

    /// Of which organisations a report is.
    public String organisations(ReportParameters parameters) {
        if (parameters.organisations().isEmpty()) {
            return text("organisations.all");
        }
        var names = String.join(", ", parameters.organisations().stream().sorted().toList());
        return parameters.withSubOrganisations() ? text("organisations.withSubs", names) : names;
    }
}
