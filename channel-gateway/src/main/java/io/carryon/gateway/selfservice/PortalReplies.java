package io.carryon.gateway.selfservice;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.reply.DeliveryReceipt;
import io.carryon.gateway.reply.ReplyChannel;
import io.carryon.gateway.reply.ReplyRequested;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Puts support's answer where the customer follows the request. It is sent; whether it was read nobody knows yet. */
@ApplicationScoped
public class PortalReplies implements ReplyChannel {

    private final PortalStore store;
    private final PortalFiles files;
    private final Clock clock;

    public PortalReplies(PortalStore store, PortalFiles files, Clock clock) {
        this.store = store;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.PORTAL;
    }

    @Override
    public DeliveryReceipt deliver(ReplyRequested reply, Handover notNeeded) {
        files.addReply(reply.replyId(), reply.contactId(), reply.attachments(), clock.instant());
        var added = store.addReply(
                reply.replyId(), reply.contactId(), reply.author().name(), reply.text(), clock.instant());
        return added
                ? DeliveryReceipt.sent(reply.replyId().toString())
                : DeliveryReceipt.failed("There is no portal request of contact " + reply.contactId());
    }
}
