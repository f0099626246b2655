package org.roamledger.ui.sources;

import org.roamledger.problem.Problem;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Engine;
import org.roamledger.ui.base.Engine.Connection;
import org.roamledger.ui.base.Lane;
import org.roamledger.ui.base.Notice;

import java.util.function.Consumer;

/// How this workstation reaches servers.
///
/// Confined to the screen thread.
public final class ConnectionModel {

    private final Engine engine;
    private final Consumer<Notice> notices;
    private final Lane lane;

    public ConnectionModel(Engine engine, Background background, Consumer<Notice> notices) {
        this.engine = engine;
        this.notices = notices;
        this.lane = background.lane("connection");
    }

    /// Asks how it is now.
    void ask(Consumer<Connection> told, Consumer<Problem> failed) {
        lane.run(_ -> engine.connection(), told, failed);
    }

    /// Keeps what a person entered.
    ///
    /// @param password of the proxy's user; empty if it stays
    void keep(Connection entered, String password, Runnable kept, Consumer<Problem> refused) {
        lane.run(
                _ -> {
                    engine.changeConnection(entered, password.isEmpty() ? null : password);
                    return entered;
                },
                _ -> {
                    kept.run();
                    notices.accept(Notice.done("connection.kept"));
                },
                refused);
    }
}
