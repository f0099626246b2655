package org.roamledger.sync;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Security;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/// The certificate authorities that are believed: those of Java, of the system, and of the user.
final class Authorities {

    private static final Logger LOG = LoggerFactory.getLogger(Authorities.class);

    /// Key stores in which Windows and macOS have theirs.
    private static final List<String> SYSTEM_STORES =
            List.of("Windows-ROOT", "KeychainStore-ROOT", "KeychainStore");

    /// Where Linux systems have theirs: Debian and its kin, Red Hat and its kin, SUSE, Alpine.
    private static final List<Path> SYSTEM_FILES =
            List.of(
                    Path.of("/etc/ssl/certs/ca-certificates.crt"),
                    Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
                    Path.of("/etc/ssl/ca-bundle.pem"),
                    Path.of("/etc/ssl/cert.pem"));

    private Authorities() {}

    /// Believes servers whose certificate one of the authorities vouches for, and names the others'
    /// certificates in [UntrustedServer].
    ///
    /// @param own PEM file of the user's
    /// @throws ProblemException with [Problem.CertificateUnreadable] if `own` cannot be used
    static X509ExtendedTrustManager with(@Nullable Path own) {
        var all = new ArrayList<X509Certificate>();
        try {
            Collections.addAll(all, ofJava().getAcceptedIssuers());
            all.addAll(ofSystem(SYSTEM_FILES));
            if (own != null) {
                all.addAll(read(own));
            }
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (var certificate : all) {
                store.setCertificateEntry("authority" + store.size(), certificate);
            }
            return new NamingTrust(of(store));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("certificate authorities", e);
        }
    }

    private static X509ExtendedTrustManager ofJava() throws GeneralSecurityException {
        return of(null);
    }

    private static X509ExtendedTrustManager of(@Nullable KeyStore store)
            throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager trust) {
                return trust;
            }
        }
        throw new GeneralSecurityException("no trust manager");
    }

    /// What of the system cannot be read is left out: Java's own are often enough.
    static List<X509Certificate> ofSystem(List<Path> files) {
        var found = new ArrayList<X509Certificate>();
        for (var name : SYSTEM_STORES) {
            if (Security.getProviders("KeyStore." + name) != null) {
                found.addAll(inStore(name));
            }
        }
        for (var file : files) {
            if (Files.isReadable(file)) {
                try {
                    found.addAll(read(file));
                    break;
                } catch (ProblemException e) {
                    LOG.warn("{}", e.problem());
                }
            }
        }
        return found;
    }

    private static List<X509Certificate> inStore(String name) {
        var found = new ArrayList<X509Certificate>();
        try {
            var store = KeyStore.getInstance(name);
            store.load(null, null);
            for (var alias : Collections.list(store.aliases())) {
                if (store.isCertificateEntry(alias)
                        && store.getCertificate(alias) instanceof X509Certificate certificate) {
                    found.add(certificate);
                }
            }
        } catch (GeneralSecurityException | IOException e) {
            LOG.warn("The system's certificates in {} are not read: {}", name, e.getMessage());
        }
        return found;
    }

    /// Reads a PEM file of one or more certificates.
    ///
    /// @throws ProblemException with [Problem.CertificateUnreadable]
    static List<X509Certificate> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            var found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (found.isEmpty()) {
                throw unreadable(file, "it holds no certificate", null);
            }
            return found;
        } catch (IOException e) {
            throw unreadable(file, "it cannot be read", e);
        } catch (CertificateException e) {
            throw unreadable(file, "it is no PEM file of certificates", e);
        }
    }

    private static ProblemException unreadable(
            Path file, String detail, @Nullable Throwable cause) {
        return new ProblemException(new Problem.CertificateUnreadable(file, detail), cause);
    }
}
