package org.roamledger.export;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/// Points as PNG (ISO/IEC 15948), without the JDK's own writer, which belongs to AWT: AWT may not
/// run beside the window.
final class PngImage {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte BITS = 8;
    private static final byte RGB = 2;
    private static final byte PER_METRE = 1;
    private static final long METRE = 10_000;
    private static final long INCH = 254;

    private PngImage() {}

    /// @param argb a number for each point; what it says of opacity is passed over
    static byte[] of(int width, int height, int[] argb, int dotsPerInch) {
        var png = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(png)) {
            out.write(SIGNATURE);
            chunk(
                    out,
                    "IHDR",
                    header -> {
                        header.writeInt(width);
                        header.writeInt(height);
                        header.write(new byte[] {BITS, RGB, 0, 0, 0});
                    });
            chunk(
                    out,
                    "pHYs",
                    size -> {
                        var dots = Math.toIntExact((dotsPerInch * METRE + INCH / 2) / INCH);
                        size.writeInt(dots);
                        size.writeInt(dots);
                        size.write(PER_METRE);
                    });
            chunk(
                    out,
                    "IDAT",
                    data -> {
                        try (var deflated = new DeflaterOutputStream(data)) {
                            deflated.write(rows(width, height, argb));
                        }
                    });
            chunk(out, "IEND", _ -> {});
        } catch (IOException e) {
            throw new UncheckedIOException("in memory", e);
        }
        return png.toByteArray();
    }

    /// Each row begins with the number of its filter, which is none.
    private static byte[] rows(int width, int height, int[] argb) {
        var rows = new byte[height * (1 + 3 * width)];
        var at = 0;
        for (var y = 0; y < height; y++) {
            at++;
            for (var x = 0; x < width; x++) {
                var point = argb[y * width + x];
                rows[at++] = (byte) (point >> 16);
                rows[at++] = (byte) (point >> 8);
                rows[at++] = (byte) point;
            }
        }
        return rows;
    }

    /// Writes what stands in a chunk.
    @FunctionalInterface
    private interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    private static void chunk(DataOutputStream out, String type, Content content)
            throws IOException {
        var named = new ByteArrayOutputStream();
        try (var data = new DataOutputStream(named)) {
            data.write(type.getBytes(StandardCharsets.US_ASCII));
            content.write(data);
        }
        var bytes = named.toByteArray();
        var crc = new CRC32();
        crc.update(bytes);
        out.writeInt(bytes.length - type.length());
        out.write(bytes);
        out.writeInt((int) crc.getValue());
    }
}
