package org.roamledger.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Deflates raw messages one by one, with a dictionary of what they have in common: an OCPI record
/// of 1,500 bytes takes about 400. For one thread.
final class RawBodies {

    /// Never change it: stored messages need it. What is most common stands last, where it is found
    /// best.
    private static final byte[] DICTIONARY = dictionary();

    private static final int MAX_MESSAGE_BYTES = 64 << 20;

    private final Deflater deflater = new Deflater(3, true);
    private byte[] buffer = new byte[1 << 14];

    byte[] deflate(byte[] body) {
        deflater.reset();
        deflater.setDictionary(DICTIONARY);
        deflater.setInput(body);
        deflater.finish();
        var length = 0;
        while (!deflater.finished()) {
            if (length == buffer.length) {
                buffer = Arrays.copyOf(buffer, 2 * buffer.length);
            }
            length += deflater.deflate(buffer, length, buffer.length - length);
        }
        return Arrays.copyOf(buffer, length);
    }

    static byte[] inflate(byte[] stored) throws DataFormatException {
        try (var inflater = new Inflater(true)) {
            inflater.setDictionary(DICTIONARY);
            inflater.setInput(stored);
            var body = new byte[1 << 12];
            var length = 0;
            while (!inflater.finished()) {
                if (length == body.length) {
                    if (length >= MAX_MESSAGE_BYTES) {
                        throw new DataFormatException("message too large");
                    }
                    body = Arrays.copyOf(body, 2 * body.length);
                }
                var step = inflater.inflate(body, length, body.length - length);
                if (step == 0 && inflater.needsInput()) {
                    throw new DataFormatException("message cut off");
                }
                length += step;
            }
            return Arrays.copyOf(body, length);
        }
    }

    private static byte[] dictionary() {
        try (var in = RawBodies.class.getResourceAsStream("raw-dictionary.txt")) {
            if (in == null) {
                throw new IllegalStateException("raw-dictionary.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("\\R", "")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
