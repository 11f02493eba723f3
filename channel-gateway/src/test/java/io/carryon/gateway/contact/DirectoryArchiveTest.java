package io.carryon.gateway.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryArchiveTest {

    @TempDir
    Path folder;

    @Test
    void theSameContentIsKeptOnceAndReadBack() throws IOException {
        var archive = new DirectoryArchive(folder);
        var content = "hello".getBytes(StandardCharsets.UTF_8);

        var first = archive.store(content, "text/plain");
        var second = archive.store(content, "text/plain");

        assertThat(first).isEqualTo(second);
        try (var stream = archive.open(first.sha256()).orElseThrow();
                var files = Files.walk(folder)) {
            assertThat(stream.readAllBytes()).isEqualTo(content);
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void aNameThatIsNoHashLeadsNowhere() {
        assertThat(new DirectoryArchive(folder).open("../../etc/passwd")).isEmpty();
    }
}
