package org.roamledger.cli;

import org.roamledger.store.SessionStore;

import java.nio.file.Path;
import java.util.function.Function;

/// The window, as the command line knows it.
public interface Window {

    /// Whether there is a display to open it on.
    boolean isPossible();

    /// Opens the window on a store and waits until it is closed.
    void open(Path store);

    /// Opens the window on sample data and waits until it is closed.
    ///
    /// @param store the store of the sample, closed by the caller
    /// @param tokens token by name of source
    void openSample(SessionStore store, Function<String, String> tokens);
}
