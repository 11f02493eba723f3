package io.carryon.ticketing.conversation;

import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.TicketEvent;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** How a reply reaches the customer. */
record ReplyRoute(
        UUID contactId,
        Channel channel,
        String connection,
        TicketEvent.Address to,
        String inReplyTo,
        List<String> references) {

    private static final int MOST_REFERENCES = 200;

    /** Back to where a contact came from, within its thread. */
    static ReplyRoute answering(
            UUID contactId, Channel channel, ContactOrigin origin, ContactOrigin.Handle to, String name) {
        return new ReplyRoute(
                contactId, channel, origin.connection(), address(to, name), origin.messageId(), references(origin));
    }

    /** A mail that begins a thread of its own. */
    static ReplyRoute newMail(UUID contactId, ContactOrigin.Handle to, String name) {
        return new ReplyRoute(
                contactId, Channel.EMAIL, ReplyRoutes.wire(Channel.EMAIL), address(to, name), null, List.of());
    }

    private static TicketEvent.Address address(ContactOrigin.Handle handle, String name) {
        var value = handle.kind().equals("mailto") ? handle.written() : handle.value();
        return new TicketEvent.Address(handle.kind(), value, name);
    }

    private static List<String> references(ContactOrigin origin) {
        var all = Stream.concat(origin.references().stream(), Stream.ofNullable(origin.messageId()))
                .distinct()
                .toList();
        return all.subList(Math.max(0, all.size() - MOST_REFERENCES), all.size());
    }
}
