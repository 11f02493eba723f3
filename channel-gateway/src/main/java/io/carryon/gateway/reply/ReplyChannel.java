package io.carryon.gateway.reply;

import io.carryon.gateway.contact.Channel;

/** One channel's way of taking an answer to the customer. */
public interface ReplyChannel {

    Channel channel();

    /**
     * Takes the reply out, at most once: when it cannot tell whether it did, the receipt says UNKNOWN. A channel where
     * the same reply again has no effect needs no handover; its replies are repeated after a crash.
     *
     * @throws NotDelivered when it certainly did not, and trying again later may help
     */
    DeliveryReceipt deliver(ReplyRequested reply, Handover handover);

    /** The moment from which on a reply may have left. */
    @FunctionalInterface
    interface Handover {

        /**
         * To be called right before that moment.
         *
         * @throws ClaimLost when the reply must not be sent from here any more
         */
        void begin();
    }
}
