package io.carryon.gateway.portal;

import java.util.function.Supplier;

/** Takes links out by mail. */
@FunctionalInterface
public interface LinkMails {

    /**
     * Sends the mail, if the address may have it now; returns at once, and tells nobody whether it does.
     *
     * @param letter makes the link and what is said of it, only once it is sure that the mail may leave
     */
    void send(LinkMail mail, Supplier<LinkMail.Letter> letter);
}
