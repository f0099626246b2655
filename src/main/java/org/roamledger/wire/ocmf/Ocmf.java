package org.roamledger.wire.ocmf;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads signed meter data in OCMF up to version 1.4, in the ways in which it travels. Signatures
/// are not judged.
public final class Ocmf {

    private static final Pattern HEADER = Pattern.compile("OCMF\\s*\\|");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]+");
    private static final Pattern PADDING = Pattern.compile("={1,2}$");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]+");

    private Ocmf() {}

    /// Reads `OCMF|payload|signature`, the same within other text such as XML, the payload alone,
    /// or one of these in Base64 or hexadecimal digits. Several records in one text are one.
    ///
    /// @return empty if it is something else, such as the formats of Alfen or EDL40
    public static Optional<OcmfRecord> read(String text) {
        var plain = readPlain(text);
        if (plain.isPresent()) {
            return plain;
        }
        var decoded = decoded(SPACE.matcher(text).replaceAll(""));
        return decoded == null ? Optional.empty() : readPlain(decoded);
    }

    private static Optional<OcmfRecord> readPlain(String text) {
        if (text.stripLeading().startsWith("{")) {
            return OcmfPayload.read(text);
        }
        return Stream.of(HEADER.split(text, -1))
                .skip(1)
                .flatMap(payload -> OcmfPayload.read(payload).stream())
                .reduce(OcmfRecord::and);
    }

    private static @Nullable String decoded(String text) {
        // Hexadecimal digits are Base64 as well, but make no OCMF then.
        if (text.length() % 2 == 0 && HEX.matcher(text).matches()) {
            return new String(HexFormat.of().parseHex(text), StandardCharsets.UTF_8);
        }
        var digits = PADDING.matcher(text).replaceFirst("").replace('-', '+').replace('_', '/');
        return BASE64.matcher(digits).matches() && digits.length() % 4 != 1
                ? new String(Base64.getDecoder().decode(digits), StandardCharsets.UTF_8)
                : null;
    }
}
