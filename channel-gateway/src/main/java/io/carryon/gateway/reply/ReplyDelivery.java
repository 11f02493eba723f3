package io.carryon.gateway.reply;

import io.carryon.gateway.contact.Channel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Sends each reply at most once and reports what became of it, whatever is redelivered and whenever it crashes. */
@ApplicationScoped
class ReplyDelivery {

    private static final Logger LOG = Logger.getLogger(ReplyDelivery.class);

    private final DeliveryLog log;
    private final OutcomePublisher outcomes;
    private final PatientSending sending;
    private final Map<Channel, ReplyChannel> channels;
    private final ReplyConfig config;
    private final Clock clock;

    ReplyDelivery(
            DeliveryLog log,
            OutcomePublisher outcomes,
            PatientSending sending,
            @Any Instance<ReplyChannel> channels,
            ReplyConfig config,
            Clock clock) {
        this.log = log;
        this.outcomes = outcomes;
        this.sending = sending;
        this.channels = channels.stream().collect(Collectors.toMap(ReplyChannel::channel, Function.identity()));
        this.config = config;
        this.clock = clock;
    }

    /** Returns when the outcome is reported; throws when the database or the broker keeps it from that. */
    void deliver(ReplyRequested reply) {
        if (log.claim(reply)) {
            log.decide(reply.replyId(), send(reply));
        } else {
            settleEarlierClaim(reply);
        }
        var row = log.find(reply.replyId()).orElseThrow();
        if (!row.reported()) {
            outcomes.publish(row.outcome());
            log.reported(row.outcome());
        }
    }

    private DeliveryReceipt send(ReplyRequested reply) {
        var channel = channels.get(reply.channel());
        if (channel == null) {
            return DeliveryReceipt.failed("Replies cannot be sent by %s; answer by another channel of this customer"
                    .formatted(reply.channel().wireName()));
        }
        try {
            return sending.send(channel, reply);
        } catch (RuntimeException e) {
            // The claim must not stay open: whether it left is not known, and trying again could send it twice.
            LOG.errorf(e, "Sending reply %s broke off", reply.replyId());
            return DeliveryReceipt.unknown("Sending broke off: " + e, null);
        }
    }

    private void settleEarlierClaim(ReplyRequested reply) {
        var row = log.find(reply.replyId()).orElseThrow();
        if (!row.isClaimed()) {
            return;
        }
        var age = row.claimedAt().plus(config.claimLease());
        if (log.isOfThisRun(row) || age.isAfter(Instant.now(clock))) {
            throw new StillSending(reply.replyId());
        }
        log.decide(
                reply.replyId(),
                DeliveryReceipt.unknown("The gateway stopped while sending; check with the customer", null));
    }
}
