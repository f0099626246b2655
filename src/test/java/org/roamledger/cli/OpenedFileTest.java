package org.roamledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.settings.KeyRing;
import org.roamledger.settings.Tokens;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/// What a double click on a file hands over on the command line.
class OpenedFileTest {

    @TempDir private Path folder;

    private final Seen seen = new Seen();

    /// The window that was asked for.
    private static final class Seen implements Window {

        private @Nullable Path store;
        private @Nullable Path view;

        @Override
        public boolean isPossible() {
            return true;
        }

        @Override
        public void open(Path opened, @Nullable Path first, @Nullable Runnable painted) {
            store = opened;
            view = first;
            if (painted != null) {
                painted.run();
            }
        }

        @Override
        public void openSample(SampleData sample) {
            throw new AssertionError("no sample was asked for");
        }
    }

    private Cli.Outcome run(String... arguments) {
        var folders = new Cli(folder).folders();
        var summary = new StringWriter();
        var words = new StringWriter();
        var exit =
                RoamledgerCommand.run(
                        arguments,
                        new PrintWriter(summary, true),
                        new PrintWriter(words, true),
                        seen,
                        folders,
                        new Tokens(folders.config(), KeyRing.NONE));
        return new Cli.Outcome(exit, summary.toString(), words.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"of a friend.roamledger", "OLD.ROAMLEDGER"})
    void aStoreIsOpenedByItsFile(String name) {
        var file = folder.resolve(name);
        assertThat(run(file.toString()).exit()).isZero();
        assertThat(seen.store).isEqualTo(file);
        assertThat(seen.view).isNull();
    }

    @Test
    void aViewIsShownOnTheUsersOwnStore() {
        var file = folder.resolve("close of the month.roamledger-view");
        assertThat(run(file.toString()).exit()).isZero();
        assertThat(seen.store).isEqualTo(new Cli(folder).folders().defaultStore());
        assertThat(seen.view).isEqualTo(file);
    }

    @Test
    void aViewIsShownOnTheStoreThatIsNamed() {
        var file = folder.resolve("october.roamledger-view");
        var store = folder.resolve("trial.roamledger");
        assertThat(run("--store", store.toString(), file.toString()).exit()).isZero();
        assertThat(seen.store).isEqualTo(store);
        assertThat(seen.view).isEqualTo(file);
    }

    @Test
    void anyOtherWordIsACommandTypedWrong() {
        var outcome = run("snyc");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.words()).contains("snyc", "sync");
        assertThat(seen.store).isNull();
    }

    @Test
    void aTrialSaysThatTheWindowIsThere() {
        assertThat(run("--trial").words()).contains("The window is there.");
        assertThat(run().words()).isEmpty();
    }
}
