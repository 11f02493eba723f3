package io.carryon.gateway.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryArchiveTest {

    private static final byte[] CONTENT = "hello".getBytes(StandardCharsets.UTF_8);
    private static final Duration NOTED_WITHIN = Duration.ofMinutes(10);
    private static final long TERABYTE = 1L << 40;

    @TempDir
    Path folder;

    @Test
    void theSameContentIsKeptOnceAndReadBack() throws IOException {
        var archive = archiveAfter(Duration.ZERO);
        var first = archive.store(CONTENT, "text/plain");
        var second = archive.store(CONTENT, "text/plain");

        assertThat(first).isEqualTo(second);
        try (var stream = archive.open(first.sha256()).orElseThrow();
                var files = Files.walk(folder)) {
            assertThat(stream.readAllBytes()).isEqualTo(CONTENT);
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void aNameThatIsNoHashLeadsNowhere() {
        assertThat(archiveAfter(Duration.ZERO).open("../../etc/passwd")).isEmpty();
        assertThat(archiveAfter(Duration.ZERO).size("../../etc/passwd")).isEmpty();
    }

    @Test
    void aSizeIsToldWithoutReadingTheContent() throws IOException {
        var archive = archiveAfter(Duration.ZERO);
        var sha256 = archive.store(CONTENT, "text/plain").sha256();
        assertThat(archive.size(sha256)).hasValue(CONTENT.length);
        try (var files = Files.walk(folder);
                var file = new RandomAccessFile(
                        files.filter(Files::isRegularFile)
                                .findFirst()
                                .orElseThrow()
                                .toFile(),
                        "rw")) {
            file.setLength(TERABYTE);
        }

        assertThat(archive.size(sha256)).hasValue(TERABYTE);
        assertThat(archive.size("0".repeat(64))).isEmpty();
    }

    @Test
    void whatWasStoredAgainLatelyIsNotErasedYet() throws IOException {
        var first = archiveAfter(Duration.ZERO).store(CONTENT, "text/plain");
        var later = Duration.ofHours(1);
        archiveAfter(later).store(CONTENT, "text/plain");

        assertThat(archiveAfter(later.plusSeconds(5)).erase(first.sha256())).isFalse();
        archiveAfter(later.plus(NOTED_WITHIN)).store(new ByteArrayInputStream(CONTENT), "text/plain");
        assertThat(archiveAfter(later.plus(NOTED_WITHIN).plusSeconds(5)).erase(first.sha256()))
                .isFalse();

        var archive = archiveAfter(later.plus(NOTED_WITHIN).plus(NOTED_WITHIN).plusSeconds(5));
        assertThat(archive.open(first.sha256())).isPresent();
        assertThat(archive.erase(first.sha256())).isTrue();
        assertThat(archive.open(first.sha256())).isEmpty();
        assertThat(archive.erase(first.sha256())).isTrue();
    }

    private DirectoryArchive archiveAfter(Duration later) {
        return new DirectoryArchive(folder, NOTED_WITHIN, Clock.offset(Clock.systemUTC(), later));
    }
}
