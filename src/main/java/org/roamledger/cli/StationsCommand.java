package org.roamledger.cli;

import org.jspecify.annotations.Nullable;
import org.roamledger.export.CsvForm;
import org.roamledger.export.StationListExport;
import org.roamledger.session.KnownStation;
import org.roamledger.session.Stated;

import picocli.CommandLine;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Lists stations, and writes the list that a person fills in and imports again.
@CommandLine.Command(
        name = "stations",
        description = "List stations, or write a list to be filled in and imported again.",
        mixinStandardHelpOptions = true,
        subcommands = {StationsCommand.Listing.class, StationsCommand.Export.class})
final class StationsCommand extends CommandGroup {

    @CommandLine.Command(
            name = "list",
            description = "List all stations with their owners and settings.",
            mixinStandardHelpOptions = true)
    static final class Listing extends Command {

        @Override
        int run(Output output) {
            List<KnownStation> stations;
            try (var store = openStore()) {
                stations = store.stationDirectory().stations();
            }
            for (var station : stations) {
                output.say(
                        String.format(
                                Locale.ROOT,
                                "%s  %s  %s, owner %s, %s, free usage %s, %,d sessions",
                                text(station.ids().stationId()),
                                text(evse(station)),
                                text(station.name()),
                                text(station.owner()),
                                text(access(station)),
                                text(freeUsage(station)),
                                station.sessions()));
            }
            summarise(output, Map.of("stations", stations.stream().map(Listing::summary).toList()));
            return DONE;
        }

        private static String text(@Nullable Object value) {
            return switch (value) {
                case null -> "-";
                case Stated<?> stated -> stated.value().toString();
                default -> value.toString();
            };
        }

        private static @Nullable String evse(KnownStation station) {
            var evse = station.ids().evseId();
            return evse == null ? null : evse.asSent();
        }

        private static @Nullable String access(KnownStation station) {
            return station.access() == null ? null : station.access().value().label();
        }

        private static @Nullable String freeUsage(KnownStation station) {
            return station.freeUsage() == null ? null : station.freeUsage().value().label();
        }

        private static Map<String, @Nullable Object> summary(KnownStation station) {
            var object = new LinkedHashMap<String, @Nullable Object>();
            object.put("operator", station.ids().operator());
            object.put("station_id", station.ids().stationId());
            object.put("evse_id", evse(station));
            put(object, "station_name", station.name(), value(station.name()));
            put(object, "organisation", station.owner(), value(station.owner()));
            put(object, "zone", station.zone(), value(station.zone()));
            put(object, "access", station.access(), access(station));
            put(object, "free_usage", station.freeUsage(), freeUsage(station));
            put(object, "plug_type", station.plugType(), value(station.plugType()));
            object.put("access_as_of", asOf(station.access()));
            object.put("free_usage_as_of", asOf(station.freeUsage()));
            object.put("sessions", station.sessions());
            return object;
        }

        /// A value and who said it: `organisation`, `organisation_by`.
        private static void put(
                Map<String, @Nullable Object> object,
                String key,
                @Nullable Stated<?> stated,
                @Nullable String value) {
            object.put(key, value);
            object.put(
                    key + "_by",
                    stated == null ? null : stated.by().name().toLowerCase(Locale.ROOT));
        }

        private static @Nullable String value(@Nullable Stated<?> stated) {
            return stated == null ? null : stated.value().toString();
        }

        private static @Nullable String asOf(@Nullable Stated<?> stated) {
            return stated == null || stated.at() == null ? null : stated.at().toString();
        }
    }

    @CommandLine.Command(
            name = "export",
            description =
                    "Write all stations to a CSV file for a spreadsheet. What is filled in there"
                            + " counts after the file is imported.",
            mixinStandardHelpOptions = true)
    static final class Export extends Command {

        @Option(
                names = "--out",
                paramLabel = "FILE.csv",
                required = true,
                description = "the file to write")
        private @Nullable Path out;

        @Option(
                names = "--locale",
                paramLabel = "TAG",
                description = "language of the spreadsheet program, as sv-SE")
        private String locale = "en";

        @Override
        int run(Output output) {
            var target = Objects.requireNonNull(out);
            List<KnownStation> stations;
            try (var store = openStore()) {
                stations = store.stationDirectory().stations();
            }
            StationListExport.write(stations, CsvForm.excel(Locale.forLanguageTag(locale)), target);
            output.say(String.format(Locale.ROOT, "%s: %,d stations", target, stations.size()));
            summarise(output, Map.of("file", target.toString(), "rows", stations.size()));
            return DONE;
        }
    }
}
