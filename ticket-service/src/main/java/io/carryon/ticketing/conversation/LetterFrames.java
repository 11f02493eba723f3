package io.carryon.ticketing.conversation;

import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.ReplyFrame;
import io.carryon.ticketing.ticket.Ticket;
import java.time.Instant;

/** Knows what stands around a reply when it goes out as a letter. */
@FunctionalInterface
public interface LetterFrames {

    /**
     * The frame of a reply, in a transaction, before the reply is part of the conversation; all its places are filled in.
     *
     * @param nextUpdateBy by when the customer hears from us again as the reply promises, or null
     */
    ReplyFrame around(Ticket ticket, String text, Instant nextUpdateBy, Actor author);
}
