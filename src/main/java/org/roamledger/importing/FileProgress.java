package org.roamledger.importing;

import org.roamledger.problem.Progress;

/// How far one of several files is read, as part of the bytes of them all.
///
/// @param before bytes of the files that are done
/// @param size bytes of this file
/// @param total bytes of all files
record FileProgress(Progress progress, long before, long size, long total) {

    /// Tells how many bytes of this file are read.
    ///
    /// @throws org.roamledger.problem.ProblemException with `Cancelled` if the thread was
    ///   interrupted
    void at(long bytes) {
        progress.step(before + Math.min(bytes, size), total);
    }

    /// As much further as some bytes of this file are done: the rest of them.
    FileProgress after(long bytes) {
        var done = Math.clamp(bytes, 0, size);
        return new FileProgress(progress, before + done, size - done, total);
    }

    /// Lets a cancellation through while there is nothing to tell.
    ///
    /// @throws org.roamledger.problem.ProblemException with `Cancelled` if the thread was
    ///   interrupted
    static void stopIfInterrupted() {
        Progress.NONE.step(0, -1);
    }
}
