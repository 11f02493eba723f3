package io.carryon.ticketing.outbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.carryon.ticketing.ticket.CallEvent;
import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.Offer;
import io.carryon.ticketing.ticket.OwnershipEvent;
import io.carryon.ticketing.ticket.Priority;
import io.carryon.ticketing.ticket.StructureEvent;
import io.carryon.ticketing.ticket.TicketEvent;
import io.carryon.ticketing.ticket.TicketStatus;
import io.carryon.ticketing.ticket.UnderstandingEvent;
import io.carryon.ticketing.ticket.WaitingEvent;
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
        String ownerName,
        Instant openedAt,
        UUID contactId,
        UUID entryId,
        UUID otherTicketId,
        UUID formerIssueId,
        Reply reply,
        Promise promise,
        Rating rating,
        Offer offer,
        String statusCode,
        Resolution resolution,
        Callback callback,
        Outlook outlook) {

    private static final int LONGEST_PROMISE = 300;

    record By(String kind, String name) {}

    record Reply(UUID replyId, Channel channel, String text, String author) {}

    /** That the customer hears from us again by {@code dueAt}, in the words of the reply that said so. */
    record Promise(String text, Instant dueAt) {}

    /** A judgement, and of which resolution: since when the ticket had been done, null while it is open. */
    record Rating(int score, Instant resolvedAt) {}

    /** How the ticket ended, {@code reason} in words for the customer. */
    record Resolution(String code, String reason) {}

    /** A callback's state, and since when it is wanted so, null in rows of earlier versions. */
    record Callback(UUID callbackId, String state, Instant since) {}

    private record Subject(UUID contactId, UUID entryId, UUID otherTicketId, UUID formerIssueId, Reply reply) {

        static final Subject NONE = new Subject(null, null, null, null, null);

        static Subject contact(UUID contactId, UUID entryId) {
            return new Subject(contactId, entryId, null, null, null);
        }

        static Subject other(UUID otherTicketId) {
            return new Subject(null, null, otherTicketId, null, null);
        }

        static Subject entry(UUID entryId) {
            return new Subject(null, entryId, null, null, null);
        }
    }

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
                row.ownerName(),
                state.openedAt(),
                about.contactId(),
                about.entryId(),
                about.otherTicketId(),
                about.formerIssueId(),
                about.reply(),
                promise(row),
                row.event() instanceof TicketEvent.Rated rated ? new Rating(rated.score(), rated.resolvedAt()) : null,
                row.event() instanceof TicketEvent.ContactTied tied ? tied.offer() : null,
                row.event() instanceof TicketEvent.StatusChanged moved ? moved.toCode() : null,
                resolution(row),
                callback(row),
                row.outlook());
    }

    private static Callback callback(OutboxRow row) {
        return row.event() instanceof CallEvent.CallbackChanged changed
                ? new Callback(changed.callbackId(), changed.state(), changed.since())
                : null;
    }

    private static Resolution resolution(OutboxRow row) {
        return row.event() instanceof TicketEvent.StatusChanged moved && moved.resolutionCode() != null
                ? new Resolution(moved.resolutionCode(), moved.explanation())
                : null;
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
            case TicketEvent.Opened opened -> Subject.contact(opened.contactId(), opened.entryId());
            case TicketEvent.ContactAdded added -> Subject.contact(added.contactId(), added.entryId());
            case TicketEvent.Replied replied ->
                new Subject(
                        replied.contactId(),
                        replied.replyId(),
                        null,
                        null,
                        new Reply(
                                replied.replyId(),
                                replied.channel(),
                                replied.text(),
                                row.actor().name()));
            case TicketEvent.Noted noted -> Subject.entry(noted.entryId());
            case TicketEvent.DeliveryChanged changed -> Subject.entry(changed.replyId());
            case TicketEvent.ContactMovedIn moved ->
                new Subject(moved.contactId(), null, moved.fromTicketId(), null, null);
            case TicketEvent.ContactMovedOut moved ->
                new Subject(moved.contactId(), null, moved.toTicketId(), null, null);
            case TicketEvent.IssueChanged changed ->
                new Subject(changed.contactId(), null, null, changed.issueIdBefore(), null);
            case TicketEvent.Merged merged -> new Subject(null, null, merged.intoTicketId(), null, null);
            case CallEvent call -> Subject.contact(call.contactId(), null);
            case StructureEvent structure -> structured(structure);
            case WaitingEvent.PersonWanted wanted -> Subject.contact(wanted.contactId(), null);
            case WaitingEvent waiting -> Subject.NONE;
            case UnderstandingEvent.RedAlert alert -> Subject.contact(alert.contactId(), null);
            case UnderstandingEvent understanding -> Subject.NONE;
            case OwnershipEvent ownership -> Subject.NONE;
            case TicketEvent.CustomerErased erased -> Subject.NONE;
            case TicketEvent.Assigned assigned -> Subject.NONE;
            case TicketEvent.StatusChanged changed -> Subject.NONE;
            case TicketEvent.Rated rated -> Subject.NONE;
        };
    }

    private static Subject structured(StructureEvent event) {
        return switch (event) {
            case StructureEvent.Absorbed absorbed -> Subject.other(absorbed.fromTicketId());
            case StructureEvent.Released released -> Subject.other(released.ticketId());
            case StructureEvent.Unmerged unmerged -> Subject.other(unmerged.fromTicketId());
            case StructureEvent.Linked linked -> Subject.other(linked.otherTicketId());
            case StructureEvent.Unlinked unlinked -> Subject.other(unlinked.otherTicketId());
            case StructureEvent.Tagged tagged -> Subject.NONE;
            case StructureEvent.PriorityChanged changed -> Subject.NONE;
            case StructureEvent.FieldsChanged changed -> Subject.NONE;
            case StructureEvent.TimeSpent spent -> Subject.NONE;
            case StructureEvent.StepChanged changed -> Subject.NONE;
        };
    }
}
