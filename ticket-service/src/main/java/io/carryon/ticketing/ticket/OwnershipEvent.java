package io.carryon.ticketing.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;

/** What can happen between those who give a ticket away and those who get it. The words of a handover stay with it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface OwnershipEvent extends TicketEvent {

    /** Something about a handover, and who is told of it. */
    sealed interface OfHandover extends OwnershipEvent {

        UUID handoverId();

        /** Who owned the ticket when it was offered. */
        String giver();

        /** Whom it was offered to: one agent, the members of a team, nobody for a queue. */
        List<String> candidates();
    }

    /** The owner would give the ticket to an agent, a team or a queue, {@code to}, and owns it until somebody accepts. */
    record HandoverOffered(UUID handoverId, String giver, String toKind, String to, List<String> candidates)
            implements OfHandover {}

    /**
     * It was accepted, declined or withdrawn, or has lapsed, {@code state}; who owns the ticket then is told by another
     * event.
     *
     * @param offeredBy whose word the offer was, null in rows of earlier versions
     */
    record HandoverSettled(UUID handoverId, String giver, String offeredBy, String state, List<String> candidates)
            implements OfHandover {}
}
