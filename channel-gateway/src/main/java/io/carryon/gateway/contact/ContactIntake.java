package io.carryon.gateway.contact;

import io.carryon.gateway.operations.CorrelationFilter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.MDC;

/** The one way in: what returns from here is durable, and the channel may acknowledge it to the outside. */
@ApplicationScoped
public class ContactIntake {

    private final ContactPublisher publisher;
    private final MeterRegistry metrics;

    public ContactIntake(ContactPublisher publisher, MeterRegistry metrics) {
        this.publisher = publisher;
        this.metrics = metrics;
    }

    /**
     * Returns once the broker has the contact, and throws {@link ContactNotAccepted} when it has not in time. The row
     * of the intake log is the channel's to write, with what it changes of its own.
     */
    public void publish(Contact contact) {
        try {
            publisher.publish(contact, correlationIdOf(contact));
            count(contact, "accepted");
        } catch (ContactNotAccepted e) {
            count(contact, "refused");
            throw e;
        } catch (ContactRefused e) {
            count(contact, "unpublishable");
            throw e;
        }
    }

    private void count(Contact contact, String outcome) {
        metrics.counter("carryon.contacts", "channel", contact.channel().wireName(), "outcome", outcome)
                .increment();
    }

    private static String correlationIdOf(Contact contact) {
        return MDC.get(CorrelationFilter.LOG_KEY) instanceof String given
                ? given
                : contact.contactId().toString();
    }
}
