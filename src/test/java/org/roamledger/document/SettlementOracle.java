package org.roamledger.document;

import org.jspecify.annotations.Nullable;
import org.roamledger.report.Condition;
import org.roamledger.report.ReportFilter;
import org.roamledger.report.Rounding;
import org.roamledger.report.RoundingRules;
import org.roamledger.session.Amount;
import org.roamledger.session.DeliveredSession;
import org.roamledger.session.Network;
import org.roamledger.session.PartyId;
import org.roamledger.session.Price;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.SessionFixture;
import org.roamledger.session.VatRate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/// Settlements the slow way: decimals, and one session after the other. It shares nothing with the
/// application but the values that go in.
final class SettlementOracle {

    private static final List<String> PROVIDERS =
            List.of("DE*8EO", "DE-8EO", "FR*GIR", "SE*EON", "se-eon", "NL*TNM");
    private static final List<String> CURRENCIES = List.of("EUR", "SEK", "NOK", "JPY");
    private static final List<String> RATES = List.of("25", "25.5", "19", "21", "0");
    private static final Instant FIRST = Instant.parse("2026-09-15T00:00:00Z");
    private static final int SECONDS = 60 * 86_400;
    private static final int LENGTH = 1_800;
    private static final String CREDITED = "CDR-0";

    private SettlementOracle() {}

    /// One session as it was delivered.
    record Session(
            String id,
            Network network,
            @Nullable String provider,
            @Nullable String currency,
            Instant start,
            @Nullable BigDecimal wattHours,
            @Nullable BigDecimal gross,
            @Nullable BigDecimal vat,
            @Nullable BigDecimal rate,
            boolean credit) {

        String currencyCode() {
            return currency == null ? "" : currency;
        }
    }

    /// What sessions of one currency come to.
    record Sums(
            long sessions,
            long credits,
            BigDecimal kilowattHours,
            BigDecimal net,
            BigDecimal vat,
            BigDecimal gross) {

        Sums plus(Sums other) {
            return new Sums(
                    sessions + other.sessions,
                    credits + other.credits,
                    kilowattHours.add(other.kilowattHours),
                    net.add(other.net),
                    vat.add(other.vat),
                    gross.add(other.gross));
        }
    }

    static List<Session> sessions(Random random, int count) {
        var sessions = new ArrayList<Session>();
        for (var i = 0; i < count; i++) {
            var credit = random.nextInt(20) == 0;
            var priced = random.nextInt(12) > 0;
            var taxed = random.nextInt(10) > 0;
            var currency = random.nextInt(40) == 0 ? null : pick(random, CURRENCIES);
            var gross = BigDecimal.valueOf(random.nextLong(900_000), 4);
            sessions.add(
                    new Session(
                            "CDR-" + i,
                            pick(random, List.of(Network.HUBJECT, Network.GIREVE, Network.OCPI)),
                            random.nextInt(25) == 0 ? null : pick(random, PROVIDERS),
                            currency,
                            FIRST.plusSeconds(random.nextInt(SECONDS)),
                            random.nextInt(30) == 0
                                    ? null
                                    : signed(BigDecimal.valueOf(random.nextInt(90_000)), credit),
                            priced ? signed(gross, credit) : null,
                            taxed
                                    ? signed(
                                            gross.multiply(new BigDecimal("0.19"))
                                                    .setScale(4, RoundingMode.HALF_UP),
                                            credit)
                                    : null,
                            taxed ? new BigDecimal(pick(random, RATES)) : null,
                            credit));
        }
        return sessions;
    }

    private static BigDecimal signed(BigDecimal figure, boolean credit) {
        return credit ? figure.negate() : figure;
    }

