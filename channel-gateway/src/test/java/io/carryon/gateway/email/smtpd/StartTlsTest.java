package io.carryon.gateway.email.smtpd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carryon.gateway.email.RawClient;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTlsTest {

    @TempDir
    static Path keys;

    @TempDir
    Path folder;

    @BeforeAll
    static void certificate() throws Exception {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var made = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-keystore",
                        keys.resolve("keys.p12").toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "secret",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=gateway.carryon.test")
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
    }

    @Test
    void whereItIsRequiredNothingIsTakenWithoutIt() throws Exception {
        var config = TestSmtpdConfig.ample().withTlsRequired(keys.resolve("keys.p12"));
        try (var gateway = new HandedOver(Protocol.LMTP, config, folder);
                var client = new RawClient(gateway.port())) {
            client.reply();
            assertThat(client.says("LHLO mx")).contains("STARTTLS");
            assertThat(client.says("MAIL FROM:<ann@example.org>")).startsWith("530 5.7.0");
            assertThat(client.says("STARTTLS")).startsWith("220");
            client.encrypt();
            assertThat(client.says("MAIL FROM:<ann@example.org>"))
                    .as("what was said in the clear is forgotten")
                    .startsWith("503");
            assertThat(client.says("LHLO mx")).doesNotContain("STARTTLS");
            client.says("MAIL FROM:<ann@example.org>");
            client.says("RCPT TO:<support@carryon.test>");
            client.says("DATA");
            assertThat(client.says("Subject: a\r\n\r\ntext\r\n.")).startsWith("250");
            assertThat(gateway.mails()).hasSize(1);
        }
    }

    @Test
    void nothingIsReadAheadOfTheHandshake() throws Exception {
        var config = TestSmtpdConfig.ample().withTlsRequired(keys.resolve("keys.p12"));
        try (var gateway = new HandedOver(Protocol.SMTP, config, folder);
                var client = new RawClient(gateway.port())) {
            client.reply();
            client.says("EHLO mx");
            assertThat(client.raw("STARTTLS\r\nMAIL FROM:<eve@example.org>\r\n").reply())
                    .startsWith("501");
            assertThat(client.reply()).isNull();
        }
    }

    @Test
    void aCertificateThatCannotBeReadIsFoundAtTheStart() {
        assertThatThrownBy(() -> Tls.checked(keys.resolve("missing.p12"), "secret"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("carryon.smtpd.tls-keystore");
        assertThatThrownBy(() -> Tls.checked(keys.resolve("keys.p12"), "wrong"))
                .isInstanceOf(UncheckedIOException.class);
    }
}
