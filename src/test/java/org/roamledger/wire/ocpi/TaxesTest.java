package org.roamledger.wire.ocpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.session.Amount;
import org.roamledger.session.Price;
import org.roamledger.session.Provenance;
import org.roamledger.session.Reject.Reason;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.VatRate;

import java.math.BigDecimal;

/// The price of OCPI 2.3.0: an amount before taxes, and a list of taxes.
class TaxesTest {

    private static final String BEFORE_100 = "{\"before_taxes\": 100.00, \"taxes\": [%s]}";
    private static final String GST = "{\"name\": \"GST\", \"percentage\": 5, \"amount\": 5.00}";
    private static final String QST =
            "{\"name\": \"QST\", \"percentage\": 9.975, \"amount\": 9.98}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            textBlock =
                    """
                    "percentage": 25.5, "amount": 25.50 | 25.5 | REPORTED total_cost.taxes.percentage
                    "amount": 25.00                     | 25   | COMPUTED taxes / before_taxes, national rate
                    "amount": 10.91                     | 10.91 | COMPUTED taxes / before_taxes, mixed
                    "percentage": 250, "amount": 25     | 25   | COMPUTED taxes / before_taxes, national rate
                    """)
    void tellsTheRateOfASingleTax(String tax, String rate, String from) {
        var cost = BEFORE_100.formatted("{\"name\": \"VAT\", " + tax + "}");
        assertThat(CdrText.session("total_cost", cost).price().vatRate()).isEqualTo(rate(rate));
        assertThat(from(ReportColumn.VAT_RATE, cost)).isEqualTo(from);
    }

    @Test
    void takesTheRateOfTheTariffWhereTheTaxHasNone() {
        var session =
                CdrText.session(
                        "total_cost",
                        BEFORE_100.formatted("{\"amount\": 10}"),
                        "tariffs",
                        "[{\"tax_included\": \"NO\", \"elements\": [{\"price_components\":"
                                + " [{\"price\": 2, \"vat\": 10.0}]}]}]");
        assertThat(session.provenance().get(ReportColumn.VAT_RATE))
                .isEqualTo(Provenance.reported("tariffs.vat"));
    }

    @Test
    void addsSeveralTaxesUp() {
        var cost = BEFORE_100.formatted(GST + "," + QST);
        assertThat(CdrText.session("total_cost", cost, "cdr_location.country", "\"CAN\"").price())
                .isEqualTo(new Price(amount("114.98"), rate("14.98"), amount("14.98"), "SEK"));
        assertThat(from(ReportColumn.VAT_RATE, cost))
                .isEqualTo("COMPUTED taxes / before_taxes, several taxes");
        assertThat(from(ReportColumn.VAT_AMOUNT, cost)).isEqualTo("COMPUTED sum of several taxes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"before_taxes\": 100.00}",
                "{\"before_taxes\": 100.00, \"taxes\": null}",
                "{\"before_taxes\": 100.00, \"taxes\": []}",
                "{\"before_taxes\": 100.00, \"taxes\": [{\"name\": \"VAT\"}]}",
                "{\"before_taxes\": null, \"taxes\": [{\"amount\": 25}]}"
            })
    void takesNoGrossForGrantedWithoutTheTaxes(String cost) {
        assertThat(CdrText.session("total_cost", cost).price())
                .isEqualTo(new Price(null, null, null, "SEK"));
        assertThat(from(ReportColumn.PRICE, cost)).isEqualTo("MISSING total_cost.taxes");
    }

    @ParameterizedTest
    @CsvSource({"N/A, 100", "n/a, 100", "NO, ", "YES, "})
    void takesNetForGrossOnlyWhereNoTaxApplies(String taxIncluded, @Nullable String gross) {
        var tariff =
                "[{\"tax_included\": \"%s\", \"elements\": [{\"price_components\": [{\"price\": 2}]}]}]"
                        .formatted(taxIncluded);
        var price =
                CdrText.session("total_cost", BEFORE_100.formatted(""), "tariffs", tariff).price();
        assertThat(price)
                .isEqualTo(new Price(gross == null ? null : amount(gross), null, null, "SEK"));
    }

    @Test
    void rejectsATaxThatIsNoNumber() {
        assertThat(
                        CdrText.reject("total_cost", BEFORE_100.formatted("{\"amount\": \"some\"}"))
                                .reason())
                .isEqualTo(Reason.NOT_A_NUMBER);
    }

    private static String from(ReportColumn column, String cost) {
        var from = CdrText.session("total_cost", cost).provenance().get(column);
        return from == null ? "" : from.origin() + " " + from.rule();
    }

    private static Amount amount(String amount) {
        return Amount.exactly(new BigDecimal(amount));
    }

    private static VatRate rate(String percent) {
        return VatRate.ofPercent(new BigDecimal(percent));
    }
}
