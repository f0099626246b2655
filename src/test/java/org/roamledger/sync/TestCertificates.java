package org.roamledger.sync;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/// Certificates of one made-up authority; `make-certificates.sh` beside them tells how they came
/// about.
final class TestCertificates {

    static final String PASSWORD = "changeit";

    private TestCertificates() {}

    static Path file(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(TestCertificates.class.getResource(name), name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The authority as a user has it.
    static Path authority() {
        return file("authority.pem");
    }

    static SSLContext ofServer(String name) {
        try {
            var tls = SSLContext.getInstance("TLS");
            tls.init(
                    ClientCertificate.read(file(name + ".p12"), PASSWORD),
                    new TrustManager[] {Authorities.with(authority())},
                    null);
            return tls;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The fingerprint as the JDK's own tools tell it.
    static String fingerprint(String name) {
        try {
            var store = KeyStore.getInstance(file(name + ".p12").toFile(), PASSWORD.toCharArray());
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(store.getCertificate("a").getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
