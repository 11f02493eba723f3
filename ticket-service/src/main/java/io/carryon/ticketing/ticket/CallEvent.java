package io.carryon.ticketing.ticket;

import java.time.Instant;
import java.util.UUID;

/** Something that happened to a call of the ticket, or follows from it. */
public sealed interface CallEvent extends TicketEvent {

    UUID contactId();

    /** Staff as the phone names them: {@code id} is the subject of their token; any of the three may be null. */
    record CallAgent(String id, String extension, String name) {}

    /** Staff took the call; {@code waitSec} is how long its caller had waited, or null. */
    record CallAnswered(UUID contactId, CallAgent agent, Integer waitSec) implements CallEvent {}

    /** Who spoke with the caller passed them on. */
    record CallTransferred(UUID contactId, String to) implements CallEvent {}

    /**
     * The call is over.
     *
     * @param queue where it was offered, null when it was not
     * @param agentId who spoke with the caller last, null when nobody did or nobody knows
     * @param outcome answered, abandoned-in-menu, abandoned-in-queue, voicemail or resolved
     * @param waitSec seconds before somebody answered, or the caller gave up; null when not told
     * @param talkSec seconds of conversation, null when there was none
     */
    record CallEnded(
            UUID contactId,
            String queue,
            String agentId,
            String outcome,
            String cause,
            Integer waitSec,
            Integer talkSec)
            implements CallEvent {}

    /**
     * The customer is to be called back, at another time, or no more; {@code state} is what it is now.
     *
     * @param since when the customer or staff wanted it so, null in rows of earlier versions
     */
    record CallbackChanged(
            UUID contactId,
            UUID callbackId,
            String state,
            Instant notBefore,
            Instant notAfter,
            String note,
            Instant since)
            implements CallEvent {}
}
