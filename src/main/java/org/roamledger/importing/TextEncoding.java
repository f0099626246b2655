package org.roamledger.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// How the characters of a text file are written, decided for the file as a whole: by its byte
/// order mark, else UTF-8 if every byte fits, else Windows-1252.
///
/// @param markLength bytes to skip at the start
record TextEncoding(Charset charset, int markLength) {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int BUFFER = 1 << 16;

    static TextEncoding of(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var mark = ByteOrderMark.of(in.readNBytes(3));
            if (mark.length() > 0) {
                return new TextEncoding(mark.charset(), mark.length());
            }
        }
        return new TextEncoding(isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS_1252, 0);
    }

    private static boolean isUtf8(Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var bytes = ByteBuffer.allocate(BUFFER);
        var chars = CharBuffer.allocate(BUFFER);
        try (var in = Files.newInputStream(file)) {
            while (true) {
                var read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                if (read > 0) {
                    bytes.position(bytes.position() + read);
                }
                bytes.flip();
                if (decoder.decode(bytes, chars.clear(), read < 0).isError()) {
                    return false;
                }
                if (read < 0) {
                    return true;
                }
                bytes.compact();
            }
        }
    }

    /// Reads a stream of the file's bytes, which must be at its start.
    Reader reader(InputStream in) throws IOException {
        in.skipNBytes(markLength);
        return new InputStreamReader(in, charset);
    }
}
