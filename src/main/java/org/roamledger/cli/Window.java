package org.roamledger.cli;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/// The window, as the command line knows it.
public interface Window {

    /// Whether there is a display to open it on.
    boolean isPossible();

    /// Opens the window on a store and waits until it is closed.
    ///
    /// @param view file of a view that is shown first; absent for what is shown as a rule
    /// @param painted told when the window is seen for the first time; it closes by itself once its
    ///   sessions are there. Absent for a window that a person closes
    void open(Path store, @Nullable Path view, @Nullable Runnable painted);

    /// Opens the window on sample data and waits until it is closed, and the sample with it.
    void openSample(SampleData sample);
}
