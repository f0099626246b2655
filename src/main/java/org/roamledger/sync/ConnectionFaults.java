package org.roamledger.sync;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.regex.Pattern;

import javax.net.ssl.SSLException;

/// Understands why there is no connection.
final class ConnectionFaults {

    private static final Pattern TUNNEL = Pattern.compile("Tunnel failed, got: ([0-9]{3})");

    /// Alerts of TLS that can only be about the certificate of this side (RFC 8446, section 6.2).
    private static final Pattern ABOUT_OUR_CERTIFICATE =
            Pattern.compile(
                    "Received fatal alert: " + "(\\w*certificate\\w*|unknown_ca|access_denied)");

    private ConnectionFaults() {}

    /// The problem, if another try would fare no better; `null` if it might.
    static @Nullable Problem refusal(URI url, @Nullable ProxyServer proxy, Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof UntrustedServer untrusted) {
                return new Problem.CertificateNotTrusted(
                        Origins.shown(url), untrusted.reason(), untrusted.fingerprint());
            }
            var text = String.valueOf(cause.getMessage());
            var alert = ABOUT_OUR_CERTIFICATE.matcher(text);
            if (cause instanceof SSLException && alert.find()) {
                return new Problem.ClientCertificateRefused(Origins.shown(url), alert.group(1));
            }
            var tunnel = TUNNEL.matcher(text);
            if (proxy != null && tunnel.find()) {
                return new Problem.ProxyRefused(
                        proxy.toString(), "it answers with HTTP " + tunnel.group(1));
            }
        }
        if (fault instanceof ConnectException && proxy != null) {
            return new Problem.ProxyRefused(proxy.toString(), words(fault));
        }
        if (fault instanceof SSLException) {
            return new Problem.NoSecureConnection(
                    Origins.shown(url), String.valueOf(fault.getMessage()));
        }
        return fault instanceof ConnectException
                ? new Problem.ServerUnreachable(Origins.shown(url), words(fault))
                : null;
    }

    /// The last words in a chain of faults; many say nothing themselves.
    static String words(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException
                    || cause instanceof UnknownHostException) {
                return "no server of that name is known";
            }
        }
        // The last cause is the nearest to what happened; some have no words of their own.
        var words = "";
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && !cause.getMessage().contains("Exception")) {
                words = cause.getMessage();
            }
        }
        if (words.isEmpty()) {
            return fault instanceof ConnectException
                    ? "the connection was refused"
                    : "the connection broke off";
        }
        return words;
    }
}
