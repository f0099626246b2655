package org.roamledger.settings;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;

import java.net.URI;
import java.net.URISyntaxException;

/// Through which proxy servers are reached.
public sealed interface ProxyChoice {

    /// Straight to the server.
    record None() implements ProxyChoice {}

    /// As the system is set up.
    record OfSystem() implements ProxyChoice {}

    /// Always the same one.
    ///
    /// @param user whom it knows, absent if it asks for nobody; the password is in [Tokens]
    record Manual(String host, int port, @Nullable String user) implements ProxyChoice {}

    /// Reads `none`, `system` or `HOST:PORT`.
    ///
    /// @throws ProblemException with [Problem.BadProxy]
    static ProxyChoice parse(String text, @Nullable String user) {
        return switch (text.strip()) {
            case "none" -> new None();
            case "system" -> new OfSystem();
            default -> manual(text.strip(), user);
        };
    }

    private static ProxyChoice manual(String text, @Nullable String user) {
        try {
            var url = new URI("http://" + text);
            // What stands before an @ would be a password in the open.
            if (url.getHost() != null
                    && url.getPort() > 0
                    && url.getPort() < 65_536
                    && url.getRawUserInfo() == null
                    && url.getRawPath().isEmpty()
                    && url.getRawQuery() == null) {
                return new Manual(url.getHost(), url.getPort(), user);
            }
        } catch (URISyntaxException _) {
            // Told below, without the text: it may hold a password.
        }
        throw new ProblemException(new Problem.BadProxy());
    }

    /// As [#parse] reads it, without the user.
    default String text() {
        return switch (this) {
            case None() -> "none";
            case OfSystem() -> "system";
            case Manual(var host, var port, _) -> host + ":" + port;
        };
    }
}
