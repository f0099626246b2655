package org.roamledger.settings;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/// The system's own place for secrets, in which the key of the tokens stands.
public interface KeyRing {

    /// The key, if there is one.
    ///
    /// @throws Unavailable if there is no key ring, it is locked, or it does not answer in time
    Optional<String> find() throws Unavailable;

    /// Keeps a key in place of the one before.
    ///
    /// @throws Unavailable as [#find]
    void keep(String key) throws Unavailable;

    /// A system without one.
    KeyRing NONE =
            new KeyRing() {
                @Override
                public Optional<String> find() throws Unavailable {
                    throw new Unavailable("there is none", null);
                }

                @Override
                public void keep(String key) throws Unavailable {
                    throw new Unavailable("there is none", null);
                }
            };

    /// The key ring cannot be asked.
    final class Unavailable extends Exception {

        public Unavailable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
