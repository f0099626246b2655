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
import org.roamledger.session.Provenance.Origin;
import org.roamledger.session.Reject.Reason;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.VatRate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Objects;

class CdrPriceTest {

    private static final String TEN_PERCENT = tariffs(component("2.00", "10.0"));

    @Test
    void takesTheReportedGrossAndTheDifferenceAsVat() {
        assertThat(price("total_cost", "{\"excl_vat\": 4.00, \"incl_vat\": 4.40}"))
                .isEqualTo(expected("4.40", "10", "0.40", "SEK"));
    }

    @Test
    void readsNumbersThatAreSentAsText() {
        assertThat(price("total_cost", "{\"excl_vat\": \"2.00\", \"incl_vat\": \" 2.50 \"}"))
                .isEqualTo(expected("2.50", "25", "0.50", "SEK"));
    }

    @Test
    void keepsAllFourDecimalsOfMoney() {
        assertThat(price("total_cost", "{\"excl_vat\": 0.1234, \"incl_vat\": 0.15425}").gross())
                .isEqualTo(new Amount(1543));
    }

    @Test
    void doesNotRoundThroughBinaryFractions() {
        assertThat(
                        price("total_cost", "{\"excl_vat\": 1, \"incl_vat\": 123456789012.0101}")
                                .gross())
                .isEqualTo(new Amount(1_234_567_890_120_101L));
    }

    @Test
    void keepsAZeroThatIsReported() {
        assertThat(price("total_cost", "{\"excl_vat\": 0, \"incl_vat\": 0.00}"))
                .isEqualTo(expected("0", null, "0", "SEK"));
    }

