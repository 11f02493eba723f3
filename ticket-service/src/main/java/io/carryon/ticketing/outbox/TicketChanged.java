package io.carryon.ticketing.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.Priority;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.TicketStatus;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** The published event {@code io.carryon.ticket.changed.v1}: a ticket's state after a change. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TicketChanged(
        UUID ticketId,
        String number,
        UUID issueId,
        UUID customerId,
        int revision,
        TicketEvent.Type change,
        Instant at,
        By actor,
        String subject,
        TicketStatus status,
        String queue,
        Priority priority,
        String owner,
        Instant openedAt,
        UUID contactId,
        UUID entryId,
        Reply reply,
        Promise promise,
        Rating rating) {

    private static final int LONGEST_PROMISE = 300;

    record By(String kind, String name) {}

    record Reply(UUID replyId, Channel channel, String text, String author) {}

    /** That the customer hears from us again by {@code dueAt}, in the words of the reply that said so. */
    record Promise(String text, Instant dueAt) {}

    record Rating(int score) {}

    private record Subject(UUID contactId, UUID entryId, Reply reply) {}

    static TicketChanged of(OutboxRow row) {
        var state = row.state();
        var about = about(row);
        return new TicketChanged(
                row.ticketId(),
                state.number(),
                state.issueId(),
                state.customerId(),
                row.revision(),
                row.event().type(),
                row.at(),
                new By(
                        row.actor().kind().name().toLowerCase(Locale.ROOT),
                        row.actor().name()),
                state.subject(),
                state.status(),
                state.queue(),
                state.priority(),
                state.owner(),
                state.openedAt(),
                about.contactId(),
                about.entryId(),
                about.reply(),
                promise(row),
                row.event() instanceof TicketEvent.Rated rated ? new Rating(rated.score()) : null);
    }

    private static Promise promise(OutboxRow row) {
        if (!(row.event() instanceof TicketEvent.Replied replied) || replied.nextUpdateBy() == null) {
            return null;
        }
        return new Promise(cut(replied.text()), replied.nextUpdateBy());
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST_PROMISE) {
            return text;
        }
        var splits = Character.isHighSurrogate(text.charAt(LONGEST_PROMISE - 1));
        return text.substring(0, splits ? LONGEST_PROMISE - 1 : LONGEST_PROMISE);
    }

    private static Subject about(OutboxRow row) {
        return switch (row.event()) {
            case TicketEvent.Opened opened -> new Subject(opened.contactId(), opened.entryId(), null);
            case TicketEvent.ContactAdded added -> new Subject(added.contactId(), added.entryId(), null);
            case TicketEvent.Replied replied ->
                new Subject(
                        replied.contactId(),
                        replied.replyId(),
                        new Reply(
                                replied.replyId(),
                                replied.channel(),
                                replied.text(),
                                row.actor().name()));
            case TicketEvent.Noted noted -> new Subject(null, noted.entryId(), null);
            case TicketEvent.DeliveryChanged changed -> new Subject(null, changed.replyId(), null);
            case TicketEvent.Assigned assigned -> new Subject(null, null, null);
            case TicketEvent.StatusChanged changed -> new Subject(null, null, null);
            case TicketEvent.Rated rated -> new Subject(null, null, null);
        };
    }
}
