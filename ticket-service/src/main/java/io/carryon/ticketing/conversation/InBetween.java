package io.carryon.ticketing.conversation;

import io.carryon.ticketing.operations.NamedTickets;
import io.carryon.ticketing.problem.ProblemException;
import io.carryon.ticketing.problem.Revision;
import io.carryon.ticketing.ticket.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps an answer back that was written without having seen what others wrote meanwhile. */
@ApplicationScoped
class InBetween {

    private static final int MOST_NAMED = 3;

    private final NamedTickets tickets;
    private final Conversation conversation;
    private final ConversationParts parts;

    InBetween(NamedTickets tickets, Conversation conversation, ConversationParts parts) {
        this.tickets = tickets;
        this.conversation = conversation;
        this.parts = parts;
    }

    /**
     * Locks the ticket, so that nobody writes between this and the answer. 412 when it has another revision than seen, or
     * when others have written since.
     *
     * @param ifMatch the ETag of the ticket as it was seen; null is not looked at
     * @param afterEntry the last entry that was seen; null is not looked at
     */
    void require(UUID ticketId, String ifMatch, UUID afterEntry, Actor author) {
        if (ifMatch == null && afterEntry == null) {
            return;
        }
        var ticket = tickets.locked(ticketId);
        if (ifMatch != null) {
            Revision.require(ifMatch, "ticket", ticket.revision());
        }
        if (afterEntry != null) {
            requireNothingAfter(ticketId, afterEntry, author);
        }
    }

    private void requireNothingAfter(UUID ticketId, UUID afterEntry, Actor author) {
        var all = parts.of(ticketId);
        var seen = conversation
                .one(all, afterEntry)
                .orElseThrow(() -> ProblemException.invalid("/afterEntry", "must be an entry of this ticket"));
        var since = conversation.byOthersAfter(all, seen, author.id(), MOST_NAMED);
        if (!since.isEmpty()) {
            var named = since.stream()
                    .map(entry -> "%s at %s"
                            .formatted(entry.author().name(), entry.at().truncatedTo(ChronoUnit.SECONDS)))
                    .collect(Collectors.joining(", "));
            throw ProblemException.of(
                    412,
                    "written-in-between",
                    "Others have written since you looked",
                    "Written by %s: read it, and send your answer with the last entry as afterEntry.".formatted(named));
        }
    }
}
