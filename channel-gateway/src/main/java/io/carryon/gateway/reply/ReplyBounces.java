package io.carryon.gateway.reply;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Learns from a channel that a reply it had sent came back, and reports that. */
@ApplicationScoped
public class ReplyBounces {

    private static final Logger LOG = Logger.getLogger(ReplyBounces.class);

    private final DeliveryLog log;
    private final OutcomeReport outcomes;

    ReplyBounces(DeliveryLog log, OutcomeReport outcomes) {
        this.log = log;
        this.outcomes = outcomes;
    }

    /** True when nothing is left to do for the caller: once it is written, it is reported until the broker has it. */
    public boolean report(UUID replyId, String reason) {
        if (log.bounced(replyId, DeliveryReceipt.bounced(reason))) {
            outcomes.report(replyId);
        } else {
            LOG.warnf("A bounce names reply %s, which was not sent from here", replyId);
        }
        return true;
    }
}
