package org.roamledger.ui.sources;

import org.roamledger.problem.Problem;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Lane;
import org.roamledger.ui.base.Notice;
import org.roamledger.ui.base.Sources;
import org.roamledger.ui.base.Sources.Connection;

import java.util.function.Consumer;

/// How this workstation reaches servers.
///
/// Confined to the screen thread.
public final class ConnectionModel {

    private final Sources sources;
    private final Consumer<Notice> notices;
    private final Lane lane;

    public ConnectionModel(Sources sources, Background background, Consumer<Notice> notices) {
        this.sources = sources;
        this.notices = notices;
        this.lane = background.lane("connection");
    }

    /// Asks how it is now.
    void ask(Consumer<Connection> told, Consumer<Problem> failed) {
        lane.run(_ -> sources.connection(), told, failed);
    }

    /// Keeps what a person entered.
    ///
    /// @param password of the proxy's user; empty if it stays
    void keep(Connection entered, String password, Runnable kept, Consumer<Problem> refused) {
        lane.run(
                _ -> {
                    sources.changeConnection(entered, password.isEmpty() ? null : password);
                    return entered;
                },
                _ -> {
                    kept.run();
                    notices.accept(Notice.done("connection.kept"));
                },
                refused);
    }
}
