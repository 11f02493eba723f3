package io.carryon.gateway.messenger.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SniffedTypeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            %PDF-1.7             | application/pdf          | application/pdf
            %PDF-1.7             | image/jpeg               | application/pdf
            OggS................ | audio/ogg; codecs=opus   | audio/ogg
            ....ftypisom........ | video/mp4                | video/mp4
            ....ftypM4A ........ | audio/mp4                | audio/mp4
            <html><script>       | image/png                | application/octet-stream
            <!DOCTYPE html>      | text/html                | application/octet-stream
            <svg onload=x>       | image/svg+xml            | application/octet-stream
            MZ.................. | application/pdf          | application/octet-stream
            Hello                | text/plain               | text/plain
            Hello                | image/jpeg               | application/octet-stream
            PK.................. | application/zip          | application/zip
            """)
    void aFileIsWhatItsFirstBytesSay(String head, String declared, String kept) {
        assertThat(SniffedType.of(head.getBytes(StandardCharsets.ISO_8859_1), declared))
                .isEqualTo(kept);
    }
}
