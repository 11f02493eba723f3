package io.carryon.ticketing.conversation;

import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.TicketEvent;
import java.util.List;
import java.util.UUID;

/** How a reply reaches the customer. */
record ReplyRoute(
        UUID contactId,
        Channel channel,
        String connection,
        TicketEvent.Address to,
        String inReplyTo,
        List<String> references) {}
