package io.carryon.gateway.reply;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Learns from a channel that the customer's side has shown replies, and reports that. */
@ApplicationScoped
public class ReplyReadings {

    private final DeliveryLog log;
    private final OutcomeReport outcomes;

    ReplyReadings(DeliveryLog log, OutcomeReport outcomes) {
        this.log = log;
        this.outcomes = outcomes;
    }

    /**
     * Durable when it returns, reported then and until the broker has it. Without effect for those that are known to be
     * delivered, or were not sent from here.
     *
     * @return those that wait to be sent (again): to be told of anew if they are shown later
     */
    public List<UUID> delivered(List<UUID> replyIds) {
        if (replyIds.isEmpty()) {
            return List.of();
        }
        // In this order: what is claimed between the two is told of anew for nothing, and not forgotten.
        var waiting = log.waiting(replyIds);
        var delivered = log.delivered(replyIds);
        if (!delivered.isEmpty()) {
            // Whoever is shown something does not wait for the broker.
            Thread.ofVirtual().start(() -> delivered.forEach(outcomes::report));
        }
        return waiting;
    }
}
