package org.roamledger.sample;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// Makes any record of the sample from its index alone.
///
/// Safe for threads.
final class CdrFactory {

    private static final long ID = 5;
    private static final long SESSION_ID = 6;
    private static final long CUSTOMER = 7;
    private static final long TOKEN = 8;
    private static final int SCALE = 10_000;

    /// Beyond 2^53, where a spreadsheet drops digits.
    private static final long TOO_LONG_FOR_A_DOUBLE = 9_007_199_254_740_993L;

    private final SampleSize size;
    private final Landscape landscape;
    private final Timetable timetable;
    private final Deliveries deliveries;
    private final double[] providerSums;

    CdrFactory(SampleSize size, Landscape landscape, Timetable timetable, Deliveries deliveries) {
        this.size = size;
        this.landscape = landscape;
        this.timetable = timetable;
        this.deliveries = deliveries;
        providerSums =
                Draw.sums(landscape.providers().stream().mapToDouble(Provider::weight).toArray());
    }

    Cdr cdr(int index) {
        var oddity = Oddity.of(index);
        var source = index - oddity.back();
        var plug = timetable.connector(source);
        var operator = plug.location().operator();
        var charge = Charge.of(size.seed(), index, timetable);
        var customer = customer(source, operator);
        var byHub = oddity == Oddity.PRICED_BY_HUB;
        var net =
                byHub
                        ? 0
                        : plug.tariff()
                                .net(charge.energy(), charge.chargedUntil() - charge.started());
        var gross = gross(oddity, net, operator);
        var sign = oddity.credit() ? -1 : 1;
        var sessionId = oddity == Oddity.NO_TRANSACTION ? null : sessionId(source, operator);
        return new Cdr(
                id(index),
                plug.number(),
                customer.network,
                customer.country,
                customer.party,
                customer.uid,
                customer.type,
                customer.contract,
                customer.method,
                sessionId,
                charge.started(),
                charge.chargedUntil(),
                charge.ended(),
                charge.energy(),
                sign * net,
                gross == null ? null : Long.valueOf(sign * gross),
                vat(oddity, operator),
                !byHub,
                operator.market().currency,
                oddity.credit() ? id(source) : null,
                sessionId != null && oddity.back() == 0,
                deliveries.lastUpdated(index));
    }

    /// Unique, whatever its case.
    String id(int index) {
        var text = String.valueOf(index);
        return switch (Oddity.of(index)) {
            case CREDIT, CREDIT_BEFORE_REPLACEMENT -> id(index - 1) + "-C";
            case LEADING_ZEROS -> "000" + "0".repeat(10 - text.length()) + text;
            case NUMBER_LIKE ->
                    index / Oddity.BLOCK % 2 == 0
                            ? "1" + text + "E5"
                            : String.valueOf(TOO_LONG_FOR_A_DOUBLE + index);
            case DATE_LIKE -> text + "-12-03";
            default -> plainId(index, text);
        };
    }

    private String plainId(int index, String text) {
        return switch (timetable.connector(index).location().operator().party()) {
            case "GVS", "FBC" -> "CDR" + "0".repeat(10 - text.length()) + text;
            case "LTS" -> {
                var hex = Long.toHexString(Draw.mix(size.seed() + index)).toUpperCase(Locale.ROOT);
                yield "CDR-" + "0".repeat(16 - hex.length()) + hex;
            }
            default -> uuid(ID, index);
        };
    }

    private String uuid(long purpose, int index) {
        var draw = new Draw(size.seed(), purpose, index);
        return new UUID(
                        (draw.next() & ~0xF000L) | 0x4000L,
                        (draw.next() & ~(0b11L << 62)) | (0b10L << 62))
                .toString();
    }

    private String sessionId(int source, Operator operator) {
        return switch (operator.party()) {
            case "GVL", "LTS" -> String.valueOf(40_000_000 + source);
            case "KLO" -> "TX-" + Integer.toHexString(0x1000_0000 + source);
            default -> uuid(SESSION_ID, source);
        };
    }

    private static @Nullable Long gross(Oddity oddity, long net, Operator operator) {
        return switch (oddity) {
            case NET_ONLY, PRICED_BY_HUB -> null;
            case REVERSE_CHARGE -> net;
            default -> {
                var step = 1L;
                for (var decimals = operator.grossDecimals(); decimals < 4; decimals++) {
                    step *= 10;
                }
                yield Tariff.half(net * (1_000 + operator.market().vat), 1_000 * step) * step;
            }
        };
    }

    private static @Nullable Integer vat(Oddity oddity, Operator operator) {
        return switch (oddity) {
            case NET_ONLY, PRICED_BY_HUB, NO_VAT_RATE -> null;
            case REVERSE_CHARGE -> 0;
            default -> operator.market().vat;
        };
    }

    private record Customer(
            String network,
            String country,
            String party,
            String uid,
            String type,
            String contract,
            String method) {}

    private Customer customer(int source, Operator operator) {
        var draw = new Draw(size.seed(), CUSTOMER, source);
        var number = draw.weighted(providerSums);
        var provider = landscape.providers().get(number);
        var network =
                draw.chance(0.06)
                        ? List.of("Hubject", "Gireve", "OCPI").get(draw.below(3))
                        : provider.network();
        var person = (int) draw.mostlyLow(1, 400L * (provider.weight() + 1));
        var kind = draw.below(100);
        if (kind < 2) {
            var country = operator.market().name();
            var contract = country + "-" + operator.party() + "-CSERVICE0" + person % 6;
            var uid = "5EA51CE000000" + person % 6;
            return new Customer(
                    network, country, operator.party(), uid, "RFID", contract, "WHITELIST");
        }
        var card = hex(new Draw(size.seed(), TOKEN, (long) number * SCALE * SCALE + person), 14);
        var contract = contract(provider, number, person);
        if (kind < 46) {
            var method = draw.chance(0.6) ? "WHITELIST" : "AUTH_REQUEST";
            return customer(network, provider, card, "RFID", contract, method);
        } else if (kind < 54) {
            return customer(network, provider, card, "RFID", contract, "COMMAND");
        } else if (kind < 88) {
            return customer(network, provider, "APP" + card, "APP_USER", contract, "COMMAND");
        } else if (kind < 95) {
            var once = hex(draw, 16);
            return customer(network, provider, once, "AD_HOC_USER", "ONCE-" + once, "COMMAND");
        }
        return customer(network, provider, contract, "EMAID", contract, "AUTH_REQUEST");
    }

    private static Customer customer(
            String network,
            Provider provider,
            String uid,
            String type,
            String contract,
            String method) {
        return new Customer(
                network, provider.country(), provider.party(), uid, type, contract, method);
    }

    /// Every third provider writes its contract ids without separators.
    private static String contract(Provider provider, int number, int person) {
        var digits = String.valueOf(person * 7_919L % 100_000_000L);
        var account = "C" + "0".repeat(8 - digits.length()) + digits;
        return number % 3 == 1
                ? provider.country() + provider.party() + account
                : provider.country() + "-" + provider.party() + "-" + account;
    }

    private static String hex(Draw draw, int length) {
        var text = Long.toHexString(draw.next()).toUpperCase(Locale.ROOT);
        return ("0".repeat(16 - text.length()) + text).substring(0, length);
    }
}
