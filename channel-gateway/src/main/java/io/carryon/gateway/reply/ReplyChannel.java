package io.carryon.gateway.reply;

import io.carryon.gateway.contact.Channel;

/** One channel's way of taking an answer to the customer. */
public interface ReplyChannel {

    Channel channel();

    /**
     * Takes the reply out, at most once: when it cannot tell whether it did, the receipt says UNKNOWN.
     *
     * @throws NotDelivered when it certainly did not, and trying again later may help
     */
    DeliveryReceipt deliver(ReplyRequested reply);
}
