package org.roamledger.views;

import org.jspecify.annotations.Nullable;
import org.roamledger.export.CsvForm;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.settings.PrivateFile;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The profiles of a user, and the one that was chosen last. For one thread at a time.
///
/// Every method may throw a [ProblemException] with [Problem.FileUnreadable], and those that change
/// something with [Problem.FileNotWritable]: a file that cannot be understood is never overwritten.
public final class ExportProfiles {

    private static final String CHOSEN = "chosen";
    private static final String CHOSEN_IS_OWN = "chosen_is_own";
    private static final String LIST = "profiles";
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    /// What there is to choose from.
    ///
    /// @param own by a user, in the order in which they were made
    public record Content(List<ExportProfile> own, ExportProfile chosen) {

        /// What there is before a user chose anything.
        public static final Content FIRST = new Content(List.of(), ExportProfile.WORKBOOK);

        public Content {
            own = List.copyOf(own);
        }

        /// Those that come with the application, then the own ones.
        public List<ExportProfile> all() {
            return Stream.concat(ExportProfile.BUILT_IN.stream(), own.stream()).toList();
        }

        /// The own profile of a name, in any case.
        public Optional<ExportProfile> named(String name) {
            return own.stream().filter(of -> ViewFolder.same(of.name(), name)).findFirst();
        }

        private Content with(ExportProfile profile) {
            var changed = new ArrayList<>(own);
            changed.removeIf(of -> ViewFolder.same(of.name(), profile.name()));
            changed.add(profile);
            return new Content(changed, profile);
        }

        private Content without(ExportProfile profile) {
            return new Content(
                    own.stream().filter(of -> !of.equals(profile)).toList(),
                    chosen.equals(profile) ? ExportProfile.WORKBOOK : chosen);
        }
    }

    /// @param folder made when the first choice is kept
    public ExportProfiles(Path folder) {
        file = folder.resolve("export-profiles.json");
    }

    public Content read() {
        var root = root();
        var own = new ArrayList<ExportProfile>();
        for (var node : root.path(LIST)) {
            var profile = profile(node);
            if (profile != null) {
                own.add(profile);
            }
        }
        var name = root.path(CHOSEN).asString("");
        var isOwn = root.path(CHOSEN_IS_OWN).asBoolean(false);
        var content = new Content(own, ExportProfile.WORKBOOK);
        return content.all().stream()
                .filter(profile -> profile.own() == isOwn && profile.name().equals(name))
                .findFirst()
                .map(chosen -> new Content(own, chosen))
                .orElse(content);
    }

    /// Remembers a choice.
    ///
    /// @return what there is now
    public Content choose(ExportProfile profile) {
        return write(new Content(read().own(), profile));
    }

    /// Keeps a profile of a user, in place of one of that name, and chooses it.
    ///
    /// @return what there is now
    public Content keep(ExportProfile profile) {
        return write(read().with(profile));
    }

    /// Takes away a profile of a user.
    ///
    /// @return what there is now
    public Content forget(ExportProfile profile) {
        return write(read().without(profile));
    }

    private Content write(Content content) {
        var root = JSON.createObjectNode();
        root.put(CHOSEN, content.chosen().name());
        root.put(CHOSEN_IS_OWN, content.chosen().own());
        var list = root.putArray(LIST);
        content.own().forEach(profile -> put(profile, list.addObject()));
        PrivateFile.write(file, JSON.writeValueAsBytes(root));
        return content;
    }

    private JsonNode root() {
        if (!Files.exists(file)) {
            return JSON.createObjectNode();
        }
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (IOException | JacksonException e) {
            throw new ProblemException(
                    new Problem.FileUnreadable(file, e.getClass().getSimpleName()), e);
        }
    }

    static void put(ExportProfile profile, ObjectNode node) {
        node.put("name", profile.name());
        node.put("separator", String.valueOf(profile.separator()));
        node.put("decimal_point", String.valueOf(profile.decimalPoint()));
        node.put("byte_order_mark", profile.byteOrderMark());
    }

    /// @return `null` if it cannot be understood
    static @Nullable ExportProfile profile(JsonNode node) {
        var name = node.path("name").asString("");
        var separator = node.path("separator").asString("");
        var decimalPoint = node.path("decimal_point").asString("");
        var known =
                !name.isBlank()
                        && separator.length() == 1
                        && CsvForm.SEPARATORS.contains(separator)
                        && decimalPoint.length() == 1
                        && CsvForm.DECIMAL_POINTS.contains(decimalPoint)
                        && !separator.equals(decimalPoint);
        return known
                ? ExportProfile.own(
                        name,
                        separator.charAt(0),
                        decimalPoint.charAt(0),
                        node.path("byte_order_mark").asBoolean(false))
                : null;
    }
}
