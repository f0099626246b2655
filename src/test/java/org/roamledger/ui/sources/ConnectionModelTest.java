package org.roamledger.ui.sources;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.roamledger.problem.Problem;
import org.roamledger.ui.CannedEngine;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Notice;
import org.roamledger.ui.base.Sources.Connection;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class ConnectionModelTest {

    private final CannedEngine engine = new CannedEngine();
    private final List<Notice> notices = new ArrayList<>();
    private final List<Problem> refused = new ArrayList<>();
    private final ConnectionModel model =
            new ConnectionModel(
                    engine,
                    new Background(_ -> Runnable::run, Runnable::run, () -> {}),
                    notices::add);

    private void keep(Connection entered, String password) {
        model.keep(entered, password, () -> {}, refused::add);
    }

    @Test
    void aProxyIsKeptWithItsUserAndPassword() {
        var entered = new Connection("proxy.example:8080", "anna", Path.of("company.pem"));
        keep(entered, "secret");
        assertThat(engine.connection).isEqualTo(entered);
        assertThat(engine.keptPassword).isEqualTo("secret");
        assertThat(notices).extracting(Notice::key).containsExactly("connection.kept");
    }

    @Test
    void aPasswordThatIsNotEnteredStays() {
        keep(new Connection("proxy.example:8080", "anna", null), "");
        assertThat(engine.keptPassword).isNull();
    }

    @Test
    void whatIsNoProxyIsRefusedAndChangesNothing() {
        var before = engine.connection;
        keep(new Connection("proxy", null, null), "");
        assertThat(refused).containsExactly(new Problem.BadProxy());
        assertThat(engine.connection).isEqualTo(before);
    }
}
