package io.carryon.ticketing.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.ticketing.ticket.AttachedFile;
import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.ReplyFrame;
import io.carryon.ticketing.ticket.TicketEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The published event {@code io.carryon.reply.requested.v1}: staff's answer, to be taken out by a channel. */
record ReplyRequested(
        UUID replyId,
        UUID ticketId,
        String ticketNumber,
        UUID issueId,
        UUID customerId,
        UUID contactId,
        Channel channel,
        String connection,
        TicketEvent.Address to,
        String subject,
        String text,
        Author author,
        Thread thread,
        Instant requestedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<AttachedFile> attachments,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<TicketEvent.Address> cc,
        @JsonInclude(JsonInclude.Include.NON_NULL) ReplyFrame frame) {

    record Author(String id, String name) {}

    record Thread(String inReplyTo, List<String> references) {}

    static ReplyRequested of(OutboxRow row, TicketEvent.Replied reply) {
        return new ReplyRequested(
                reply.replyId(),
                row.ticketId(),
                row.state().number(),
                row.state().issueId(),
                row.state().customerId(),
                reply.contactId(),
                reply.channel(),
                reply.connection(),
                reply.to(),
                reply.subject(),
                reply.text(),
                new Author(row.actor().id(), row.actor().name()),
                new Thread(reply.inReplyTo(), reply.references()),
                row.at(),
                reply.attachments(),
                reply.cc(),
                reply.frame());
    }
}
