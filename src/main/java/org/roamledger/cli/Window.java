package org.roamledger.cli;

import java.nio.file.Path;

/// The window, as the command line knows it.
public interface Window {

    /// Whether there is a display to open it on.
    boolean isPossible();

    /// Opens the window on a store and waits until it is closed.
    void open(Path store);

    /// Opens the window on sample data and waits until it is closed, and the sample with it.
    void openSample(SampleData sample);
}
