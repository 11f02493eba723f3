package io.carryon.gateway.messenger.whatsapp;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.messenger.MessengerSending;
import io.carryon.gateway.reply.DeliveryReceipt;
import io.carryon.gateway.reply.ReplyChannel;
import io.carryon.gateway.reply.ReplyRequested;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes replies to WhatsApp. */
@ApplicationScoped
class WhatsappReplies implements ReplyChannel {

    private final WhatsappMessenger messenger;
    private final MessengerSending sending;

    WhatsappReplies(WhatsappMessenger messenger, MessengerSending sending) {
        this.messenger = messenger;
        this.sending = sending;
    }

    @Override
    public Channel channel() {
        return Channel.WHATSAPP;
    }

    @Override
    public DeliveryReceipt deliver(ReplyRequested reply, Handover handover) {
        return sending.deliver(messenger, reply, handover);
    }
}
