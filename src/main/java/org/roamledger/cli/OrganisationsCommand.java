package org.roamledger.cli;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Organisation;
import org.roamledger.session.StationDirectory.Owner;
import org.roamledger.store.SessionStore;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Lists the tree of organisations, and changes it.
@CommandLine.Command(
        name = "organisations",
        aliases = "organisation",
        description = "List organisations, add them, and put them where they belong.",
        mixinStandardHelpOptions = true,
        subcommands = {OrganisationsCommand.Listing.class, OrganisationsCommand.Put.class})
final class OrganisationsCommand extends CommandGroup {

    @CommandLine.Command(
            name = "list",
            description = "List all organisations with their parents and zones.",
            mixinStandardHelpOptions = true)
    static final class Listing extends Command {

        @Override
        int run(Output output) {
            List<Owner> owners;
            try (var store = openStore()) {
                owners = store.owners();
            }
            for (var owner : owners) {
                var parent = owner.organisation().parent();
                output.say(
                        owner.organisation().name()
                                + (parent == null ? "" : ", belongs to " + parent)
                                + (owner.zone() == null ? "" : ", " + owner.zone()));
            }
            summarise(
                    output,
                    Map.of(
                            "organisations",
                            owners.stream().map(OrganisationsCommand::summary).toList()));
            return DONE;
        }
    }

    private static Map<String, @Nullable Object> summary(Owner owner) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("name", owner.organisation().name());
        object.put("parent", owner.organisation().parent());
        object.put("zone", owner.zone() == null ? null : owner.zone().getId());
        return object;
    }

    @CommandLine.Command(
            name = "set",
            description =
                    "Add an organisation, or change one: its parent, its time zone, its name."
                            + " What is not given stays as it is.",
            mixinStandardHelpOptions = true)
    static final class Put extends Command {

        @Parameters(paramLabel = "NAME")
        private String name = "";

        @Option(
                names = "--parent",
                paramLabel = "P",
                description = "the organisation it belongs to; \"\" for none")
        private @Nullable String belongsTo;

        @Option(
                names = "--zone",
                paramLabel = "ZONE",
                description = "zone of its stations that have none of their own; \"\" for none")
        private @Nullable String zone;

        @Option(names = "--rename", paramLabel = "NEW", description = "its new name")
        private @Nullable String renamed;

        @Override
        int run(Output output) {
            try (var store = openStore()) {
                var before = find(store);
                var after =
                        new Owner(
                                new Organisation(
                                        Objects.requireNonNullElse(renamed, name), parent(before)),
                                zone(before));
                store.putOrganisation(before == null ? null : name, after);
                output.say("\"%s\" is kept.".formatted(after.organisation().name()));
                summarise(output, Map.of("organisation", summary(after)));
            }
            return DONE;
        }

        private @Nullable Owner find(SessionStore store) {
            return store.owners().stream()
                    .filter(owner -> owner.organisation().name().equals(name))
                    .findFirst()
                    .orElse(null);
        }

        private @Nullable String parent(@Nullable Owner before) {
            if (belongsTo == null) {
                return before == null ? null : before.organisation().parent();
            }
            return belongsTo.isBlank() ? null : belongsTo;
        }

        private @Nullable ZoneId zone(@Nullable Owner before) {
            if (zone == null) {
                return before == null ? null : before.zone();
            }
            return zone.isBlank() ? null : Texts.zone(zone);
        }
    }
}
