package org.roamledger.store;

import org.roamledger.problem.Progress;
import org.sqlite.ProgressHandler;

import java.sql.Connection;
import java.sql.SQLException;

/// Lets long work of SQLite end soon after its thread was interrupted.
final class Interruption extends ProgressHandler {

    private static final int STEPS = 10_000;

    private final Progress progress;

    private Interruption(Progress progress) {
        this.progress = progress;
    }

    static void of(Connection connection, Progress progress) throws SQLException {
        setHandler(connection, STEPS, new Interruption(progress));
    }

    @Override
    protected int progress() {
        progress.show(0, -1);
        return Thread.currentThread().isInterrupted() ? 1 : 0;
    }
}
