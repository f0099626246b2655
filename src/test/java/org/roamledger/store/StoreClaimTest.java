package org.roamledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

class StoreClaimTest {

    @TempDir Path folder;

    private Path store() {
        return folder.resolve("sessions.roamledger");
    }

    @Test
    void aSecondWindowAsksTheFirstToComeToTheFrontAndToShowItsView() throws Exception {
        var asked = new LinkedBlockingQueue<Optional<Path>>();
        var view = folder.resolve("my view.roamledger-view");
        try (var first = StoreClaim.take(store()).orElseThrow()) {
            first.onAsked(asked::add);
            assertThat(StoreClaim.take(store())).isEmpty();
            StoreClaim.askForFront(store(), null);
            StoreClaim.askForFront(store(), view);
            assertThat(asked.poll(1, TimeUnit.MINUTES)).isEmpty();
            assertThat(asked.poll(1, TimeUnit.MINUTES)).contains(view);
        }
        try (var next = StoreClaim.take(store()).orElseThrow()) {
            assertThat(StoreClaim.take(store())).isEmpty();
            assertThat(next).isNotNull();
        }
    }

    @Test
    void theClaimOfAProcessThatWasKilledIsGone() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process =
                new ProcessBuilder(
                                List.of(
                                        java,
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Holder.class.getName(),
                                        store().toString()))
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (var out = process.inputReader()) {
            assertThat(out.readLine()).isEqualTo("held");
            assertThat(StoreClaim.take(store())).isEmpty();
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(Files.exists(StoreSwap.beside(store(), "-window"))).isTrue();
        try (var claim = StoreClaim.take(store()).orElseThrow()) {
            assertThat(claim).isNotNull();
        }
    }

    /// What runs in the process that is killed.
    static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws Exception {
            try (var claim = StoreClaim.take(Path.of(args[0])).orElseThrow()) {
                System.out.println("held");
                new CountDownLatch(claim == null ? 0 : 1).await();
            }
        }
    }
}
