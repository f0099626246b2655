package org.roamledger.sync;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A secret of a source, and the two ways of sending it.
///
/// OCPI 2.2.1 wants it in base64, many servers want it as it is.
final class OcpiToken {

    /// A way of sending it.
    enum Form {
        BASE64,
        RAW;

        /// The form of a stored name; the specified one where there is none.
        static Form of(@Nullable String name) {
            return RAW.name().equals(name) ? RAW : BASE64;
        }

        Form other() {
            return this == BASE64 ? RAW : BASE64;
        }
    }

    private final String secret;

    OcpiToken(String secret) {
        this.secret = secret.strip();
    }

    /// Whether the form can stand in a header at all.
    boolean fits(Form form) {
        return form == Form.BASE64 || secret.chars().allMatch(c -> c > ' ' && c < 127);
    }

    String header(Form form) {
        return "Token " + (form == Form.BASE64 ? base64() : secret);
    }

    /// The text without the secret, in case a server repeats it in its words.
    String removedFrom(String text) {
        return secret.isEmpty() ? text : text.replace(base64(), "***").replace(secret, "***");
    }

    /// Never the secret: the text gets into logs by way of [Problem].
    @Override
    public String toString() {
        return "***";
    }

    private String base64() {
        return Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
    }
}
