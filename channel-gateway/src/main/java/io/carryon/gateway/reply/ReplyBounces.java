package io.carryon.gateway.reply;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Learns from a channel that a reply it had sent came back, and reports that. */
@ApplicationScoped
public class ReplyBounces {

    private static final Logger LOG = Logger.getLogger(ReplyBounces.class);

    private final DeliveryLog log;
    private final OutcomePublisher outcomes;

    ReplyBounces(DeliveryLog log, OutcomePublisher outcomes) {
        this.log = log;
        this.outcomes = outcomes;
    }

    /** True when there is nothing left to report; false when the broker did not take it and it must be told again. */
    public boolean report(UUID replyId, String reason) {
        var sent = log.find(replyId);
        if (sent.isEmpty()) {
            LOG.warnf("A bounce names reply %s, which was not sent from here", replyId);
            return true;
        }
        if (!sent.get().state().equals(DeliveryReceipt.Outcome.BOUNCED.name())) {
            log.decide(replyId, DeliveryReceipt.bounced(reason));
        }
        var bounced = log.find(replyId).orElseThrow().outcome();
        try {
            outcomes.publish(bounced);
        } catch (OutcomeNotReported e) {
            LOG.warn(e.getMessage());
            return false;
        }
        log.reported(bounced);
        return true;
    }
}
