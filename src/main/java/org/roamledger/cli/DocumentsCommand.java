package org.roamledger.cli;

import org.jspecify.annotations.Nullable;
import org.roamledger.document.Logo;
import org.roamledger.report.DocumentTerms;
import org.roamledger.report.Letterhead;
import org.roamledger.report.Rounding;

import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Shows and changes what is agreed for settlement documents.
@CommandLine.Command(
        name = "documents",
        description = "Show or change the letterhead of settlement documents, and how they round.",
        mixinStandardHelpOptions = true,
        subcommands = {
            DocumentsCommand.Show.class,
            DocumentsCommand.ChangeLetterhead.class,
            DocumentsCommand.ChangeRounding.class
        })
final class DocumentsCommand extends CommandGroup {

    private static void tell(Command command, Output output, DocumentTerms terms) {
        var letterhead = terms.letterhead();
        output.say("Letterhead: " + (letterhead.name().isEmpty() ? "none" : letterhead.name()));
        letterhead.address().lines().forEach(output::say);
        if (!letterhead.vatId().isEmpty()) {
            output.say("VAT ID " + letterhead.vatId());
        }
        output.say("Logo: " + (letterhead.logo() == null ? "none" : "yes"));
        output.say("Rounding: " + text(terms.rounding().others()));
        terms.rounding()
                .byPartner()
                .forEach((partner, rounding) -> output.say(partner + ": " + text(rounding)));
        var summary = new LinkedHashMap<String, @Nullable Object>();
        summary.put("name", letterhead.name());
        summary.put("address", letterhead.address());
        summary.put("vat_id", letterhead.vatId());
        summary.put("logo", letterhead.logo() != null);
        summary.put(
                "rounding",
                terms.rounding().others() == null ? null : text(terms.rounding().others()));
        Map<String, String> partners = new TreeMap<>();
        terms.rounding()
                .byPartner()
                .forEach((partner, rounding) -> partners.put(partner, text(rounding)));
        summary.put("rounding_by_partner", partners);
        command.summarise(output, summary);
    }

    private static String text(@Nullable Rounding rounding) {
        return rounding == null
                ? "none"
                : "%s per %s".formatted(rounding.mode().key(), rounding.each().key());
    }

    @CommandLine.Command(
            name = "show",
            description = "Show the letterhead and how amounts are rounded.",
            mixinStandardHelpOptions = true)
    static final class Show extends Command {

        @Override
        int run(Output output) {
            try (var store = openStore()) {
                tell(this, output, store.documents().terms());
            }
            return DONE;
        }
    }

    @CommandLine.Command(
            name = "letterhead",
            description = "Change who issues documents. What is not given stays as it is.",
            mixinStandardHelpOptions = true)
    static final class ChangeLetterhead extends Command {

        @Option(names = "--name", paramLabel = "NAME", description = "legal name; \"\" for none")
        private @Nullable String name;

        @Option(
                names = "--address",
                paramLabel = "LINE",
                description = "a line of the address; several: repeat")
        private String @Nullable [] address;

        @Option(names = "--vat-id", paramLabel = "ID", description = "VAT ID; \"\" for none")
        private @Nullable String vatId;

        @Option(
                names = "--logo",
                paramLabel = "FILE",
                description = "picture, PNG or JPEG, of 1 MB at most; \"\" for none")
        private @Nullable String logo;

        @Override
        int run(Output output) {
            var picture = logo == null || logo.isEmpty() ? null : Logo.read(Path.of(logo));
            try (var store = openStore()) {
                store.documents().change(terms -> terms.with(changed(terms.letterhead(), picture)));
                tell(this, output, store.documents().terms());
            }
            return DONE;
        }

        private Letterhead changed(Letterhead before, byte @Nullable [] picture) {
            return new Letterhead(
                    Objects.requireNonNullElse(name, before.name()),
                    address == null ? before.address() : String.join("\n", address),
                    Objects.requireNonNullElse(vatId, before.vatId()),
                    logo == null ? before.logo() : picture);
        }
    }

    @CommandLine.Command(
            name = "rounding",
            description = "Change how amounts are rounded, for a partner or for all others.",
            mixinStandardHelpOptions = true)
    static final class ChangeRounding extends Command {

        @Parameters(
                arity = "0..1",
                paramLabel = "PARTNER",
                description = "provider id; without it all that have no rule of their own")
        private @Nullable String partner;

        @Option(
                names = "--mode",
                paramLabel = "MODE",
                required = true,
                converter = ModeText.class,
                description = "half-up, half-even, up, down, or none")
        private ModeText.@Nullable Choice mode;

        @Option(
                names = "--per",
                paramLabel = "WHAT",
                description = "row (each session) or group (partner, currency and VAT rate)")
        private Rounding.Each each = Rounding.Each.GROUP;

        @Override
        int run(Output output) {
            var chosen = Objects.requireNonNull(mode).mode();
            var rounding = chosen == null ? null : new Rounding(chosen, each);
            try (var store = openStore()) {
                store.documents()
                        .change(terms -> terms.with(terms.rounding().with(partner, rounding)));
                tell(this, output, store.documents().terms());
            }
            return DONE;
        }
    }

    /// Reads a mode of rounding.
    static final class ModeText implements ITypeConverter<ModeText.Choice> {

        /// @param mode absent for none
        record Choice(Rounding.@Nullable Mode mode) {}

        @Override
        public Choice convert(String text) {
            return text.equals("none")
                    ? new Choice(null)
                    : Rounding.Mode.ofKey(text)
                            .map(Choice::new)
                            .orElseThrow(
                                    () ->
                                            new TypeConversionException(
                                                    "must be none, %s, not \"%s\""
                                                            .formatted(modes(), text)));
        }

        private static String modes() {
            return Arrays.stream(Rounding.Mode.values())
                    .map(Rounding.Mode::key)
                    .collect(Collectors.joining(", "));
        }
    }
}
