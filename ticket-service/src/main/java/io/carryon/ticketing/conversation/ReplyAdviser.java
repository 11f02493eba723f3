package io.carryon.ticketing.conversation;

import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Ticket;
import java.util.List;

/** Looks at a reply that is about to go out, and says what it lacks; it holds nothing up. */
@FunctionalInterface
public interface ReplyAdviser {

    /**
     * What a reply to a ticket's customer lacks, in a transaction, before the reply is part of the conversation.
     *
     * @param promises whether it comes with a time by which the customer hears from us again
     */
    List<Advice> of(Ticket ticket, String text, boolean promises, Actor author);
}
