package io.carryon.gateway.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransferEncodingTest {

    private static String decoded(String body, String encoding) {
        var bytes = ("before" + body + "after").getBytes(StandardCharsets.ISO_8859_1);
        var slice = new MimePart.Slice(bytes, 6, bytes.length - 5);
        return new String(TransferEncoding.decode(slice, encoding), StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource({
        "QUJD, ABC",
        "QUI=QUI=, ABAB",
        "'QU\r\nJD', ABC",
        "'Q U!J*D', ABC",
        "QU, A",
        "'', ''",
    })
    void base64IsReadWhateverStandsBetween(String body, String text) {
        assertThat(decoded(body, "Base64 ")).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "a=41=62, aAb",
        "'a= \t\r\nb', ab",
        "'a=\nb', ab",
        "a=zz=, a=zz",
        "'a=\rb', ab",
    })
    void quotedPrintableKeepsWhatIsNoCode(String body, String text) {
        assertThat(decoded(body, "quoted-printable")).isEqualTo(text);
    }

    @Test
    void uuencodedLinesAreReadUpToTheirEnd() {
        assertThat(decoded("A file:\r\nbegin 644 cat.txt\r\n#0V%T\r\n`\r\nend\r\n#0V%T\r\n", "x-uuencode"))
                .isEqualTo("Cat");
        assertThat(decoded("begin 644 zeros\n#    \nend\n", "x-uuencode")).isEqualTo("\0\0\0");
        assertThat(decoded("no file", "x-uuencode")).isEqualTo("no file");
    }
}
