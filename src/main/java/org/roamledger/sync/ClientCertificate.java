package org.roamledger.sync;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.Collections;

import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/// The certificate by which a server knows us, and its private key.
final class ClientCertificate {

    private ClientCertificate() {}

    /// Reads a PKCS#12 file.
    ///
    /// @throws ProblemException with [Problem.CertificateUnreadable]; never with the password
    static KeyManager[] read(Path file, String password) {
        var secret = password.toCharArray();
        try (var in = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, secret);
            var hasKey = false;
            for (var alias : Collections.list(store.aliases())) {
                hasKey |= store.isKeyEntry(alias);
            }
            if (!hasKey) {
                throw unreadable(file, "it holds no private key", null);
            }
            var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, secret);
            return factory.getKeyManagers();
        } catch (NoSuchFileException e) {
            throw unreadable(file, "it is not there", e);
        } catch (UnrecoverableKeyException e) {
            throw unreadable(file, "the password is wrong", e);
        } catch (IOException e) {
            var wrong = e.getCause() instanceof UnrecoverableKeyException;
            throw unreadable(file, wrong ? "the password is wrong" : "it is no PKCS#12 file", e);
        } catch (GeneralSecurityException e) {
            throw unreadable(file, "it is of a kind that is not understood", e);
        }
    }

    private static ProblemException unreadable(
            Path file, String detail, @Nullable Throwable cause) {
        return new ProblemException(new Problem.CertificateUnreadable(file, detail), cause);
    }
}
