package io.carryon.ticketing.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.uuid.Generators;
import io.carryon.ticketing.conversation.ContactOrigin;
import io.carryon.ticketing.conversation.Entry;
import io.carryon.ticketing.conversation.Replying;
import io.carryon.ticketing.ticket.Actor;
import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.ContactArrival;
import io.carryon.ticketing.ticket.Ticket;
import io.carryon.ticketing.ticket.TicketEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a recognized contact for the ticket and for the conversation. */
@ApplicationScoped
class ContactEntries {

    private final ObjectMapper json;
    private final Clock clock;

    ContactEntries(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    ContactArrival arrival(RecognizedContact event) {
        var contact = event.contact();
        return new ContactArrival(
                contact.contactId(),
                contact.entryId(),
                contact.channel(),
                event.customer().owner(),
                event.customer().group(),
                event.customer().name() == null
                        ? contact.sender().name()
                        : event.customer().name(),
                event.issue().id(),
                event.issue().relatedIssueId(),
                Subjects.of(contact),
                contact.receivedAt() == null ? contact.occurredAt() : contact.receivedAt(),
                event.issue().topic(),
                event.card() == null ? null : event.card().at("/value/tier").textValue(),
                contact.channel() == Channel.PHONE && contact.sequence() > 0,
                ThankYou.isAll(contact),
                clock.instant());
    }

    /** {@code isOfCustomer} is false for somebody else who takes part: their history is none of the ticket's. */
    Entry.Said said(RecognizedContact event, boolean isOfCustomer) {
        var contact = event.contact();
        var handles = contact.sender().handles();
        var first = handles == null || handles.isEmpty() ? null : handles.getFirst();
        var senderName = contact.sender().name();
        return new Entry.Said(
                contact.entryId(),
                contact.contactId(),
                contact.channel(),
                first == null ? null : first.kind() + ":" + first.value(),
                senderName == null ? event.customer().name() : senderName,
                contact.subject(),
                contact.text(),
                contact.visibleText(),
                contact.html(),
                contact.truncated(),
                files(contact),
                written(origin(event)),
                contact.sequence() > 0 || !isOfCustomer || empty(event.card()) ? null : written(event.card()),
                contact.occurredAt());
    }

    /** What came with a mail that becomes a note: its files and its original. */
    Replying.Enclosed enclosed(RecognizedContact.Contact contact) {
        var original = present(contact.original());
        return new Replying.Enclosed(
                files(contact),
                original == null
                        ? null
                        : written(new ContactOrigin(
                                contact.connection(), null, null, null, null, original, null, null, null, null, null)));
    }

    private String files(RecognizedContact.Contact contact) {
        return contact.attachments() == null || contact.attachments().isEmpty() ? null : written(contact.attachments());
    }

    /** What colleagues are to know beside the contact, as notes on the ticket that it has joined. */
    List<Entry> notes(RecognizedContact event, Ticket ticket) {
        return Stream.concat(passedOn(event, ticket).stream(), StormNote.of(event, ticket, clock.instant()).stream())
                .toList();
    }

    /** What whoever of staff passed a mail on wrote above it. */
    private Optional<Entry> passedOn(RecognizedContact event, Ticket ticket) {
        var contact = event.contact();
        var by = contact.forwardedBy();
        if (by == null || by.address() == null || contact.sequence() > 0) {
            return Optional.empty();
        }
        var id = Generators.timeBasedEpochGenerator().generate();
        var author = Actor.staff("mailto:" + by.address(), by.name() == null ? by.address() : by.name());
        var now = clock.instant();
        var text = "Passed on by %s <%s>".formatted(author.name(), by.address());
        ticket.note(new TicketEvent.Noted(id, null), author, now);
        return Optional.of(Entry.note(
                id, ticket.id(), ticket.position(), author, by.text() == null ? text : text + "\n\n" + by.text(), now));
    }

    private static ContactOrigin origin(RecognizedContact event) {
        var contact = event.contact();
        var thread = contact.thread();
        return new ContactOrigin(
                contact.connection(),
                contact.sender().handles(),
                event.customer().handles(),
                thread == null ? null : thread.messageId(),
                thread == null ? null : thread.references(),
                present(contact.original()),
                present(contact.phone()),
                present(contact.chat()),
                present(contact.portal()),
                present(contact.selfService()),
                contact.replyUntil());
    }

    private static boolean empty(JsonNode node) {
        return node == null || node.isNull() || node.isEmpty();
    }

    private static JsonNode present(JsonNode node) {
        return empty(node) ? null : node;
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Our own record cannot be written as JSON", e);
        }
    }
}
