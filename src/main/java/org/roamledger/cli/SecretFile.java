package org.roamledger.cli;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that holds a token or a password on its first line. As an argument it would show in the
/// list of processes.
final class SecretFile {

    private SecretFile() {}

    /// @throws ProblemException with [Problem.TokenFileUnreadable] if there is nothing to read
    static String read(Path file) {
        try {
            var secret = Files.readString(file).lines().findFirst().orElse("").strip();
            if (secret.isEmpty()) {
                throw new ProblemException(new Problem.TokenFileUnreadable(file));
            }
            return secret;
        } catch (IOException e) {
            throw new ProblemException(new Problem.TokenFileUnreadable(file), e);
        }
    }
}
