package org.roamledger.settings;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The tokens of sources and the passwords of their certificates and of the proxy, encrypted in a
/// file that only its owner can read. They stand nowhere else: not in the store, not in a log.
///
/// Reading and writing may wait for the key ring; nothing else does. Safe for use by any threads of
/// one process.
public final class Tokens {

    private static final String TOKEN = "token:";
    private static final String CERTIFICATE = "certificate:";
    private static final String PROXY = "proxy";

    private final PrivateJson plain;
    private final Vault vault;

    /// @param folder the user's folder of settings; made when a token is saved
    public Tokens(Path folder, KeyRing ring) {
        plain = new PrivateJson(folder, "tokens.json");
        vault = new Vault(folder, ring);
    }

    /// The token of a source of a store.
    ///
    /// @throws ProblemException with [Problem.TokenMissing] if there is none, or with
    ///   [Problem.SecretsLocked] if it cannot be decrypted
    public synchronized String get(Path store, String source) {
        return find(TOKEN + key(store, source))
                .orElseThrow(() -> new ProblemException(new Problem.TokenMissing(source)));
    }

    public synchronized void put(Path store, String source, String token) {
        put(TOKEN + key(store, source), token);
    }

    /// The password of a source's client certificate; empty if it has none.
    public synchronized String certificatePassword(Path store, String source) {
        return find(CERTIFICATE + key(store, source)).orElse("");
    }

    public synchronized void putCertificatePassword(Path store, String source, String password) {
        put(CERTIFICATE + key(store, source), password);
    }

    /// The password of the proxy's user; empty if there is none.
    public synchronized String proxyPassword() {
        return find(PROXY).orElse("");
    }

    public synchronized void putProxyPassword(String password) {
        put(PROXY, password);
    }

    /// Forgets all secrets of a source.
    public synchronized void remove(Path store, String source) {
        encryptPlain();
        vault.remove(TOKEN + key(store, source));
        vault.remove(CERTIFICATE + key(store, source));
    }

    /// Whether the key that encrypts them is in the system's key ring, and not in a file; nothing
    /// while there is no token.
    public synchronized Optional<Boolean> isKeyInRing() {
        return vault.isKeyInRing();
    }

    private Optional<String> find(String name) {
        encryptPlain();
        return vault.get(name);
    }

    private void put(String name, String secret) {
        encryptPlain();
        vault.put(Map.of(name, secret));
    }

    /// Earlier versions kept tokens as they are. If this is interrupted between the two files, it
    /// is done again.
    private void encryptPlain() {
        var old = plain.read();
        if (!old.isEmpty()) {
            var secrets = new HashMap<String, String>();
            old.forEach((key, token) -> secrets.put(TOKEN + key, token));
            vault.put(secrets);
        }
        plain.delete();
    }

    private static String key(Path store, String source) {
        return store.toAbsolutePath().normalize() + "#" + source;
    }
}
