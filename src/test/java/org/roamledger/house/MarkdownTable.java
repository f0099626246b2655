package org.roamledger.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The first table of a page of the documentation whose head starts with a given word.
record MarkdownTable(List<List<String>> rows) {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    static MarkdownTable in(Path page, String firstHead) throws IOException {
        return in(Files.readString(page), firstHead);
    }

    static MarkdownTable in(String page, String firstHead) {
        return new MarkdownTable(
                page.lines()
                        .dropWhile(line -> !line.startsWith("| " + firstHead + " |"))
                        .skip(2)
                        .takeWhile(line -> line.startsWith("|"))
                        .map(MarkdownTable::cells)
                        .toList());
    }

    private static List<String> cells(String line) {
        var inner = line.strip().substring(1, line.strip().length() - 1);
        return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
    }

    /// What stands between backticks.
    static List<String> codeIn(String text) {
        return CODE.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
    }
}
