package io.carryon.ticketing.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/** The metric {@code carryon.contact.to.ticket}: from the gateway's receipt to the committed ticket. */
@ApplicationScoped
class ContactToTicketTime {

    private final MeterRegistry metrics;
    private final Clock clock;

    ContactToTicketTime(MeterRegistry metrics, Clock clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    void record(RecognizedContact.Contact contact) {
        if (contact.receivedAt() == null) {
            return;
        }
        Timer.builder("carryon.contact.to.ticket")
                .description("From the receipt of a contact to its ticket")
                .tag("channel", contact.channel().name().toLowerCase(Locale.ROOT))
                .publishPercentileHistogram()
                .register(metrics)
                .record(Duration.between(contact.receivedAt(), clock.instant()));
    }
}
