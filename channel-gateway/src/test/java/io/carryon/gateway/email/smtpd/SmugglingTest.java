package io.carryon.gateway.email.smtpd;

import static org.assertj.core.api.Assertions.assertThat;

import io.carryon.gateway.email.RawClient;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a mail ends, and that nothing else ends it. */
class SmugglingTest {

    private static final String HIDDEN = "MAIL FROM:<boss@carryon.test>\r\nRCPT TO:<support@carryon.test>\r\nDATA\r\n";

    @TempDir
    Path folder;

    private HandedOver gateway;
    private RawClient client;

    @BeforeEach
    void connect() throws Exception {
        gateway = new HandedOver(Protocol.SMTP, TestSmtpdConfig.ample(), folder);
        client = new RawClient(gateway.port());
    }

    @AfterEach
    void disconnect() throws Exception {
        client.close();
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n.\n", "\n.\r\n", "\r\n.\n", "\r.\r", "\r\n.\r", "\r.\r\n", "\n\n.\r\n", "\r\n\0.\r\n"})
    void whatOnlyLooksLikeTheEndIsContent(String end) throws Exception {
        client.upToContent("EHLO");
        assertThat(client.says("Subject: a\r\n\r\ntext" + end + HIDDEN + "Subject: b\r\n\r\nforged\r\n."))
                .startsWith("250");
        assertThat(client.says("NOOP")).as("no further reply before it").isEqualTo("250 2.0.0 OK");
        assertThat(gateway.mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail).contains("MAIL FROM:<boss@carryon.test>", "forged"));
    }

    @Test
    void aDotInFrontOfALineIsTakenAwayAndAllElseStaysAsItCame() throws Exception {
        client.upToContent("EHLO");
        assertThat(client.says("..\r\n..a\r\n.b\r\n...\r\nc\nd\re\r\r\n.\rx\r\n."))
                .startsWith("250");
        assertThat(gateway.latest())
                .hasValueSatisfying(mail -> assertThat(mail)
                        .endsWith(
                                "test>\r\n.\r\n.a\r\nb\r\n..\r\nc\nd\re\r\r\n\rx\r\n".substring("test>\r\n".length())));
    }

    @Test
    void anEmptyMailIsAMail() throws Exception {
        client.upToContent("EHLO");
        assertThat(client.says(".")).startsWith("250");
        assertThat(gateway.mails()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOOP\nNOOP\r\n", "NO\rOP\r\n", "\n"})
    void aCommandEndsWithCrLfOrTheConnectionDoes(String line) throws Exception {
        client.reply();
        assertThat(client.raw(line).reply()).startsWith("500 5.5.2");
        assertThat(client.reply()).isNull();
    }

    @Test
    void aCommandWithoutEndIsNotReadForEver() throws Exception {
        client.reply();
        assertThat(client.raw("x".repeat(501)).reply()).startsWith("500 5.5.2");
        assertThat(client.reply()).isNull();
    }
}
