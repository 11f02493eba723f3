package io.carryon.gateway.messenger.telegram;

import io.carryon.gateway.contact.Channel;
import io.carryon.gateway.messenger.MessengerSending;
import io.carryon.gateway.reply.DeliveryReceipt;
import io.carryon.gateway.reply.ReplyChannel;
import io.carryon.gateway.reply.ReplyRequested;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes replies to Telegram. */
@ApplicationScoped
class TelegramReplies implements ReplyChannel {

    private final TelegramMessenger messenger;
    private final MessengerSending sending;

    TelegramReplies(TelegramMessenger messenger, MessengerSending sending) {
        this.messenger = messenger;
        this.sending = sending;
    }

    @Override
    public Channel channel() {
        return Channel.TELEGRAM;
    }

    @Override
    public DeliveryReceipt deliver(ReplyRequested reply, Handover handover) {
        return sending.deliver(messenger, reply, handover);
    }
}
