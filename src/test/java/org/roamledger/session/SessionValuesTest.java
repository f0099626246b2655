package org.roamledger.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;

class SessionValuesTest {

    @Test
    void anAmountKeepsFourDecimalsAndRefusesAFifth() {
        assertThat(Amount.exactly(new BigDecimal("12.3456")).tenThousandths()).isEqualTo(123_456);
        assertThatThrownBy(() -> Amount.exactly(new BigDecimal("12.34567")))
                .isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({"0.00005, 0.0001", "-0.00005, -0.0001", "4.8400000000000004, 4.8400"})
    void anAmountIsRoundedHalfUp(BigDecimal sent, BigDecimal kept) {
        assertThat(Amount.rounded(sent).toDecimal()).isEqualTo(kept);
    }

    @Test
    void aSumBeyondWhatFitsIsAnErrorAndNoOtherNumber() {
        var most = new Amount(Long.MAX_VALUE);
        assertThatThrownBy(() -> most.plus(new Amount(1))).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({"10, -10", "-10, -10", "0, 0"})
    void aCreditIsNeverPositive(BigDecimal sent, BigDecimal kept) {
        assertThat(Amount.exactly(sent).credited()).isEqualTo(Amount.exactly(kept));
        assertThat(Energy.ofWattHours(sent).credited()).isEqualTo(Energy.ofWattHours(kept));
    }

    @ParameterizedTest
    @CsvSource({"15.342, 15342", "0.0005, 1", "0.0004, 0", "-0.0005, -1", "12.3455, 12346"})
    void wattHoursAreRoundedHalfUpAwayFromZero(BigDecimal kilowattHours, long wattHours) {
        assertThat(Energy.ofKilowattHours(kilowattHours).wattHours()).isEqualTo(wattHours);
    }

    @Test
    void energyKeepsItsExactDigits() {
        assertThat(Energy.ofKilowattHours(new BigDecimal("15.3425")).toWattHours())
                .isEqualTo(new BigDecimal("15342.5"));
        assertThat(Energy.ofKilowattHours(new BigDecimal("15")).toWattHours())
                .isEqualTo(new BigDecimal("15000"));
    }

    @ParameterizedTest
    @CsvSource({"25.5, 25.5", "20.00, 20", "0, 0", "10.909, 10.909"})
    void aVatRateIsShownWithoutIdleZeros(BigDecimal sent, BigDecimal shown) {
        assertThat(VatRate.ofPercent(sent).toPercent()).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "100.1", "1900"})
    void whatIsNoPercentageIsNoVatRate(BigDecimal sent) {
        assertThatThrownBy(() -> VatRate.ofPercent(sent))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE8EO", "DE-8EO", "DE*8EO", " de*8eo "})
    void spellingsOfAPartyHaveOneKey(String sent) {
        assertThat(new PartyId(sent).key()).isEqualTo("DE8EO");
    }

    @ParameterizedTest
    @CsvSource({"DE*AB7*E840*6487, DEAB7E8406487", "+49*810*000*438, +49810000438"})
    void anEvseIdIsComparedWithoutSeparators(String sent, String key) {
        assertThat(new EvseId(sent).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "Girève, Gireve",
        "GIREVE, Gireve",
        "hubject, Hubject",
        "ocpi, OCPI",
        "e-clearing, e-clearing"
    })
    void networksAreKnownInAnySpellingAndOthersKept(String sent, String shown) {
        assertThat(Network.of(sent).label()).isEqualTo(shown);
    }

    @Test
    void aRecordIsTheSameWhateverItsCaseAndSource() {
        var operator = new PartyId("SE*ABC");
        assertThat(SessionKey.of(operator, Network.OCPI, "CDR-I1"))
                .isEqualTo(SessionKey.of(new PartyId("seabc"), Network.HUBJECT, "cdr-i1"));
        assertThat(SessionKey.of(null, Network.OCPI, "1"))
                .isNotEqualTo(SessionKey.of(null, Network.HUBJECT, "1"));
    }

    @Test
    void headersAreFoundWithoutCaseAndAccents() {
        assertThat(Folded.of(" ÅTERFÖRING I ")).isEqualTo("aterforing i");
    }

    @Test
    void networkRulesAreReadAsTheyAreWritten() {
        var rules = NetworkRules.parse(" provider:DE-8EO=hubject\n\nfield:hub_name\n");
        assertThat(rules.text()).isEqualTo("field:hub_name\nprovider:DE8EO=HUBJECT");
        assertThat(NetworkRules.parse(rules.text())).isEqualTo(rules);
        assertThat(rules.of(new PartyId("DE*8EO"))).isEqualTo(Network.HUBJECT);
    }

    @Test
    void aLineThatIsNoNetworkRuleIsNamed() {
        assertThatThrownBy(() -> NetworkRules.parse("field:a\nprovider:DE8EO"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("provider:DE8EO");
    }
}
