package org.roamledger.mutation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Spoils answers and files. The same random numbers spoil them in the same way.
public final class Mutation {

    private static final int DEEP = 100_000;

    /// A JSON value behind its name, or a cell between separators.
    private static final Pattern VALUE =
            Pattern.compile("(?<=[:\\[,;>])\\s*(\"[^\"]*\"|-?[0-9][-0-9.eE:TZ]*|true|false|null)");

    private static final Pattern MEMBER =
            Pattern.compile("\"[a-z_]+\"\\s*:\\s*(\"[^\"]*\"|-?[0-9.]+|true|false)");

    private static final List<String> WRONG =
            List.of(
                    "null",
                    "true",
                    "0",
                    "-1",
                    "\"\"",
                    "\"x\"",
                    "[]",
                    "{}",
                    "[[]]",
                    "[null]",
                    "{\"a\":{}}",
                    "\"\\u0000\"",
                    "\"\\ud800\"",
                    "\"=1+1\"",
                    "\"2026-13-45T99:99:99Z\"",
                    "\"+999999999-01-01T00:00:00Z\"",
                    "\"NaN\"",
                    "\"1e400\"");

    private static final List<String> HUGE =
            List.of(
                    "1e999999999",
                    "-1e999999999",
                    "1e-999999999",
                    "9.9e2147483647",
                    "1e99999999999999999999",
                    "9".repeat(900),
                    "9".repeat(20_000),
                    "0." + "0".repeat(900) + "1",
                    "9223372036854775808",
                    "92233720368547758.08",
                    "-0",
                    "1E400");

    private static final List<byte[]> NOT_UTF_8 =
            List.of(
                    new byte[] {(byte) 0xff},
                    new byte[] {(byte) 0xc0, (byte) 0x80},
                    new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
                    new byte[] {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
                    new byte[] {(byte) 0xe2, (byte) 0x82},
                    new byte[] {0},
                    new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});

    private Mutation() {}

    /// Spoils text: JSON, CSV or XML.
    public static byte[] ofText(byte[] text, Random random) {
        return switch (random.nextInt(12)) {
            case 0, 1 -> flipped(text, random);
            case 2 -> cut(text, random);
            case 3, 4, 5 -> replaced(text, random, VALUE, any(WRONG, random));
            case 6 -> replaced(text, random, VALUE, any(HUGE, random));
            case 7 -> replaced(text, random, VALUE, deep(random));
            case 8 -> repeated(text, random, MEMBER);
            case 9 -> inserted(text, random, any(NOT_UTF_8, random));
            case 10 -> shuffled(text, random);
            default -> ofText(ofText(text, random), random);
        };
    }

    /// Spoils bytes of which nothing is known.
    public static byte[] ofBytes(byte[] bytes, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> flipped(bytes, random);
            case 1 -> cut(bytes, random);
            case 2 -> inserted(bytes, random, any(NOT_UTF_8, random));
            default -> shuffled(bytes, random);
        };
    }

    /// Spoils one part of a ZIP file, or the file around them.
    public static byte[] ofZip(byte[] zip, Random random) {
        if (random.nextInt(4) == 0) {
            return ofBytes(zip, random);
        }
        try {
            var parts = new ArrayList<ZipEntry>();
            var contents = new ArrayList<byte[]>();
            try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
                for (var part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                    parts.add(part);
                    contents.add(in.readAllBytes());
                }
            }
            var spoiled = random.nextInt(parts.size());
            var out = new ByteArrayOutputStream();
            try (var packed = new ZipOutputStream(out)) {
                for (var i = 0; i < parts.size(); i++) {
                    packed.putNextEntry(new ZipEntry(parts.get(i).getName()));
                    packed.write(i == spoiled ? ofText(contents.get(i), random) : contents.get(i));
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Compresses.
    public static byte[] zipped(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static <T> T any(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        var spoiled = bytes.clone();
        for (var flips = 1 + random.nextInt(20); flips > 0 && bytes.length > 0; flips--) {
            spoiled[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return spoiled;
    }

    private static byte[] cut(byte[] bytes, Random random) {
        return part(bytes, 0, random.nextInt(bytes.length + 1));
    }

    private static byte[] shuffled(byte[] bytes, Random random) {
        var from = random.nextInt(bytes.length + 1);
        var to = from + random.nextInt(Math.min(200, bytes.length - from) + 1);
        var piece = part(bytes, from, to);
        return switch (random.nextInt(3)) {
            case 0 -> joined(part(bytes, 0, from), part(bytes, to, bytes.length));
            case 1 -> inserted(bytes, random, piece);
            default -> joined(part(bytes, 0, to), piece, part(bytes, to, bytes.length));
        };
    }

    private static byte[] inserted(byte[] bytes, Random random, byte[] piece) {
        var at = random.nextInt(bytes.length + 1);
        return joined(part(bytes, 0, at), piece, part(bytes, at, bytes.length));
    }

    private static byte[] replaced(
            byte[] text, Random random, Pattern pattern, String replacement) {
        return edited(text, random, pattern, _ -> replacement);
    }

    private static byte[] repeated(byte[] text, Random random, Pattern pattern) {
        return edited(text, random, pattern, found -> found + "," + found);
    }

    private static byte[] edited(
            byte[] text, Random random, Pattern pattern, UnaryOperator<String> edit) {
        var characters = new String(text, ISO_8859_1);
        var matcher = pattern.matcher(characters);
        var places = new ArrayList<int[]>();
        while (matcher.find()) {
            places.add(new int[] {matcher.start(), matcher.end()});
        }
        if (places.isEmpty()) {
            return flipped(text, random);
        }
        var place = any(places, random);
        var found = characters.substring(place[0], place[1]);
        return (characters.substring(0, place[0])
                        + edit.apply(found)
                        + characters.substring(place[1]))
                .getBytes(ISO_8859_1);
    }

    /// Closed or not.
    private static String deep(Random random) {
        var open = random.nextBoolean() ? "[" : "{\"a\":";
        var close = open.equals("[") ? "]" : "}";
        return open.repeat(DEEP) + (random.nextBoolean() ? "1" + close.repeat(DEEP) : "");
    }

    private static byte[] part(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static byte[] joined(byte[]... pieces) {
        var out = new ByteArrayOutputStream();
        for (var piece : pieces) {
            out.writeBytes(piece);
        }
        return out.toByteArray();
    }
}