    @Test
    void takesTheRateOfAFreeSessionFromItsTariff() {
        assertThat(
                        price(
                                "total_cost",
                                "{\"excl_vat\": 0, \"incl_vat\": 0}",
                                "tariffs",
                                tariffs(component("0.00", "25.5"))))
                .isEqualTo(expected("0", "25.5", "0", "SEK"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"excl_vat\": 4.00}",
                "{\"excl_vat\": 4.00, \"incl_vat\": null}",
                "{\"excl_vat\": 0}",
                "4.00",
                "null",
                CdrText.ABSENT
            })
    void neverPassesNetOffAsGross(String cost) {
        assertThat(price("total_cost", cost)).isEqualTo(new Price(null, null, null, "SEK"));
        assertThat(provenance(ReportColumn.PRICE, "total_cost", cost).origin())
                .isEqualTo(Origin.MISSING);
    }

    @Test
    void computesGrossWhereTheTariffsAgreeOnOneRate() {
        assertThat(price("total_cost", "{\"excl_vat\": 4.00}", "tariffs", TEN_PERCENT))
                .isEqualTo(expected("4.40", "10", "0.40", "SEK"));
        assertThat(
                        provenance(
                                        ReportColumn.PRICE,
                                        "total_cost",
                                        "{\"excl_vat\": 4.00}",
                                        "tariffs",
                                        TEN_PERCENT)
                                .origin())
                .isEqualTo(Origin.COMPUTED);
    }

    @Test
    void roundsComputedGrossHalfUpToFourDecimals() {
        assertThat(
                        price(
                                        "total_cost",
                                        "{\"excl_vat\": 0.0002}",
                                        "tariffs",
                                        tariffs(component("1", "25")))
                                .gross())
                .isEqualTo(new Amount(3));
    }

    @Test
    void readsABareNumberAsNet() {
        assertThat(price("total_cost", "4.00", "tariffs", TEN_PERCENT))
                .isEqualTo(expected("4.40", "10", "0.40", "SEK"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    # country | net   | gross  | rate
                    SWE       | 100   | 125    | 25
                    FIN       | 10.00 | 12.55  | 25.5
                    FIN       | 3.47  | 4.35   | 25.5
                    DEU       | 0.35  | 0.42   | 19
                    FRA       | 0.35  | 0.42   | 20
                    -         | 0.35  | 0.42   | 20
                    BEL       | 40.00 | 44.00  | 10
                    ISL       | 4.00  | 4.44   | 11
                    XXX       | 3.47  | 4.35   | 25.5
                    XXX       | 4.00  | 4.44   | 11
                    -         | 5.5   | 6.1    | 10.91
                    NLD       | 5.5   | 6.1    | 10.91
                    SWE       | 4.00  | 4.00   | 0
                    -         | 0     | 0      | -
                    -         | 4.00  | 3.00   | -
                    -         | 1.00  | 100.00 | -
                    CHE       | -50   | -54.05 | 8.1
                    DE        | 0.35  | 0.42   | 19
                    CAN       | 5.00  | 5.40   | 8
                    """)
    void findsTheRateBetweenTwoAmounts(
            @Nullable String country, String net, String gross, @Nullable String rate) {
        assertThat(
                        price(
                                        "total_cost",
                                        "{\"excl_vat\": %s, \"incl_vat\": %s}"
                                                .formatted(net, gross),
                                        "cdr_location.country",
                                        country == null ? "null" : "\"" + country + "\"")
                                .vatRate())
                .isEqualTo(rate == null ? null : VatRate.ofPercent(new BigDecimal(rate)));
    }

    @Test
    void saysThatAnEffectiveRateIsMixed() {
        assertThat(
                        provenance(
                                        ReportColumn.VAT_RATE,
                                        "total_cost",
                                        "{\"excl_vat\": 5.5, \"incl_vat\": 6.1}")
                                .rule())
                .contains("mixed");
    }

    @Test
    void prefersTheRateOfTheTariffToTheAmounts() {
        assertThat(
                        price(
                                        "total_cost",
                                        "{\"excl_vat\": 0.35, \"incl_vat\": 0.42}",
                                        "tariffs",
                                        tariffs(component("1", "21")))
                                .vatRate())
                .isEqualTo(VatRate.ofPercent(BigDecimal.valueOf(21)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # components as price:vat, '-' for none | rate, '-' for no single one
                    2.00:10 0.50:10.0                       | 10
                    2.00:0.0                                | 0
                    2.00:-                                  | -
                    2.00:10 0.50:20                         | -
                    2.00:10 0.50:-                          | -
                    2.00:10 0.00:-                          | 10
                    2.00:10 0.00:20                         | 10
                    2.00:"10"                               | 10
                    2.00:"ten"                              | -
                    2.00:120                                | -
                    """)
    void readsTheRateOfTariffsOnlyWhereItIsOne(String components, String rate) {
        var all = new ArrayList<String>();
        for (var pair : components.split(" ", -1)) {
            var colon = pair.indexOf(':');
            all.add(component(pair.substring(0, colon), pair.substring(colon + 1)));
        }
        assertThat(
                        price(
                                        "total_cost",
                                        "{\"excl_vat\": 100}",
                                        "tariffs",
                                        tariffs(all.toArray(String[]::new)))
                                .vatRate())
                .isEqualTo(rate.equals("-") ? null : VatRate.ofPercent(new BigDecimal(rate)));
    }

    @ParameterizedTest
    @CsvSource({"eur,EUR", "' Eur ',EUR", "XYZ,XYZ"})
    void writesTheCurrencyInUpperCase(String sent, String expected) {
        assertThat(price("currency", "\"" + sent + "\"").currency()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "free"             | NOT_A_NUMBER
                    "2,00"             | NOT_A_NUMBER
                    true               | NOT_A_NUMBER
                    1e999999999        | OUT_OF_RANGE
                    1e-999999999       | OUT_OF_RANGE
                    999999999999999999 | OUT_OF_RANGE
                    """)
    void rejectsARecordWhoseGrossCannotBeRead(String gross, Reason reason) {
        assertThat(
                        CdrText.reject(
                                        "total_cost",
                                        "{\"excl_vat\": 1, \"incl_vat\": %s}".formatted(gross))
                                .reason())
                .isEqualTo(reason);
    }

    private static Price price(String... pathsAndValues) {
        return CdrText.session(pathsAndValues).price();
    }

    private static Provenance provenance(ReportColumn column, String... pathsAndValues) {
        return Objects.requireNonNull(CdrText.session(pathsAndValues).provenance().get(column));
    }

    private static Price expected(
            String gross, @Nullable String rate, String vat, String currency) {
        return new Price(
                Amount.exactly(new BigDecimal(gross)),
                rate == null ? null : VatRate.ofPercent(new BigDecimal(rate)),
                Amount.exactly(new BigDecimal(vat)),
                currency);
    }

    private static String tariffs(String... components) {
        return "[{\"elements\": [{\"price_components\": [" + String.join(",", components) + "]}]}]";
    }

    private static String component(String price, String vat) {
        return vat.equals("-")
                ? "{\"type\": \"TIME\", \"price\": %s}".formatted(price)
                : "{\"type\": \"TIME\", \"price\": %s, \"vat\": %s}".formatted(price, vat);
    }
}
