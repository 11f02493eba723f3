package io.carryon.gateway.contact;

import io.carryon.gateway.operations.CorrelationFilter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.MDC;

/** The one way in: what returns from here is durable, and the channel may acknowledge it to the outside. */
@ApplicationScoped
public class ContactIntake {

    private final ContactPublisher publisher;
    private final IntakeLog log;
    private final MeterRegistry metrics;

    public ContactIntake(ContactPublisher publisher, IntakeLog log, MeterRegistry metrics) {
        this.publisher = publisher;
        this.log = log;
        this.metrics = metrics;
    }

    /** Publishes the contact and notes it in the intake log as soon as the database allows. */
    public void accept(Contact contact) {
        publish(contact);
        log.noteLater(IntakeLog.Arrival.accepted(contact));
    }

    /** Publishes the contact alone, for a channel that keeps the intake log itself. */
    public void publish(Contact contact) {
        try {
            publisher.publish(contact, correlationIdOf(contact));
            count(contact, "accepted");
        } catch (ContactNotAccepted e) {
            count(contact, "refused");
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
