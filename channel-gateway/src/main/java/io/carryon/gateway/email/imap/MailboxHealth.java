package io.carryon.gateway.email.imap;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Shows the mailboxes that cannot be read, without taking the other channels down with them. */
@Readiness
@ApplicationScoped
class MailboxHealth implements HealthCheck {

    private final MailboxReaders readers;

    MailboxHealth(MailboxReaders readers) {
        this.readers = readers;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("mailboxes").up();
        for (var reader : readers.all()) {
            response.withData(reader.connection(), said(reader.state()));
        }
        return response.build();
    }

    private static String said(MailboxState state) {
        var trouble = state.trouble();
        var lastBeat = ", last beat " + state.lastBeat() + ", waiting " + state.waiting();
        if (state.isStalled()) {
            return "stalled" + lastBeat;
        }
        return trouble == null
                ? "reading" + lastBeat
                : "degraded since %s: %s%s".formatted(trouble.since(), trouble.reason(), lastBeat);
    }
}
