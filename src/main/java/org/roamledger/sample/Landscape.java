package org.roamledger.sample;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Everything that stands still: operators, their locations and tariffs, and the providers.
final class Landscape {

    private static final long PURPOSE = 1;
    private static final int FEWEST_POINTS = 2;
    private static final int MOST_POINTS = 8;
    private static final int SLOW = 37;
    private static final int NORMAL = 110;
    private static final int FAST = 220;

    /// From here on a price list calls it high power.
    private static final int HPC_FROM = 1_500;

    private final List<Operator> operators = Operator.all();
    private final List<Provider> providers = Provider.all();
    private final List<Tariff> tariffs = new ArrayList<>();
    private final List<Location> locations = new ArrayList<>();
    private final List<Connector> connectors = new ArrayList<>();
    private int evses;

    Landscape(SampleSize size) {
        var draw = new Draw(size.seed(), PURPOSE, 0);
        var first = size.from().minusMonths(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        var last = size.until().minusDays(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        var byParty = new HashMap<String, Operator>();
        var prices = new HashMap<Operator, Map<Tariff.Kind, Tariff>>();
        for (var operator : operators) {
            byParty.put(operator.party(), operator);
            var list = new EnumMap<Tariff.Kind, Tariff>(Tariff.Kind.class);
            for (var kind : Tariff.Kind.values()) {
                var tariff = Tariff.of(operator, kind, draw, draw.between(first, last));
                list.put(kind, tariff);
                tariffs.add(tariff);
            }
            prices.put(operator, list);
        }
        for (var site : Site.all()) {
            var operator = byParty.get(site.operator());
            if (operator == null) {
                throw new IllegalStateException("no operator " + site.operator());
            }
            var number = locations.size();
            var location =
                    new Location(
                            number,
                            operator.locationId(number + 1),
                            operator,
                            site,
                            draw.between(first, last));
            locations.add(location);
            build(location, prices.getOrDefault(operator, Map.of()), draw);
        }
    }

    List<Provider> providers() {
        return providers;
    }

    List<Tariff> tariffs() {
        return tariffs;
    }

    List<Location> locations() {
        return locations;
    }

    List<Connector> connectors() {
        return connectors;
    }

    int evses() {
        return evses;
    }

    private void build(Location location, Map<Tariff.Kind, Tariff> prices, Draw draw) {
        var points = (int) draw.between(FEWEST_POINTS, MOST_POINTS);
        var singlePhase = draw.chance(0.3);
        for (var point = 1; point <= points; point++) {
            var operator = location.operator();
            var din = location.site().has('N') && point == 1;
            var stationId = operator.stationId(location.number() + 1, point, draw);
            var evseId = din ? "+49*810*000*438" : operator.evseId(location.number() + 1, point);
            var restrictions = restrictions(location.site(), point);
            var power = power(location.site().kind(), point, singlePhase, draw);
            var direct = power > FAST;
            var tariff = tariff(location.site(), power, prices);
            var alternating = power == SLOW ? "AC_1_PHASE" : "AC_3_PHASE";
            connectors.add(
                    new Connector(
                            connectors.size(),
                            location,
                            evses,
                            stationId,
                            evseId,
                            restrictions,
                            "1",
                            direct ? "IEC_62196_T2_COMBO" : "IEC_62196_T2",
                            direct ? "CABLE" : "SOCKET",
                            direct ? "DC" : alternating,
                            power,
                            tariff));
            if (direct && power <= 500) {
                connectors.add(
                        new Connector(
                                connectors.size(),
                                location,
                                evses,
                                stationId,
                                evseId,
                                restrictions,
                                "2",
                                "CHADEMO",
                                "CABLE",
                                "DC",
                                power,
                                tariff));
            }
            evses++;
        }
    }

    /// In tenths of a kilowatt.
    private static int power(SiteKind kind, int point, boolean singlePhase, Draw draw) {
        var choice = draw.below(4);
        return switch (kind) {
            case HOME -> singlePhase ? SLOW : NORMAL;
            case WORKPLACE -> choice == 0 ? FAST : NORMAL;
            case CITY -> point == 1 ? 500 : choice < 2 ? NORMAL : FAST;
            case RETAIL -> point % 2 == 0 ? FAST : new int[] {300, 500, 750, 1_500}[choice];
            case MOTORWAY -> point == 1 ? 500 : new int[] {1_500, 1_500, 1_800, 2_500}[choice];
        };
    }

    private static Tariff tariff(Site site, int power, Map<Tariff.Kind, Tariff> prices) {
        Tariff.Kind kind;
        if (site.has('F')) {
            kind = Tariff.Kind.FREE;
        } else if (power >= HPC_FROM) {
            kind = Tariff.Kind.HPC;
        } else if (power > FAST) {
            kind = Tariff.Kind.DC;
        } else {
            kind = site.has('P') ? Tariff.Kind.AC_MEMBERS : Tariff.Kind.AC;
        }
        var tariff = prices.get(kind);
        if (tariff == null) {
            throw new IllegalStateException("no tariff " + kind);
        }
        return tariff;
    }

    private static List<String> restrictions(Site site, int point) {
        return switch (site.kind()) {
            case RETAIL -> List.of("EV_ONLY", "CUSTOMERS");
            case CITY -> point == 2 ? List.of("PLUGGED", "DISABLED") : List.of("PLUGGED");
            case MOTORWAY -> List.of("EV_ONLY");
            case HOME, WORKPLACE -> List.of();
        };
    }
}
