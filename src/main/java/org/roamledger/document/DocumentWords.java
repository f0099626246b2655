package org.roamledger.document;

import org.jspecify.annotations.Nullable;
import org.roamledger.report.ConditionText;
import org.roamledger.report.ReportParameters;
import org.roamledger.report.ReportView;
import org.roamledger.report.Rounding;
import org.roamledger.report.SettlementColumn;
import org.roamledger.report.SettlementWords;
import org.roamledger.session.Amount;
import org.roamledger.session.CurrencyDigits;
import org.roamledger.session.ReportColumn;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/// The texts of documents in one language, and figures as that language writes them.
///
/// For one thread: formats of numbers are not for several.
final class DocumentWords {

    private static final String BUNDLE = "org.roamledger.document.messages";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Locale locale;
    private final ResourceBundle bundle;
    private final SettlementWords settlement;
    private final Map<List<Integer>, NumberFormat> formats = new HashMap<>();

    /// @param locale decides language and figures; a language that documents are not written in is
    ///   English
    DocumentWords(Locale locale) {
        this.locale = locale;
        this.settlement = new SettlementWords(locale);
        // Without the control a missing language would become that of the computer.
        this.bundle =
                ResourceBundle.getBundle(
                        BUNDLE,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /// The language in which the texts are, for those who have them read out.
    String language() {
        return text("language");
    }

    /// A text of documents, or one that files have too.
    ///
    /// @throws MissingResourceException if there is no such key
    String text(String key, Object... arguments) {
        return bundle.containsKey(key)
                ? new MessageFormat(bundle.getString(key), locale).format(arguments)
                : settlement.text(key, arguments);
    }

    /// A text about one currency, or about rows that have none.
    String ofCurrency(String key, String currency) {
        return text(key, currency(currency));
    }

    /// A currency, or that there is none.
    String currency(String code) {
        return code.isEmpty() ? text("notGiven") : code;
    }

    String title(ReportColumn column) {
        return settlement.title(column);
    }

    /// Conditions on columns as sentences.
    ConditionText conditions(ZoneId zone) {
        return settlement.conditions(zone);
    }

    /// See [SettlementWords#choice].
    String choice(ReportColumn column, String word) {
        return settlement.choice(column, word);
    }

    String title(SettlementColumn column) {
        return settlement.title(column);
    }

    /// See [SettlementWords#rounding].
    String rounding(@Nullable Rounding rounding) {
        return settlement.rounding(rounding);
    }

    /// See [SettlementWords#selection].
    Optional<String> selection(ReportView view) {
        return settlement.selection(view);
    }

    /// See [SettlementWords#organisations].
    String organisations(ReportParameters parameters) {
        return settlement.organisations(parameters);
    }

    /// A day as every reader of a settlement understands it: `2026-10-31`.
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /// A time, to the minute.
    static String time(Instant time, ZoneId zone) {
        return MINUTE.format(time.atZone(zone));
    }

    String whole(long number) {
        return format(0, 0).format(number);
    }

    /// Watt-hours as kilowatt-hours, with all their decimals.
    String kilowattHours(long wattHours) {
        return format(3, 3).format(BigDecimal.valueOf(wattHours, 3));
    }

    /// A sum, or the dash that stands where nobody said anything.
    String money(@Nullable Amount amount, String currency) {
        return amount == null ? text("none") : money(amount, CurrencyDigits.of(currency));
    }

    /// An amount with all its decimals.
    ///
    /// @param decimals as many as there are at least
    String money(Amount amount, int decimals) {
        return format(decimals, CurrencyDigits.MOST).format(amount.toDecimal());
    }

    /// A percentage, of ten-thousandths of a percent.
    String percent(long tenThousandths) {
        return format(0, 4).format(BigDecimal.valueOf(tenThousandths, 4)) + " %";
    }

    private NumberFormat format(int fewest, int most) {
        return formats.computeIfAbsent(
                List.of(fewest, most),
                _ -> {
                    var format = NumberFormat.getNumberInstance(locale);
                    format.setMinimumFractionDigits(fewest);
                    format.setMaximumFractionDigits(most);
                    return format;
                });
    }
}
