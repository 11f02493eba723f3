package io.carryon.gateway.messenger;

import io.carryon.gateway.reply.ReplyBounces;
import io.carryon.gateway.reply.ReplyReadings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Brings what a provider says of our messages onto the replies they are parts of, in whatever order it comes. */
@ApplicationScoped
class DeliveryStates {

    private final SentMessages sent;
    private final ReplyReadings readings;
    private final ReplyBounces bounces;

    DeliveryStates(SentMessages sent, ReplyReadings readings, ReplyBounces bounces) {
        this.sent = sent;
        this.readings = readings;
        this.bounces = bounces;
    }

    /** False when the message is not known, which may only be so because the answer to its sending is slower. */
    boolean note(Update update, Reading.Delivery delivery) {
        var progress =
                sent.note(update.channel(), update.connection(), delivery).orElse(null);
        if (progress == null) {
            return false;
        }
        if (progress.failure() != null) {
            bounces.report(progress.replyId(), progress.failure());
        } else if (progress.isAllDelivered()) {
            readings.delivered(List.of(progress.replyId()));
        }
        return true;
    }
}
