package io.carryon.gateway.email.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailServerTlsTest {

    @ParameterizedTest
    @CsvSource({"none, NONE", "starttls, STARTTLS", "STARTTLS, STARTTLS", "tls, TLS", "TLS, TLS"})
    void theDocumentedWordsAreRead(String word, MailServerTls meant) {
        assertThat(configured(word).tls()).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ssl", "tsl", "start-tls", "true"})
    void anyOtherWordStopsTheStart(String word) {
        assertThatThrownBy(() -> configured(word)).hasMessageContaining(word);
    }

    @Test
    void protectionIsDemandedAndTheServersNameChecked() {
        assertThat(MailServerTls.STARTTLS.properties("smtp"))
                .containsEntry("mail.smtp.starttls.required", "true")
                .containsEntry("mail.smtp.ssl.checkserveridentity", "true");
        assertThat(MailServerTls.TLS.properties("imap")).containsEntry("mail.imap.ssl.enable", "true");
    }

    private static SmtpConfig configured(String word) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(SmtpConfig.class)
                .withDefaultValues(Map.of("carryon.smtp.tls", word))
                .build()
                .getConfigMapping(SmtpConfig.class);
    }
}
