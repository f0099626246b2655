package org.roamledger.settings;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The key ring of Windows, macOS, GNOME or KDE.
///
/// It may ask the user to unlock it, or never answer: each call waits for half a minute at most, on
/// a thread of its own that does not keep the application alive.
public final class SystemKeyRing implements KeyRing {

    private static final String SERVICE = "Roamledger";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String account;

    /// @param folder the user's folder of settings, by which keys are told apart
    public SystemKeyRing(Path folder) {
        account = folder.toAbsolutePath().normalize().toString();
    }

    @Override
    public Optional<String> find() throws Unavailable {
        return ask(
                ring -> {
                    try {
                        return Optional.ofNullable(ring.getPassword(SERVICE, account));
                    } catch (PasswordAccessException _) {
                        // The library does not tell a missing key from one it may not read.
                        return Optional.empty();
                    }
                });
    }

    @Override
    public void keep(String key) throws Unavailable {
        ask(
                ring -> {
                    ring.setPassword(SERVICE, account, key);
                    return true;
                });
    }

    private interface Question<T> {

        T put(Keyring ring) throws PasswordAccessException;
    }

    @SuppressWarnings("try") // closing may be interrupted, which ends the thread as well
    private static <T> T answer(Question<T> question) throws Exception {
        try (var ring = Keyring.create()) {
            return question.put(ring);
        }
    }

    private static <T> T ask(Question<T> question) throws Unavailable {
        var answer = new FutureTask<>(() -> answer(question));
        Thread.ofPlatform().name("key-ring").daemon().start(answer);
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            // A backend whose native library is missing fails with an error.
            if (cause instanceof BackendNotSupportedException
                    || cause instanceof PasswordAccessException
                    || cause instanceof LinkageError
                    || cause instanceof RuntimeException) {
                throw new Unavailable("it cannot be used", cause);
            }
            throw new IllegalStateException("key ring", cause);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new Unavailable("it does not answer", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unavailable("the wait for it was stopped", e);
        }
    }
}
