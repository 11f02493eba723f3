package io.carryon.ticketing.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.carryon.ticketing.calls.CallOffers;
import io.carryon.ticketing.ticket.Channel;
import io.carryon.ticketing.ticket.TicketState;
import java.util.Optional;

/** Reads a recognized contact for the phone: later entries of a call, its recording among them, are no calls. */
final class IncomingCalls {

    private IncomingCalls() {}

    static Optional<CallOffers.Incoming> of(RecognizedContact event, TicketState ticket) {
        var contact = event.contact();
        if (contact.channel() != Channel.PHONE || contact.sequence() > 0 || contact.phone() == null) {
            return Optional.empty();
        }
        var handles = contact.sender().handles();
        var question = event.question();
        return Optional.of(new CallOffers.Incoming(
                contact.contactId(),
                contact.phone().path("callId").textValue(),
                handles == null || handles.isEmpty() ? null : handles.getFirst().value(),
                contact.phone().path("trigger").textValue(),
                ticket.queue(),
                ticket.owner(),
                question == null || question.isNull() ? null : written(question),
                contact.receivedAt() == null ? contact.occurredAt() : contact.receivedAt()));
    }

    private static String written(JsonNode node) {
        return node.toString();
    }
}
