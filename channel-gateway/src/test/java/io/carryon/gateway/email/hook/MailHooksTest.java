package io.carryon.gateway.email.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailHooksTest {

    private static final String TOKEN = "a-token-of-many-characters";

    private record Config(Map<String, MailHookConfig.Connection> connections) implements MailHookConfig {

        @Override
        public int maxBytes() {
            return 1;
        }

        @Override
        public int atOnce() {
            return 1;
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration signedWithin() {
            return Duration.ofSeconds(1);
        }
    }

    private record Configured(MailHookConfig.Kind kind, Optional<String> token, Optional<String> key)
            implements MailHookConfig.Connection {

        @Override
        public Optional<Path> tokenFile() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> keyFile() {
            return Optional.empty();
        }
    }

    @Test
    void aConnectionIsKnownByItsTokenAlone() {
        var hooks = hooks(new Configured(MailHookConfig.Kind.POSTMARK, Optional.of(TOKEN), Optional.empty()));

        assertThat(hooks.with(TOKEN)).isPresent();
        assertThat(hooks.with(TOKEN + "x")).isEmpty();
        assertThat(hooks.with("")).isEmpty();
    }

    @Test
    void whatIsWrongStopsTheStartAndNamesTheConnectionButNeverASecret() {
        refused(new Configured(MailHookConfig.Kind.POSTMARK, Optional.empty(), Optional.empty()));
        refused(new Configured(MailHookConfig.Kind.POSTMARK, Optional.of("short"), Optional.empty()));
        refused(new Configured(MailHookConfig.Kind.MAILGUN, Optional.of(TOKEN), Optional.empty()));
        refused(new Configured(MailHookConfig.Kind.SENDGRID, Optional.of(TOKEN), Optional.of("no-key-at-all")));
    }

    private static void refused(MailHookConfig.Connection configured) {
        assertThatThrownBy(() -> hooks(configured))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("carryon.mail-hooks.connections.main")
                .hasMessageNotContainingAny(TOKEN, "short", "no-key-at-all");
    }

    private static MailHooks hooks(MailHookConfig.Connection configured) {
        return new MailHooks(new Config(Map.of("main", configured)));
    }
}
