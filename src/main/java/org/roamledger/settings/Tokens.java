package org.roamledger.settings;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;

import java.nio.file.Path;

/// The tokens of sources, in a file that only its owner can read. They stand nowhere else: not in
/// the store, not in a log.
///
/// Safe for use by any threads of one process.
public final class Tokens {

    private final PrivateJson file;

    /// @param folder the user's folder of settings; made when a token is saved
    public Tokens(Path folder) {
        file = new PrivateJson(folder, "tokens.json");
    }

    /// The token of a source of a store.
    ///
    /// @throws ProblemException with [Problem.TokenMissing] if there is none
    public synchronized String get(Path store, String source) {
        var token = file.read().get(key(store, source));
        if (token == null) {
            throw new ProblemException(new Problem.TokenMissing(source));
        }
        return token;
    }

    public synchronized void put(Path store, String source, String token) {
        var tokens = file.read();
        tokens.put(key(store, source), token);
        file.write(tokens);
    }

    public synchronized void remove(Path store, String source) {
        var tokens = file.read();
        if (tokens.remove(key(store, source)) != null) {
            file.write(tokens);
        }
    }

    private static String key(Path store, String source) {
        return store.toAbsolutePath().normalize() + "#" + source;
    }
}
