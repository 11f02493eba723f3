package io.carryon.ticketing.intake;

import io.carryon.ticketing.ticket.Channel;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The metric {@code carryon.contact.to.ticket}: from the gateway's receipt to the committed ticket. */
@ApplicationScoped
class ContactToTicketTime {

    private final Map<Channel, Timer> timers = new EnumMap<>(Channel.class);
    private final Clock clock;

    ContactToTicketTime(MeterRegistry metrics, Clock clock) {
        this.clock = clock;
        for (var channel : Channel.values()) {
            timers.put(
                    channel,
                    Timer.builder("carryon.contact.to.ticket")
                            .description("From the receipt of a contact to its ticket")
                            .tag("channel", channel.name().toLowerCase(Locale.ROOT))
                            .publishPercentileHistogram()
                            .register(metrics));
        }
    }

    void record(RecognizedContact.Contact contact) {
        if (contact.receivedAt() != null) {
            timers.get(contact.channel()).record(Duration.between(contact.receivedAt(), clock.instant()));
        }
    }
}
