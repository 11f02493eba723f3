package io.carryon.gateway.email;

import io.carryon.gateway.email.account.ImapConfig;
import io.carryon.gateway.email.account.MailboxesConfig;
import io.carryon.gateway.email.account.SmtpConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** The mailboxes that settings describe, read as the gateway reads them. */
public final class TestMailboxes {

    private TestMailboxes() {}

    /** The main one is support@carryon.test. */
    public static Mailboxes of(Map<String, String> settings) {
        return of(new PropertiesConfigSource(settings, "a test's", 500));
    }

    static Mailboxes of(ConfigSource settings) {
        var config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(ImapConfig.class)
                .withMapping(SmtpConfig.class)
                .withMapping(MailboxesConfig.class)
                .withSources(settings)
                .build();
        return new Mailboxes(
                new TestMailConfig(),
                config.getConfigMapping(ImapConfig.class),
                config.getConfigMapping(SmtpConfig.class),
                config.getConfigMapping(MailboxesConfig.class));
    }
}
