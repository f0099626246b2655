package org.roamledger.wire.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/// Knows a layout again by its headers, in whatever order, case and spelling of spaces.
public final class HeaderFingerprint {

    private HeaderFingerprint() {}

    /// SHA-256 in hexadecimal digits; blank headers do not count.
    public static String of(List<String> headers) {
        var text =
                headers.stream()
                        .map(HeaderText::squeezed)
                        .filter(header -> !header.isEmpty())
                        .sorted()
                        .collect(Collectors.joining("\n"));
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
