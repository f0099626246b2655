package org.roamledger.wire.ocpi;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.VatRate;
import org.roamledger.wire.record.Fields;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// VAT percentages out of amounts, with the help of the rates that countries really have.
///
/// Amounts are rounded to cents, so that 19 % of 0.35 looks like 20 %: only the rates of the
/// station's own country are tried, and where it is not known the standard rates of all, lest a
/// mixture of two rates looks like a reduced rate of somebody else. Of countries that are not
/// listed, such as those with a sales tax, no rate but zero is tried.
final class VatRates {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// Half a cent in each of two amounts, as a percentage of one currency unit.
    private static final BigDecimal TOLERANCE_OF_ONE = BigDecimal.ONE;

    // The standard rate comes first.
    private static final String RATES_OF_COUNTRIES =
            """
            ALB 20
            AUT 20 13 10
            BEL 21 12 6
            BGR 20 9
            BIH 17
            CHE 8.1 7.7 3.8 2.6
            CYP 19 9 5 3
            CZE 21 15 12 10
            DEU 19 7
            DNK 25
            ESP 21 10 5 4
            EST 24 22 20 13 9 5
            FIN 25.5 24 14 13.5 10
            FRA 20 10 5.5 2.1
            GBR 20 5
            GRC 24 17 13 6
            HRV 25 13 5
            HUN 27 18 5
            IRL 23 13.5 9 4.8
            ISL 24 11
            ITA 22 10 5 4
            LIE 8.1 7.7 3.8 2.6
            LTU 21 12 9 5
            LUX 17 16 14 8 3
            LVA 21 12 5
            MDA 20 8
            MKD 18 10 5
            MLT 18 12 7 5
            MNE 21 15 7
            NLD 21 9
            NOR 25 15 12
            POL 23 8 5
            PRT 23 13 6
            ROU 21 19 11 9 5
            SRB 20 10
            SVK 23 20 19 10 5
            SVN 22 9.5 5
            SWE 25 12 6
            TUR 20 10 1
            UKR 20 14 7\
            """;

    private static final Map<String, List<BigDecimal>> BY_COUNTRY = byCountry();
    private static final List<BigDecimal> STANDARD = standard();

    private VatRates() {}

    /// The national rate that leads from a net to a gross amount within the rounding of the two.
    ///
    /// @param country ISO 3166-1 alpha-3 code of the station, if known
    /// @return absent if `net` is zero or no rate of the country fits
    static @Nullable VatRate national(BigDecimal net, BigDecimal gross, @Nullable String country) {
        if (net.signum() == 0) {
            return null;
        }
        var rates =
                country == null
                        ? STANDARD
                        : BY_COUNTRY.getOrDefault(country, List.of(BigDecimal.ZERO));
        var tolerance = TOLERANCE_OF_ONE.divide(net.abs(), MathContext.DECIMAL64);
        var nearest = nearest(rates, percent(net, gross), tolerance);
        return nearest == null ? null : VatRate.ofPercent(nearest);
    }

    /// The rate that leads from a net to a gross amount, with two decimals.
    ///
    /// @return absent if `net` is zero or the rate is not from 0 to 100 %
    static @Nullable VatRate effective(BigDecimal net, BigDecimal gross) {
        if (net.signum() == 0) {
            return null;
        }
        var rounded = percent(net, gross).setScale(2, RoundingMode.HALF_UP);
        return isRate(rounded) ? VatRate.ofPercent(rounded) : null;
    }

    private static BigDecimal percent(BigDecimal net, BigDecimal gross) {
        return gross.subtract(net).multiply(HUNDRED).divide(net, MathContext.DECIMAL64);
    }

    /// The rate of a field; what is no percentage from 0 to 100 is missing.
    static @Nullable BigDecimal rate(JsonNode object, String name) {
        var percent = Fields.lenient(object, name);
        return percent != null && isRate(percent) ? percent : null;
    }

    /// Whether a percentage can be a VAT rate.
    static boolean isRate(BigDecimal percent) {
        return percent.signum() >= 0 && percent.compareTo(HUNDRED) <= 0;
    }

    private static @Nullable BigDecimal nearest(
            List<BigDecimal> rates, BigDecimal effective, BigDecimal tolerance) {
        return rates.stream()
                .min(Comparator.comparing(rate -> rate.subtract(effective).abs()))
                .filter(rate -> rate.subtract(effective).abs().compareTo(tolerance) <= 0)
                .orElse(null);
    }

    private static Map<String, List<BigDecimal>> byCountry() {
        var rates = new TreeMap<String, List<BigDecimal>>();
        for (var line : RATES_OF_COUNTRIES.split("\n", -1)) {
            var words = line.split(" ", -1);
            var ofCountry = Arrays.stream(words).skip(1).map(BigDecimal::new);
            rates.put(words[0], Stream.concat(ofCountry, Stream.of(BigDecimal.ZERO)).toList());
        }
        return Map.copyOf(rates);
    }

    private static List<BigDecimal> standard() {
        return Stream.concat(
                        BY_COUNTRY.values().stream().map(List::getFirst),
                        Stream.of(BigDecimal.ZERO))
                .distinct()
                .sorted()
                .toList();
    }
}
