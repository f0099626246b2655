package org.roamledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamledger.session.SessionFixture.aSession;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Random;

/// Changes 1 to 64 bytes anywhere in the file of a store that was closed: 60 times, in the nightly
/// build a thousand times. Each is found when the store is opened or by the check of the start.
@Tag("slow")
class DamagedStoreTest {

    private static final int DAMAGES = Boolean.getBoolean("roamledger.nightly") ? 1_000 : 60;
    private static final long SEED = 20261129;

    @TempDir Path folder;

    @Test
    void everyDamageIsFound() throws IOException {
        var sound = folder.resolve("sound.roamledger");
        fill(sound);
        var bytes = Files.readAllBytes(sound);
        var random = new Random(SEED);
        for (var i = 0; i < DAMAGES; i++) {
            var store = Files.createDirectory(folder.resolve("damage" + i)).resolve("s.roamledger");
            var length = 1 + random.nextInt(64);
            // Every tenth in the first page, where the head of the file is.
            var place = random.nextInt((i % 10 == 0 ? 4_096 : bytes.length) - length);
            Files.write(store, damaged(bytes, place, length, random));
            Files.copy(
                    StoreSwap.beside(sound, "-sums"),
                    StoreSwap.beside(store, "-sums"),
                    StandardCopyOption.COPY_ATTRIBUTES);
            assertThat(found(store))
                    .as("%d bytes at %d, seed %d", length, place, SEED)
                    .isInstanceOf(Problem.StoreDamaged.class);
        }
    }

    private static void fill(Path file) {
        try (var store = SessionStore.open(file)) {
            store.addSource(new Source("demo", URI.create("http://localhost/"), null, null, null));
            for (var i = 0; i < 400; i++) {
                store.merge("demo", aSession().cdrId("CDR-" + i).delivery(), null);
            }
        }
    }

    private static byte[] damaged(byte[] sound, int place, int length, Random random) {
        var damaged = sound.clone();
        for (var i = place; i < place + length; i++) {
            damaged[i] ^= (byte) (1 + random.nextInt(255));
        }
        return damaged;
    }

    private static @Nullable Problem found(Path file) {
        try (var store = SessionStore.open(file)) {
            store.care().awaitCheck();
            return store.care().check(false, Progress.NONE).damage();
        } catch (ProblemException e) {
            return e.problem();
        }
    }
}
