package org.roamledger.sync;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/// A server's certificate is not believed.
final class UntrustedServer extends CertificateException {

    private final String reason;
    private final String fingerprint;

    /// @param chain the certificate first, then those that vouch for it
    UntrustedServer(X509Certificate[] chain, CertificateException refusal) {
        super(refusal.getMessage(), refusal);
        reason = reason(chain, refusal);
        fingerprint = fingerprint(chain[0]);
    }

    String reason() {
        return reason;
    }

    /// SHA-256, as `AB:CD:...`
    String fingerprint() {
        return fingerprint;
    }

    private static String reason(X509Certificate[] chain, CertificateException refusal) {
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return "it has expired";
            }
            if (cause instanceof CertificateNotYetValidException) {
                return "it is not valid yet; check the date of this computer";
            }
        }
        // The JDK says only in words that the name is the fault.
        var words = String.valueOf(refusal.getMessage());
        if (words.startsWith("No subject alternative") || words.startsWith("No name matching")) {
            return "it was made for another server, "
                    + chain[0].getSubjectX500Principal().getName();
        }
        var issuer = chain[chain.length - 1].getIssuerX500Principal();
        return chain.length == 1 && issuer.equals(chain[0].getSubjectX500Principal())
                ? "it vouches for itself"
                : "nobody trusted vouches for it, only " + issuer.getName();
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash);
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("fingerprint", e);
        }
    }
}
