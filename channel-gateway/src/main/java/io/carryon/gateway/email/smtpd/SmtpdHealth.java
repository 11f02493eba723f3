package io.carryon.gateway.email.smtpd;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Shows the listeners for mail, without taking the other channels down with them: mail that is put off is sent again. */
@Readiness
@ApplicationScoped
class SmtpdHealth implements HealthCheck {

    private final SmtpServer server;

    SmtpdHealth(SmtpServer server) {
        this.server = server;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("mail listeners").up();
        server.states()
                .forEach((protocol, state) -> response.withData(protocol.name().toLowerCase(Locale.ROOT), state));
        return response.build();
    }
}
