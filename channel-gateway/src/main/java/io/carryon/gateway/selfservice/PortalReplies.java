package io.carryon.gateway.selfservice;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.reply.DeliveryReceipt;
import io.carryon.gateway.reply.ReplyChannel;
import io.carryon.gateway.reply.ReplyRequested;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * Puts support's answer where the customer follows the request. It is sent; delivered it is when it is shown there. Who gave
 * an address and does not see it there soon gets it by mail as well.
 */
@ApplicationScoped
public class PortalReplies implements ReplyChannel {

    private final PortalStore store;
    private final PortalFiles files;
    private final UnseenAnswers unseen;
    private final Clock clock;

    public PortalReplies(PortalStore store, PortalFiles files, UnseenAnswers unseen, Clock clock) {
        this.store = store;
        this.files = files;
        this.unseen = unseen;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.PORTAL;
    }

    @Override
    @Transactional
    public DeliveryReceipt deliver(ReplyRequested reply, Handover notNeeded) {
        files.addReply(reply.replyId(), reply.contactId(), reply.attachments(), clock.instant());
        var added = store.addReply(
                reply.replyId(), reply.contactId(), reply.author().name(), reply.text(), clock.instant());
        if (!added) {
            return DeliveryReceipt.failed("There is no portal request of contact " + reply.contactId());
        }
        unseen.keep(reply);
        return DeliveryReceipt.sent(reply.replyId().toString());
    }
}
