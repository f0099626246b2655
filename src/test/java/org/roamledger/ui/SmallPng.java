package org.roamledger.ui;

import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

/// Writes pictures of screens with at most 256 colours, which a repository can bear: a screen has
/// few besides the shades at the edges of letters.
final class SmallPng {

    private static final int COLOURS = 256;

    private SmallPng() {}

    static void write(WritableImage image, Path file) {
        var width = (int) image.getWidth();
        var height = (int) image.getHeight();
        var pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var palette = palette(pixels);
        var colours = new IndexColorModel(8, palette.length, palette, 0, false, -1, 0);
        var small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, colours);
        var known = new HashMap<Integer, Integer>();
        var places =
                Arrays.stream(pixels)
                        .map(pixel -> known.computeIfAbsent(pixel, each -> nearest(palette, each)))
                        .toArray();
        small.getRaster().setPixels(0, 0, width, height, places);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(small, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The colours that occur most.
    private static int[] palette(int[] pixels) {
        var counts = new HashMap<Integer, Integer>();
        for (var pixel : pixels) {
            counts.merge(pixel, 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(COLOURS)
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    private static int nearest(int[] palette, int colour) {
        return IntStream.range(0, palette.length)
                .boxed()
                .min(Comparator.comparingInt(at -> distance(palette[at], colour)))
                .orElseThrow();
    }

    private static int distance(int one, int other) {
        var sum = 0;
        for (var shift = 0; shift < 24; shift += 8) {
            var apart = (one >> shift & 0xff) - (other >> shift & 0xff);
            sum += apart * apart;
        }
        return sum;
    }
}
