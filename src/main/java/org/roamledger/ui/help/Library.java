package org.roamledger.ui.help;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// A library that is there at run time.
///
/// @param artifacts its jars, without versions
/// @param licences by their SPDX names; of several, any may be chosen
/// @param address where it comes from
record Library(String name, List<String> artifacts, List<String> licences, String address) {

    /// All of them, in the order of the list.
    static List<Library> all() {
        var list = Objects.requireNonNull(Library.class.getResourceAsStream("libraries.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).map(Library::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Library of(String line) {
        var parts = line.split(" \\| ", -1);
        return new Library(parts[0], list(parts[1]), list(parts[2]), parts[3]);
    }

    private static List<String> list(String words) {
        return List.of(words.split(", "));
    }
}