    private static <T> T pick(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    static DeliveredSession delivered(Session session) {
        var fixture =
                SessionFixture.aSession()
                        .cdrId(session.id())
                        .network(session.network())
                        .provider(session.provider())
                        .times(
                                session.start().toString(),
                                session.start().plusSeconds(LENGTH).toString())
                        .wattHours(
                                session.wattHours() == null
                                        ? null
                                        : session.wattHours().toPlainString())
                        .price(
                                new Price(
                                        amount(session.gross()),
                                        session.rate() == null
                                                ? null
                                                : VatRate.ofPercent(session.rate()),
                                        amount(session.vat()),
                                        session.currency()));
        return (session.credit() ? fixture.creditOf(CREDITED) : fixture).delivered();
    }

    private static @Nullable Amount amount(@Nullable BigDecimal decimal) {
        return decimal == null ? null : Amount.exactly(decimal);
    }

    static boolean isIn(Session session, LocalDate from, LocalDate to, ZoneId zone) {
        var day = session.start().atZone(zone).toLocalDate();
        return !day.isBefore(from) && day.isBefore(to);
    }

    static ReportFilter filter(Random random) {
        var filter = ReportFilter.NONE;
        if (random.nextInt(3) == 0) {
            filter = filter.with(ReportColumn.NETWORK, some(random, List.of("Hubject", "OCPI")));
        }
        if (random.nextInt(3) == 0) {
            filter = filter.with(ReportColumn.PROVIDER_ID, some(random, PROVIDERS));
        }
        if (random.nextInt(4) == 0) {
            filter = filter.with(ReportColumn.CURRENCY, some(random, CURRENCIES));
        }
        if (random.nextInt(4) == 0) {
            filter =
                    filter.with(
                            ReportColumn.PRICE,
                            new Condition.Between(random.nextLong(-100_000, 500_000), null));
        }
        if (random.nextInt(6) == 0) {
            filter = filter.with(ReportColumn.VAT_AMOUNT, new Condition.Missing());
        }
        return filter;
    }

    private static Set<String> some(Random random, List<String> of) {
        var some = new HashSet<String>();
        some.add(pick(random, of));
        some.add(pick(random, of));
        return some;
    }

    static boolean meets(Session session, ReportFilter filter) {
        return filter.conditions().entrySet().stream()
                .allMatch(condition -> meets(session, condition.getKey(), condition.getValue()));
    }

    private static boolean meets(Session session, ReportColumn column, Condition condition) {
        return switch (condition) {
            case Condition.OneOf(var texts) -> {
                var text =
                        switch (column) {
                            case NETWORK -> session.network().label();
                            case PROVIDER_ID -> session.provider();
                            default -> session.currency();
                        };
                Function<String, String> form =
                        column == ReportColumn.PROVIDER_ID ? PartyId::key : of -> of;
                yield text != null && texts.stream().map(form).anyMatch(form.apply(text)::equals);
            }
            case Condition.Between(var least, _) ->
                    session.gross() != null
                            && least != null
                            && session.gross().compareTo(BigDecimal.valueOf(least, 4)) >= 0;
            default -> session.vat() == null;
        };
    }

    static Map<String, Sums> sums(List<Session> sessions) {
        var sums = new TreeMap<String, Sums>();
        for (var session : sessions) {
            var gross = session.gross();
            var vat = session.vat();
            sums.merge(
                    session.currencyCode(),
                    new Sums(
                            session.credit() ? 0 : 1,
                            session.credit() ? 1 : 0,
                            session.wattHours() == null
                                    ? new BigDecimal("0.000")
                                    : session.wattHours().movePointLeft(3).setScale(3),
                            gross == null || vat == null
                                    ? new BigDecimal("0.0000")
                                    : gross.subtract(vat),
                            vat == null ? new BigDecimal("0.0000") : vat,
                            gross == null ? new BigDecimal("0.0000") : gross),
                    Sums::plus);
        }
        return sums;
    }

    /// The sessions in which a check finds an error or something to be warned of, of those that can
    /// be in sessions as [#sessions] makes them: all at one EVSE, half an hour long.
    ///
    /// @param sessions all of a report, whatever is filtered
    /// @return their ids
    static Set<String> withFindings(List<Session> sessions) {
        var anyCredit = sessions.stream().anyMatch(Session::credit);
        var found = new HashSet<String>();
        for (var session : sessions) {
            var overlaps =
                    sessions.stream()
                            .filter(other -> !other.equals(session))
                            .filter(other -> occupies(other, anyCredit))
                            .anyMatch(
                                    other ->
                                            Duration.between(session.start(), other.start())
                                                            .abs()
                                                            .toSeconds()
                                                    < LENGTH);
            if (session.provider() == null
                    || session.credit()
                    || isVatStrange(session)
                    || isEnergyStrange(session)
                    || (overlaps && occupies(session, anyCredit))) {
                found.add(session.id());
            }
        }
        return found;
    }

    /// All credits take back the first session, which is more than one may do.
    private static boolean occupies(Session session, boolean anyCredit) {
        return !session.credit() && !(anyCredit && session.id().equals(CREDITED));
    }

    private static boolean isVatStrange(Session session) {
        var gross = session.gross();
        var vat = session.vat();
        if (gross == null || vat == null || session.rate() == null) {
            return false;
        }
        var digits =
                session.currency() == null
                        ? 2
                        : Currency.getInstance(session.currency()).getDefaultFractionDigits();
        var allowed =
                gross.abs()
                        .movePointLeft(4)
                        .setScale(4, RoundingMode.DOWN)
                        .add(BigDecimal.ONE.movePointLeft(digits));
        var withTax = BigDecimal.ONE.add(session.rate().movePointLeft(2));
        return gross.subtract(vat)
                        .multiply(withTax)
                        .subtract(gross)
                        .abs()
                        .compareTo(allowed.multiply(withTax))
                > 0;
    }

    private static boolean isEnergyStrange(Session session) {
        var energy = session.wattHours();
        var priced = session.gross() != null && session.gross().signum() > 0;
        return energy != null
                && (energy.signum() == 0
                        || !priced
                        || energy.compareTo(new BigDecimal(43_000 * 11 / 10 / 2)) > 0);
    }

    /// How many sessions of each currency have findings.
    static Map<String, Long> counted(List<Session> sessions, Set<String> withFindings) {
        var counts = new TreeMap<String, Long>();
        for (var session : sessions) {
            counts.merge(
                    session.currencyCode(),
                    withFindings.contains(session.id()) ? 1L : 0L,
                    Long::sum);
        }
        return counts;
    }

    static Map<String, BigDecimal> gross(List<Session> sessions) {
        var gross = new TreeMap<String, BigDecimal>();
        sums(sessions).forEach((currency, of) -> gross.put(currency, of.gross()));
        return gross;
    }

    static RoundingRules rules(Random random) {
        return RoundingRules.NONE
                .with(null, rounding(random))
                .with("de8eo", rounding(random))
                .with("SE*EON", rounding(random));
    }

    private static @Nullable Rounding rounding(Random random) {
        return random.nextInt(3) == 0
                ? null
                : new Rounding(
                        pick(random, List.of(Rounding.Mode.values())),
                        pick(random, List.of(Rounding.Each.values())));
    }

    /// What is to be settled in each currency, gross.
    static Map<String, BigDecimal> rounded(List<Session> sessions, RoundingRules rules) {
        var parts = new TreeMap<String, BigDecimal>();
        for (var session : sessions) {
            var rounding = rules.of(session.provider());
            var partner = session.provider() == null ? "-" : PartyId.key(session.provider());
            // Every part that is rounded by itself has a name of its own.
            var row = rounding != null && rounding.each() == Rounding.Each.ROW;
            var line =
                    String.join(
                            "|",
                            session.currencyCode(),
                            partner,
                            String.valueOf(session.rate()),
                            row ? session.id() : "");
            var gross = session.gross();
            var vat = session.vat();
            if (gross != null && vat != null) {
                parts.merge(line + "|net", gross.subtract(vat), BigDecimal::add);
                parts.merge(line + "|vat", vat, BigDecimal::add);
            } else if (gross != null) {
                parts.merge(line + "|alone", gross, BigDecimal::add);
            }
        }
        var sums = new TreeMap<String, BigDecimal>();
        gross(sessions).keySet().forEach(code -> sums.put(code, new BigDecimal("0.0000")));
        parts.forEach(
                (name, sum) -> {
                    var of = name.split("\\|", -1);
                    var rounding = rules.of(of[1].equals("-") ? null : of[1]);
                    sums.merge(of[0], rounded(sum, rounding, of[0]), BigDecimal::add);
                });
        return sums;
    }

    private static BigDecimal rounded(
            BigDecimal sum, @Nullable Rounding rounding, String currency) {
        if (rounding == null) {
            return sum;
        }
        var digits =
                currency.isEmpty() ? 2 : Currency.getInstance(currency).getDefaultFractionDigits();
        return sum.setScale(digits, RoundingMode.valueOf(rounding.mode().name())).setScale(4);
    }
}
