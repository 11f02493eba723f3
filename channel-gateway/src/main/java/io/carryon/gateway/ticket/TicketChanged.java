package io.carryon.gateway.ticket;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the gateway reads of {@code io.carryon.ticket.changed.v1}.
 *
 * @param contactId the contact that caused the change, or that moved; null when neither is so
 * @param offer null unless the change is due to a call whose caller wants a person
 * @param callback null unless it is what changed
 * @param revision position in the ticket's own log; a smaller one is older
 * @param otherTicketId the other ticket of a move or merge, or null
 * @param outlook null when the ticket is resolved or closed, and from earlier versions
 * @param ownerName who answers, in words for the customer; null when nobody does, and from earlier versions
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TicketChanged(
        UUID ticketId,
        String number,
        long revision,
        String change,
        Instant at,
        String status,
        String queue,
        String priority,
        UUID contactId,
        Offer offer,
        Callback callback,
        UUID otherTicketId,
        Outlook outlook,
        String ownerName) {

    /**
     * Who can take the call that caused the change, best first, and how long its caller may wait.
     *
     * @param position place in the queue; 1 is next
     * @param estimatedWaitSec null when nobody has waited lately
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Offer(List<Target> targets, int position, Integer estimatedWaitSec) {}

    /** An agent, and where they can be rung: {@code extension} and {@code sipUri} may be null. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Target(String agentId, String extension, String sipUri) {}

    /**
     * A callback as it is where staff work.
     *
     * @param since when the customer or staff wanted it so; null from earlier versions
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Callback(UUID callbackId, String state, Instant since) {}

    /** What the customer can expect; {@code nextStepCode} says what the words say. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Outlook(String nextStep, String nextStepCode, Instant nextUpdateBy, boolean promised) {}

    /** True when this ticket has taken all of another one. */
    public boolean absorbed() {
        return "ABSORBED".equals(change) && otherTicketId != null;
    }

    /** True when the ticket lives on its own again after a merge. */
    public boolean unmerged() {
        return "UNMERGED".equals(change) && otherTicketId != null;
    }

    /** True when the contact was moved to this ticket from another. */
    public boolean movedIn() {
        return "CONTACT_MOVED_IN".equals(change);
    }

    /** True for the end of a ticket all of whose contacts live on in another one. */
    public boolean merged() {
        return "MERGED".equals(change);
    }

    /** The contact that belongs to this ticket by this change, or null: one that was moved away no longer does. */
    public UUID tiedContact() {
        return "CONTACT_MOVED_OUT".equals(change) ? null : contactId;
    }

    /** True for the event that made the ticket. */
    public boolean opened() {
        return "OPENED".equals(change);
    }
}
