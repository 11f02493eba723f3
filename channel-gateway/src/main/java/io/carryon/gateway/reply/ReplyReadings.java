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

    /** Without effect for those that are known to be delivered, or were not sent from here. */
    public void delivered(List<UUID> replyIds) {
        if (!replyIds.isEmpty()) {
            log.delivered(replyIds).forEach(outcomes::report);
        }
    }
}
