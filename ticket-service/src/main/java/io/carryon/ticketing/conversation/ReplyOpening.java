package io.carryon.ticketing.conversation;

import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Ticket;
import java.util.Optional;

/** Knows how a first reply begins. */
@FunctionalInterface
public interface ReplyOpening {

    /** What to put before a text so that it opens with the customer's question, in a transaction; empty when it does. */
    Optional<String> before(Ticket ticket, String text, Actor author);
}
