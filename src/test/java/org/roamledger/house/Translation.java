package org.roamledger.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Holds the texts of one language against those of another.
final class Translation {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    /// Words that English shares with one of the other languages, or that are a name. A sentence
    /// has others too.
    private static final Set<String> SHARED =
            Set.of(
                    "ac",
                    "admin",
                    "app",
                    "charge",
                    "copies",
                    "dates",
                    "dc",
                    "details",
                    "evse",
                    "export",
                    "filter",
                    "filters",
                    "help",
                    "id",
                    "is",
                    "kwh",
                    "min",
                    "module",
                    "modules",
                    "name",
                    "offline",
                    "optional",
                    "organisation",
                    "organisations",
                    "parameters",
                    "per",
                    "period",
                    "person",
                    "plug",
                    "point",
                    "printer",
                    "problem",
                    "proxy",
                    "public",
                    "record",
                    "rfid",
                    "roamledger",
                    "s",
                    "sessions",
                    "signature",
                    "source",
                    "sources",
                    "station",
                    "stations",
                    "token",
                    "total",
                    "url",
                    "version",
                    "versions",
                    "wh");

    /// Numbers, as a choice between words asks for one; too short to be grouped.
    private static final int FIRST_SAMPLE = 970;

    private static final Object[] SAMPLES =
            IntStream.range(0, 10).mapToObj(at -> FIRST_SAMPLE + at).toArray();

    private Translation() {}

    static Map<String, String> texts(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        var texts = new TreeMap<String, String>();
        properties
                .stringPropertyNames()
                .forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }

    /// What is wrong with a translation, a line each; empty if nothing is.
    static List<String> faults(Map<String, String> original, Map<String, String> translated) {
        var faults = new ArrayList<String>();
        faults.addAll(keyFaults(original.keySet(), translated.keySet()));
        original.forEach(
                (key, text) -> {
                    var other = translated.get(key);
                    if (other != null && !placeholders(text).equals(placeholders(other))) {
                        faults.add(key + ": other placeholders");
                    }
                });
        return faults;
    }

    /// The texts that are the English ones, though their words are not spelt alike elsewhere.
    static List<String> untranslated(Map<String, String> original, Map<String, String> translated) {
        return original.entrySet().stream()
                .filter(text -> text.getValue().equals(translated.get(text.getKey())))
                .filter(text -> !isShared(text.getValue()))
                .map(text -> text.getKey() + ": English")
                .sorted()
                .toList();
    }

    private static boolean isShared(String text) {
        return WORD.matcher(text.replace("_", "").toLowerCase(Locale.ROOT))
                .results()
                .allMatch(word -> SHARED.contains(word.group()));
    }

    static List<String> keyFaults(Set<String> wanted, Set<String> found) {
        var faults = new ArrayList<String>();
        wanted.stream()
                .filter(key -> !found.contains(key))
                .forEach(key -> faults.add(key + ": missing"));
        found.stream()
                .filter(key -> !wanted.contains(key))
                .forEach(key -> faults.add(key + ": obsolete"));
        return faults;
    }

    /// What is wrong with texts as patterns of [MessageFormat]: a single apostrophe swallows what
    /// follows it, and a placeholder in it is never filled in.
    static List<String> patternFaults(Map<String, String> texts) {
        var faults = new ArrayList<String>();
        texts.forEach(
                (key, text) -> {
                    if (text.replace("''", "").contains("'")) {
                        faults.add(key + ": single apostrophe");
                    }
                    try {
                        var said = new MessageFormat(text, Locale.ROOT).format(SAMPLES);
                        var filled =
                                placeholders(text).stream()
                                        .map(at -> FIRST_SAMPLE + Integer.parseInt(at))
                                        .allMatch(sample -> said.contains(sample.toString()));
                        if (said.contains("{") || !filled) {
                            faults.add(key + ": placeholder not filled in");
                        }
                    } catch (IllegalArgumentException e) {
                        faults.add(key + ": " + e.getMessage());
                    }
                });
        return faults;
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
