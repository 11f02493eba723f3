package io.carryon.gateway.email.imap;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Shows a mailbox that cannot be read, without taking the other channels down with it. */
@Readiness
@ApplicationScoped
class MailboxHealth implements HealthCheck {

    private final MailboxReader reader;

    MailboxHealth(MailboxReader reader) {
        this.reader = reader;
    }

    @Override
    public HealthCheckResponse call() {
        var trouble = reader.trouble();
        return HealthCheckResponse.named("mailbox")
                .up()
                .withData("state", trouble == null ? "reading" : "degraded")
                .withData("reason", trouble == null ? "" : trouble)
                .build();
    }
}
