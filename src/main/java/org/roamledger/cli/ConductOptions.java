package org.roamledger.cli;

import org.jspecify.annotations.Nullable;
import org.roamledger.sample.Conduct;
import org.roamledger.sample.Fault;
import org.roamledger.sample.OcpiVersion;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The options by which the sample back office misbehaves.
final class ConductOptions {

    @Option(
            names = "--fault",
            paramLabel = "MODE",
            split = ",",
            description = "what is wrong with it; \"--fault help\" lists the modes")
    private List<String> faults = List.of();

    @Option(
            names = "--ocpi-version",
            paramLabel = "V",
            split = ",",
            description =
                    "OCPI versions it speaks, of 2.1.1, 2.2, 2.2.1, 2.3.0 (default: to 2.2.1)")
    private List<String> versions = List.of();

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /// The modes with a line each, if that is what was asked for.
    Optional<String> help() {
        return faults.contains("help") ? Optional.of(modes()) : Optional.empty();
    }

    /// @throws CommandLine.ParameterException for a name that is not known
    Conduct conduct() {
        return new Conduct(
                all(faults, Fault::of, Fault.class, "Unknown fault \"%s\". There are:\n" + modes()),
                versions.isEmpty()
                        ? Conduct.GOOD.versions()
                        : all(
                                versions,
                                OcpiVersion::of,
                                OcpiVersion.class,
                                "Unknown OCPI version \"%s\"."));
    }

    private <E extends Enum<E>> Set<E> all(
            List<String> names, Function<String, Optional<E>> byName, Class<E> type, String words) {
        var found = EnumSet.noneOf(type);
        for (var name : names) {
            found.add(
                    byName.apply(name.strip())
                            .orElseThrow(
                                    () ->
                                            new CommandLine.ParameterException(
                                                    Objects.requireNonNull(command).commandLine(),
                                                    words.formatted(name))));
        }
        return found;
    }

    private static String modes() {
        return Arrays.stream(Fault.values())
                .map(fault -> String.format(Locale.ROOT, "  %-18s%s", fault.mode(), fault.words()))
                .collect(Collectors.joining("\n"));
    }
}
