package org.roamledger.export;

import org.roamledger.problem.ProblemException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Writes pictures of charts.
public final class PictureExport {

    private PictureExport() {}

    /// Writes the whole file or leaves what was there before. Blocks: not for the screen's thread.
    ///
    /// @param argb a number for each point, rows from top to bottom: opacity, red, green, blue
    /// @param dotsPerInch how large the picture is on paper
    /// @throws ProblemException with `FolderMissing`, `FileNotWritable`, `DiskFull` or `Cancelled`
    public static void png(int width, int height, int[] argb, int dotsPerInch, Path target) {
        write(PngImage.of(width, height, argb, dotsPerInch), target);
    }

    /// As [#png], for a drawing that is complete.
    public static void svg(String drawing, Path target) {
        write(drawing.getBytes(StandardCharsets.UTF_8), target);
    }

    private static void write(byte[] bytes, Path target) {
        var content = new Bytes(bytes.length);
        content.put(bytes);
        WholeFile.write(target, channel -> LineFile.writeFully(channel, content));
    }
}
