package io.carryon.gateway.reply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.carryon.gateway.contact.Channel;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** Sends a claimed reply and decides what that means: its outcome, another attempt, or the end of our patience. */
final class ReplyAttempt {

    private static final Logger LOG = Logger.getLogger(ReplyAttempt.class);

    private final Map<Channel, ReplyChannel> channels;
    private final ReplyClaims claims;
    private final Consumer<UUID> report;
    private final ReplyPatience patience;
    private final ObjectMapper json;
    private final Clock clock;
    private final Predicate<Throwable> passing = new PassingFailure();

    ReplyAttempt(
            Map<Channel, ReplyChannel> channels,
            ReplyClaims claims,
            Consumer<UUID> report,
            ReplyPatience patience,
            ObjectMapper json,
            Clock clock) {
        this.channels = channels;
        this.claims = claims;
        this.report = report;
        this.patience = patience;
        this.json = json;
        this.clock = clock;
    }

    /** Returns when what became of it is written; throws only when the database refuses that for good. */
    void make(ReplyClaim claim) {
        var handedOver = new AtomicBoolean();
        DeliveryReceipt receipt;
        try {
            receipt = send(claim, () -> handOver(claim, handedOver));
        } catch (ClaimLost e) {
            LOG.warn(e.getMessage());
            return;
        } catch (NotDelivered e) {
            tryLater(claim, e.getMessage(), e.notBefore());
            return;
        } catch (RuntimeException e) {
            // Whatever the channel stumbles over is this reply's outcome, and staff see it.
            judge(claim, e, handedOver.get());
            return;
        }
        decide(claim, receipt);
    }

    private void handOver(ReplyClaim claim, AtomicBoolean handedOver) {
        if (!claims.handOver(claim)) {
            throw new ClaimLost(claim.replyId());
        }
        handedOver.set(true);
    }

    private DeliveryReceipt send(ReplyClaim claim, ReplyChannel.Handover handover) {
        var channel = channels.get(claim.channel());
        if (channel == null) {
            return DeliveryReceipt.failed("Replies cannot be sent by %s; answer by another channel of this customer"
                    .formatted(claim.channel().wireName()));
        }
        return channel.deliver(read(claim), handover);
    }

    private ReplyRequested read(ReplyClaim claim) {
        try {
            return json.readValue(claim.payload(), ReplyRequested.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Only what was read once is in the queue", e);
        }
    }

    private void judge(ReplyClaim claim, RuntimeException failure, boolean handedOver) {
        if (handedOver) {
            LOG.errorf(failure, "Sending reply %s broke off", claim.replyId());
            decide(claim, DeliveryReceipt.unknown("Sending broke off: " + failure, null));
        } else if (passing.test(failure)) {
            tryLater(claim, "The gateway's database was away", Duration.ZERO);
        } else {
            LOG.errorf(failure, "Reply %s cannot be sent", claim.replyId());
            decide(claim, DeliveryReceipt.failed("It could not be sent: " + failure));
        }
    }

    private void tryLater(ReplyClaim claim, String reason, Duration notBefore) {
        var asked = clock.instant().plus(notBefore);
        var next = patience.next(claim.waitingSince(), claim.attempts(), clock.instant())
                .map(planned -> planned.isBefore(asked) ? asked : planned);
        if (next.isPresent()) {
            LOG.infof("Reply %s is tried again at %s: %s", claim.replyId(), next.get(), reason);
            claims.postpone(claim, DeliveryReceipt.reason(reason), next.get());
        } else {
            var tried = Duration.between(claim.waitingSince(), clock.instant());
            decide(
                    claim,
                    DeliveryReceipt.failed("Given up after %d hours and %d attempts. %s"
                            .formatted(tried.toHours(), claim.attempts(), reason)));
        }
    }

    private void decide(ReplyClaim claim, DeliveryReceipt receipt) {
        if (!claims.decide(claim, receipt)) {
            // The customer's side was faster, or another process took it over.
            LOG.infof("Reply %s was decided before it could be noted as %s", claim.replyId(), receipt.outcome());
        }
        report.accept(claim.replyId());
    }
}
