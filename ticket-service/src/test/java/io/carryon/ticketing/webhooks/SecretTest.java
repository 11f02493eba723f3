package io.carryon.ticketing.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretTest {

    @Test
    void aMessageIsSignedAsTheSpecificationsExampleIs() {
        var secret = new Secret("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(secret.sign(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1614265330),
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aNewSecretIsLongEnoughAndUnlikeAnyOther() {
        var secret = Secret.random();

        assertThat(secret.written())
                .startsWith("whsec_")
                .isNotEqualTo(Secret.random().written());
        assertThat(Base64.getDecoder().decode(secret.key())).hasSizeBetween(24, 64);
        assertThat(secret.toString()).doesNotContain(secret.key());
    }
}
