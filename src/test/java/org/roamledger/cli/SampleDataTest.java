package org.roamledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.problem.Progress;

import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

class SampleDataTest {

    private static final int SESSIONS = 300;
    private static final LocalDate TODAY = LocalDate.parse("2026-11-05");

    @TempDir Path folder;

    private SampleData open(LocalDate today) {
        return SampleData.inFolder(folder, today, SESSIONS, Progress.NONE);
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith("-sums"))
                    .sorted()
                    .toList();
        }
    }

    private static URI server(SampleData data) {
        return Objects.requireNonNull(data.store().source("demo").source().url());
    }

    @Test
    void theFirstTryBringsEverything() throws IOException {
        try (var data = open(TODAY)) {
            var result = data.sync(Progress.NONE);
            assertThat(result.ok()).isTrue();
            assertThat(data.store().sessionCounts()).containsKey("demo");
            assertThat(result.received()).isEqualTo(data.sessions());
        }
        assertThat(files()).containsExactly("sample-2026-11-05.roamledger");
    }

    @Test
    void aSecondTryInTheSameMonthUsesTheStoreAgain() throws IOException {
        try (var data = open(TODAY)) {
            data.sync(Progress.NONE);
        }
        try (var data = open(TODAY.plusDays(20))) {
            var result = data.sync(Progress.NONE);
            assertThat(result.ok()).isTrue();
            assertThat(result.counts().added() + result.counts().changed()).isZero();
        }
        assertThat(files()).containsExactly("sample-2026-11-05.roamledger");
    }

    @Test
    void inAnotherMonthTheSampleIsMadeAnew() throws IOException {
        try (var data = open(TODAY)) {
            data.sync(Progress.NONE);
        }
        try (var data = open(TODAY.plusMonths(1))) {
            assertThat(data.sync(Progress.NONE).counts().added()).isPositive();
        }
        assertThat(files()).containsExactly("sample-2026-12-05.roamledger");
    }

    @Test
    void theBackupsOfAnEarlierSampleGoWithIt() throws IOException {
        open(TODAY).close();
        var backups = folder.resolve("sample-2026-11-05.roamledger.backups");
        Files.createDirectory(backups);
        Files.createFile(backups.resolve("upgrade-20261105T000000Z.roamledger"));
        open(TODAY.plusMonths(1)).close();
        assertThat(backups).doesNotExist();
    }

    @Test
    void closingItTwiceStopsItsServerOnce() {
        var data = open(TODAY);
        var server = server(data);
        data.close();
        data.close();
        assertThatThrownBy(() -> new Socket(server.getHost(), server.getPort()).close())
                .isInstanceOf(ConnectException.class);
    }
}
