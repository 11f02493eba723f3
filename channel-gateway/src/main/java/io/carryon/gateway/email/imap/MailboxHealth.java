package io.carryon.gateway.email.imap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Shows a mailbox that cannot be read, without taking the other channels down with it. */
@Readiness
@ApplicationScoped
class MailboxHealth implements HealthCheck {

    /** The longest that a batch of mails may take; a reader silent for longer hangs. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

    private final MailboxReader reader;
    private final Clock clock;

    MailboxHealth(MailboxReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        var trouble = reader.trouble();
        var beat = reader.beat();
        return HealthCheckResponse.named("mailbox")
                .up()
                .withData("state", state(trouble, beat))
                .withData("reason", trouble == null ? "" : trouble)
                .withData("lastBeat", beat == null ? "" : beat.toString())
                .build();
    }

    private String state(String trouble, Instant beat) {
        if (beat == null) {
            return "off";
        }
        if (beat.plus(LONGEST_SILENCE).isBefore(Instant.now(clock))) {
            return "stalled";
        }
        return trouble == null ? "reading" : "degraded";
    }
}
